/** Spans of tasks follow the feed by a cursor of their own, whoever takes the next step. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterClaim, publishVerdict, startReview } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const ask = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await isnad.database.pool.query<Row>(sql, values)).rows;
const spans = () => ask('SELECT * FROM task_spans ORDER BY task_id');
const cursor = async () =>
  (await ask<{ position: string }>(`SELECT position FROM feed_cursors WHERE name = 'task_spans'`))[0]
    ?.position;
const end = async () =>
  (await ask<{ position: string }>('SELECT max(position) AS position FROM feed'))[0]?.position;

describe('spans of tasks', () => {
  it('wait for the relay, and no move writes them', async () => {
    const ref = await enterClaim(isnad);
    await startReview(isnad, ref);
    const before = await spans();
    await isnad.as('checker').patch(`/v1/claims/${ref}`, { worthiness: 'It was asked for.' });
    await isnad.services.flow.updateTaskSpans();
    expect(await spans()).toEqual(before);
  });

  it('are the same after several who follow the feed at once as when made again', async () => {
    for (const n of [1, 2, 3]) {
      const ref = await enterClaim(isnad);
      if (n === 1) await publishVerdict(isnad, ref);
      else await startReview(isnad, ref);
    }
    await ask(`UPDATE feed_cursors SET position = 0 WHERE name = 'task_spans'`);
    await ask('DELETE FROM task_spans');
    await isnad.relay();
    await Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let more = true; more;)
          more = (await ask<{ more: boolean }>('SELECT update_task_spans(3) AS more'))[0]?.more === true;
      }),
    );
    const followed = await spans();
    expect(followed.length).toBeGreaterThan(6);
    expect(await cursor()).toBe(await end());
    await ask('SELECT rebuild_task_spans()');
    expect(await spans()).toEqual(followed);
  });

  it('spans of tasks and their place in the feed are one transaction', async () => {
    await startReview(isnad, await enterClaim(isnad));
    await isnad.relay();
    const [before, place] = [await spans(), await cursor()];
    const client = await isnad.database.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT update_task_spans(1000)');
    await client.query('ROLLBACK');
    client.release();
    expect([await spans(), await cursor()]).toEqual([before, place]);
    await isnad.services.flow.updateTaskSpans();
    expect(await cursor()).toBe(await end());
  });
});
