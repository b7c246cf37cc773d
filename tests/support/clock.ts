/** The clock of a desk's database, set off as a bad time server would do it: at once, for everybody who is connected. */
import pg from 'pg';
import type { TestIsnad } from './test-runtime.js';

export const setClock = (isnad: TestIsnad, offset: string): Promise<void> =>
  replaceClock(isnad, `clock_timestamp() + ${pg.escapeLiteral(offset)}::interval`);

/** As the migrations make it. */
export const setClockRight = (isnad: TestIsnad): Promise<void> =>
  replaceClock(
    isnad,
    "clock_timestamp() + coalesce(nullif(current_setting('isnad.clock_offset', true), ''), '0')::interval",
  );

async function replaceClock({ owner }: TestIsnad, now: string): Promise<void> {
  await owner.query(
    `CREATE OR REPLACE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE RETURN ${now}`,
  );
}
