/** What is deleted of the log of deliveries, and what whoever goes on needs of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDone } from '../../src/delivery/webhooks/feed-cursor.repository.js';
import { pruneLog } from '../../src/delivery/webhooks/record-attempt.repository.js';
import { madeOf } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import type { CreatedWebhook } from '../support/webhooks.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

/** One event hangs at the place in the feed; 1,500 after it went through, and one was given up. */
async function webhookBehind(): Promise<{ id: string; round: number; position: bigint }> {
  const { id } = madeOf(
    await isnad.as('reader').post('/v1/webhooks', { url: 'http://127.0.0.1:8080/' }),
  ) as CreatedWebhook;
  const { rows } = await isnad.database.pool.query<{ round: number; position: string }>(
    'SELECT round, position FROM webhooks WHERE id = $1',
    [id],
  );
  const [{ round, position } = { round: 0, position: '0' }] = rows;
  await isnad.database.pool.query(
    `INSERT INTO webhook_attempts (webhook_id, event_id, type, position, round, number, outcome, duration_ms)
     SELECT $1, gen_random_uuid(), 'source.created', $2::bigint + 1 + n, $3, 1, CASE n WHEN 1501 THEN 'given_up' ELSE 'delivered' END, 1
     FROM generate_series(1, 1501) n`,
    [id, position, round],
  );
  return { id, round, position: BigInt(position) };
}

it('what went through past an event that hangs is not sent again, however much it is', async () => {
  const webhook = await webhookBehind();
  await pruneLog(isnad.store.db, webhook.id);
  const done = await readDone(isnad.store.db, webhook);
  expect(done.size).toBe(1_501);
  expect(done.has(webhook.position + 1n)).toBe(false);
});

it('once the place in the feed is past it, a thousand are kept', async () => {
  const { id } = await webhookBehind();
  const { pool } = isnad.database;
  await pool.query('UPDATE webhooks SET position = position + 2000 WHERE id = $1', [id]);
  await pruneLog(isnad.store.db, id);
  const { rows } = await pool.query<{ outcome: string; left: number }>(
    'SELECT outcome, count(*)::int AS left FROM webhook_attempts WHERE webhook_id = $1 GROUP BY outcome ORDER BY outcome',
    [id],
  );
  expect(rows).toEqual([
    { outcome: 'delivered', left: 1_000 },
    { outcome: 'given_up', left: 1 },
  ]);
});
