/** What a verdict names is changed before its submission or after it, never beside it: who changed it after is no judge of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PoolClient } from 'pg';
import { acceptClaim, enterClaim, startTask } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeEach(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterEach(() => isnad.close());

/** Runs `look` in a transaction that comes to nothing. */
async function inPassing<Found>(look: (client: PoolClient) => Promise<Found>): Promise<Found> {
  const client = await isnad.owner.connect();
  try {
    await client.query('BEGIN');
    return await look(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it.each(['articles', 'sources', 'instruments'])('a submission keeps what it names of %s', async (table) => {
  const claim = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
  await acceptClaim(isnad, claim);
  await isnad.work();
  const task = await startTask(isnad, claim, 'checker');
  const provision = (await isnad.store.db.provision.findFirstOrThrow()).id;
  const kept = await inPassing(async (client) => {
    await client.query('SELECT lock_docket($1::jsonb, NULL)', [
      JSON.stringify({ task: task.id, references: { evidence: [], captures: [], provisions: [provision] } }),
    ]);
    const free = await isnad.owner.query(`SELECT FROM ${table} FOR NO KEY UPDATE SKIP LOCKED`);
    const all = await isnad.owner.query(`SELECT FROM ${table}`);
    return (all.rowCount ?? 0) - (free.rowCount ?? 0);
  });
  expect(kept).toBeGreaterThan(0);
});
