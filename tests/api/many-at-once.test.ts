/** Changes of the same few claims by many callers: none deadlocks, none is kept waiting, and no reader waits for any. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agrees, type ClaimStatus } from '../../src/domain/claim/lifecycle.js';
import type { Stage, TaskStatus } from '../../src/domain/task/lifecycle.js';
import { expectOrderly } from '../support/crowd.js';
import { enterClaim, proposeVerdict, readProposed, readTask, startReview } from '../support/desk.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

/** Of each, so many at once; more among the long tests. */
const isLong = process.env['LONG'] === '1';
const crowd = isLong
  ? { merges: 24, approvals: 20, anything: 120 }
  : { merges: 12, approvals: 8, anything: 60 };

const seed = seedOfRun();
const luck = createLuck(seed);

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

const move = (claim: string, command: object) =>
  isnad.as('editor').post(`/v1/claims/${claim}/transitions`, command).then();

const deadlocks = async (): Promise<number> => {
  const { rows } = await isnad.database.pool.query<{ deadlocks: number }>(
    'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
  );
  return rows[0]?.deadlocks ?? NaN;
};

it('opposite merges of two claims, many at once: one stays, and everybody is told at once', async () => {
  const [one, two] = [await enterClaim(isnad), await enterClaim(isnad)];
  await isnad.work();
  const merges = Array.from({ length: crowd.merges }, (_, at) =>
    at % 2 === 0 ? move(one, { event: 'merge', into: two }) : move(two, { event: 'merge', into: one }),
  );
  const statuses = await expectOrderly(merges, [200, 409]);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(await deadlocks()).toBe(0);
});

it('14 opposite relations between two claims: each stands once', async () => {
  const [one, two] = [await enterClaim(isnad), await enterClaim(isnad)];
  const relate = (from: string, to: string) =>
    isnad.as('checker').post(`/v1/claims/${from}/relations`, { type: 'denies', to }).then();
  const relations = Array.from({ length: 14 }, (_, at) =>
    at % 2 === 0 ? relate(one, two) : relate(two, one),
  );
  const statuses = await expectOrderly(relations, [200, 201, 409]);
  expect(statuses.filter((status) => status < 300)).toHaveLength(2);
  expect(await deadlocks()).toBe(0);
});

it('20 approvals by an editor who is demoted meanwhile are made or refused, and none fails', async () => {
  const verdicts = await Promise.all(
    Array.from({ length: crowd.approvals }, async () => proposeVerdict(isnad, await enterClaim(isnad))),
  );
  const read = await Promise.all(verdicts.map((verdict) => readProposed(isnad, verdict)));
  const demotion = isnad
    .as('admin')
    .patch('/v1/members/editor2', { role: 'reader' }, { 'If-Match': '*' })
    .then();
  const approvals = verdicts.map(({ id }, at) =>
    isnad
      .as('editor2')
      .post(`/v1/verdicts/${id}/transitions`, { event: 'approve', ...read[at] })
      .then(),
  );
  await expectOrderly([demotion, ...approvals], [200, 202, 403, 409], 40_000);
  await isnad.database.pool.query(`UPDATE members SET role = 'editor' WHERE ref = 'editor2'`);
});

it(`anything by anybody on five related claims leaves claim and task in agreement (SEED=${String(seed)})`, async () => {
  const claims = await Promise.all(Array.from({ length: 5 }, () => enterClaim(isnad)));
  const pick = (): string => luck.oneOf(claims);
  const relate = (from: string, to: string, type: string) =>
    isnad.as('checker').post(`/v1/claims/${from}/relations`, { type, to }).then();
  for (const claim of claims.slice(0, 3)) await proposeVerdict(isnad, claim);
  await startReview(isnad, claims[3] ?? '');
  const anything = [
    () => move(pick(), { event: 'merge', into: pick() }),
    () => move(pick(), { event: 'reject', reason: 'because' }),
    () => move(pick(), { event: 'reopen', reason: 'because' }),
    () => move(pick(), { event: 'accept' }),
    () => move(pick(), { event: 'release' }),
    () => relate(pick(), pick(), 'denies'),
    () => relate(pick(), pick(), 'repeats'),
    () =>
      isnad
        .as('editor')
        .post('/v1/bulk', { event: 'prioritize', priority: 'high', items: [{ claim: pick() }] })
        .then(),
    () => isnad.as('checker').post('/v1/tasks/next').then(),
    () =>
      isnad
        .as('checker')
        .post(`/v1/claims/${pick()}/evidence`, { url: 'https://127.0.0.1/x', stance: 'for' })
        .then(),
  ];
  const requests = Array.from({ length: crowd.anything }, () => luck.oneOf(anything)());
  const workers = Promise.all([isnad.work(), isnad.work()]);
  await expectOrderly(requests, [200, 201, 204, 400, 403, 404, 409, 412, 422, 503], 30_000);
  await workers;
  expect(await deadlocks()).toBe(0);
  const { rows } = await isnad.database.pool.query<{
    status: ClaimStatus;
    live: { stage: Stage; status: TaskStatus }[];
  }>(
    `SELECT c.status, (SELECT coalesce(jsonb_agg(jsonb_build_object('stage', t.stage, 'status', t.status)), '[]')
       FROM review_tasks t WHERE t.claim_id = c.id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')) AS live
     FROM claims c`,
  );
  for (const { status, live } of rows)
    expect(agrees(status, live), JSON.stringify({ status, live })).toBe(true);
});

it('while a change is held open every status is read, and no reader has a blocker; another change is told in time', async () => {
  const claim = await enterClaim(isnad);
  const task = await readTask(isnad, claim);
  const holder = new pg.Client({ connectionString: isnad.url });
  await holder.connect();
  try {
    await holder.query('BEGIN');
    await holder.query('SELECT lock_docket($1, NULL)', [JSON.stringify({ claim })]);
    await holder.query(`UPDATE claims SET topics = '{held}' WHERE ref = $1`, [claim]);
    const late = move(claim, { event: 'accept' });
    const reads = ['status', 'transitions', 'tasks', 'history', 'verdicts'].map((what) =>
      isnad.as('editor').get(`/v1/claims/${claim}/${what}`).then(),
    );
    await expectOrderly([...reads, isnad.as('editor').get(`/v1/tasks/${task.id}`).then()], [200], 5_000);
    const { rows } = await holder.query<{ query: string }>(
      `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
    );
    expect(rows.every(({ query }) => query.includes('lock_docket'))).toBe(true);
    const refused = await late;
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'changed_meanwhile']);
  } finally {
    await holder.query('ROLLBACK');
    await holder.end();
  }
  expect((await move(claim, { event: 'accept' })).status).toBe(200);
});
