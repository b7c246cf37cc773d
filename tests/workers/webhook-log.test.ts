/** The log of a webhook's deliveries does not grow for ever: of what was accepted and of what was not, the last thousand stay. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startReceiver, type Receiver } from '../support/hook-receiver.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { deliverAll, happen, subscribe } from '../support/webhooks.js';

let isnad: TestIsnad;
let receiver: Receiver;
beforeAll(async () => {
  isnad = await createIsnad();
  receiver = await startReceiver();
});
afterAll(async () => {
  await receiver.close();
  await isnad.close();
});

const kept = 1_000;
const types = ['source.created'];

/** As they would stand there after a while; `round`: they are not of the present one. */
const age = (webhook: string, outcome: string, count: number, position: number | null = null) =>
  isnad.database.pool.query(
    `INSERT INTO webhook_attempts (webhook_id, event_id, type, position, round, number, outcome, duration_ms)
     SELECT w.id, gen_random_uuid(), 'source.created', $4, CASE WHEN $4::bigint IS NULL THEN w.round - 1 ELSE w.round END, 1, $2, n
     FROM webhooks w, generate_series(1, $3::int) n WHERE w.id = $1`,
    [webhook, outcome, count, position],
  );
async function logOf(webhook: string): Promise<Record<string, { count: number; oldest: number }>> {
  const { rows } = await isnad.database.pool.query<{ outcome: string; count: number; oldest: number }>(
    `SELECT outcome, count(*)::int AS count, min(duration_ms) FILTER (WHERE position IS NULL) AS oldest FROM webhook_attempts
     WHERE webhook_id = $1 GROUP BY outcome`,
    [webhook],
  );
  return Object.fromEntries(rows.map(({ outcome, ...rest }) => [outcome, rest]));
}

it('the oldest go with the next run, but for what is settled past the place in the feed', async () => {
  const [webhook, other] = [
    await subscribe(isnad, receiver, { types }),
    await subscribe(isnad, receiver, { types: ['scale.published'] }),
  ];
  const far = 1_000_000_000;
  await age(webhook.id, 'delivered', 5, far);
  for (const { id } of [webhook, other]) {
    await age(id, 'delivered', kept + 200);
    await age(id, 'failed', kept + 300);
  }
  await happen(isnad, 'Somebody');
  await deliverAll(isnad);
  const log = await logOf(webhook.id);
  // The newest of all is the one that was delivered now.
  expect(log).toMatchObject({
    delivered: { count: kept + 5, oldest: 202 },
    failed: { count: kept, oldest: 301 },
  });
  expect(await logOf(other.id)).toMatchObject({
    delivered: { count: kept + 200 },
    failed: { count: kept + 300 },
  });
});
