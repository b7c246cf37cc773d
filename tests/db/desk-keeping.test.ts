/** What the database derives by itself about claims and tasks. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  acceptClaim,
  enterClaim,
  proposeVerdict,
  publishVerdict,
  readTask,
  startReview,
} from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
let client: pg.Client;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  client = new pg.Client({ connectionString: isnad.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await isnad.close();
});

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query(sql, values)).rows as Row[];

describe('a claim', () => {
  it('knows the stage of its live task, through all that happens to it', async () => {
    const refs = await Promise.all([1, 2, 3, 4, 5].map(() => enterClaim(isnad)));
    const [, accepted = '', begun = '', proposed = '', published = ''] = refs;
    await acceptClaim(isnad, accepted);
    await startReview(isnad, begun);
    await proposeVerdict(isnad, proposed);
    await publishVerdict(isnad, published);
    await isnad.work();
    const rows = await ask<{ kept: string | null; live: string | null }>(
      `SELECT c.live_stage AS kept, t.stage AS live FROM claims c LEFT JOIN review_tasks t
         ON t.claim_id = c.id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')
       WHERE c.ref = ANY ($1) ORDER BY array_position($1, c.ref)`,
      [refs],
    );
    expect(rows.map(({ live }) => live)).toEqual(['triage', 'review', 'review', 'approval', null]);
    for (const { kept, live } of rows) expect(kept).toBe(live);
  });

  it('is found by the sweep once its task is gone, by whatever path, and not before', async () => {
    const ref = await enterClaim(isnad);
    const { id, claim } = await readTask(isnad, ref);
    const owed = async () =>
      (await isnad.services.tasks.findOwed()).flatMap(({ payload }) => Object.values<string>(payload));
    expect(await owed()).not.toContain(claim.id);
    await ask(`UPDATE review_tasks SET status = 'canceled', closed_at = now() WHERE id = $1`, [id]);
    expect(await owed()).toContain(claim.id);
    await isnad.work();
    expect(await readTask(isnad, ref)).toMatchObject({ stage: 'triage', status: 'open', round: 2 });
  });
});

it('a task has the language of its claim, and keeps up with it', async () => {
  const ref = await enterClaim(isnad, { language: 'ar-EG' });
  const { id } = await readTask(isnad, ref);
  const language = async () =>
    (await ask<{ language: string }>('SELECT language FROM review_tasks WHERE id = $1', [id]))[0]?.language;
  expect(await language()).toBe('ar-EG');
  await ask(`UPDATE claims SET language = 'fa' WHERE ref = $1`, [ref]);
  expect(await language()).toBe('fa');
  await ask(`UPDATE review_tasks SET language = 'xx' WHERE id = $1`, [id]);
  expect(await language()).toBe('fa');
});
