/** The clock of a desk's database, set off as a bad time server would do it: at once, for everybody who is connected. */
import pg from 'pg';
import type { TestIsnad } from './test-runtime.js';

export async function setClock({ owner }: TestIsnad, offset: string): Promise<void> {
  await owner.query(`CREATE OR REPLACE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
    RETURN clock_timestamp() + ${pg.escapeLiteral(offset)}::interval`);
}
