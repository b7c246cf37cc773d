/** What an event tells of its subject is what stands there once the chain is free, not what stood before the wait. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
const clients: pg.Client[] = [];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  for (let count = 0; count < 2; count++) {
    const client = new pg.Client({ connectionString: isnad.ownerUrl });
    await client.connect();
    clients.push(client);
  }
});
afterAll(async () => {
  for (const client of clients) await client.end();
  await isnad.close();
});

it('an event that waited for the chain of its subject tells the rows that were committed meanwhile', async () => {
  const [first, second] = clients as [pg.Client, pg.Client];
  const { id } = await isnad.store.db.source.findUniqueOrThrow({ where: { ref: 'miller' } });
  const chains = JSON.stringify([{ chain: `source:${id}`, type: 'source', subject: id }]);
  const asked = JSON.stringify([{ table: 'sources', where: { id }, hashed: [] }]);
  const reserve = 'SELECT stored FROM reserve_and_read($1::jsonb, $2::jsonb, $3::uuid[])';
  await first.query('BEGIN');
  await first.query(reserve, [chains, asked, [id]]);
  await first.query("UPDATE sources SET note = 'Written meanwhile' WHERE id = $1", [id]);
  const { rows } = await second.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const waiting = second.query<{ stored: { note: string }[][] }>(reserve, [chains, asked, [id]]);
  const blocked = async (): Promise<number> =>
    (await isnad.owner.query('SELECT 1 WHERE cardinality(pg_blocking_pids($1)) > 0', [rows[0]?.pid]))
      .rowCount ?? 0;
  await expect.poll(blocked).toBe(1);
  await first.query('COMMIT');
  expect((await waiting).rows[0]?.stored[0]?.[0]?.note).toBe('Written meanwhile');
});
