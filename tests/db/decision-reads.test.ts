/** What a decision is made from is read row by row: it costs the same however much happened elsewhere meanwhile. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { enterClaim, proposeVerdict } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

const elsewhere = 400;

/** How many events are read for an approval, looked at and not carried out. */
async function countEventsRead(verdict: string): Promise<number> {
  const client = await isnad.owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT lock_docket($1::jsonb, NULL)', [
      JSON.stringify({ verdict, related: true, edition: true }),
    ]);
    const { rows } = await client.query<{ read: number }>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'events'`,
    );
    return rows[0]?.read ?? NaN;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it('an approval reads no more events because many happened since the verdict was submitted', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  const before = await countEventsRead(verdict.id);
  expect(before).toBeGreaterThan(0);
  const others = await isnad.owner.query(
    `INSERT INTO events (id, type, subject_type, subject_id, subject_ordinal, data, at, hash, actor_id)
     SELECT gen_random_uuid(), 'instrument.recorded', 'instrument', gen_random_uuid(), 1, '{}', now(), sha256(n::text::bytea),
       (SELECT id FROM members LIMIT 1)
     FROM generate_series(1, $1::int) n`,
    [elsewhere],
  );
  expect(others.rowCount).toBe(elsewhere);
  await isnad.owner.query('ANALYZE events');
  expect(await countEventsRead(verdict.id)).toBeLessThan(before + 10);
});
