/** How many statements a step costs: authentication and the keeping of an `Idempotency-Key` are counted in. */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ClaimState, Task, Verdict } from '../support/desk.js';
import { acceptClaim, enterClaim, readProposed, tagOf, verdictBody } from '../support/desk.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const statements: string[] = [];
beforeEach(() => {
  const query = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown;
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [asked] = given;
    const text = typeof asked === 'string' ? asked : (asked as { text: string }).text;
    if (!/^\s*(BEGIN|COMMIT|ROLLBACK)/.test(text)) statements.push(text);
    return Reflect.apply(query, this, given) as never;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What came of the work, and how many statements it took. */
async function counting<Result>(work: () => PromiseLike<Result>): Promise<[Result, number]> {
  statements.length = 0;
  const result = await work();
  return [result, statements.length];
}

let keys = 0;

async function post<Body>(
  person: Person,
  path: string,
  body: object,
  status: number,
): Promise<[Body, number]> {
  const request = isnad.as(person).post(path, body);
  const [response, count] = await counting(() => request.set('Idempotency-Key', `"count-${String(++keys)}"`));
  expect(response.status, JSON.stringify(response.body)).toBe(status);
  return [response.body as Body, count];
}

it('a claim from its entry to its publication takes no more than it may', async () => {
  const counts: Record<string, number> = {};
  const { workflow } = isnad.services;
  const openTask = async (name: string, claim: string) => {
    [, counts[name]] = await counting(() => workflow.openTask(claim));
    const task = await isnad.store.db.reviewTask.findFirstOrThrow({
      where: { claimId: claim, closedAt: null },
    });
    return task.id;
  };
  const article = await isnad
    .as('checker')
    .post('/v1/articles', { title: 'Counted', language: 'en', text: 'The bridge was closed on Monday.' });
  const quote = { exact: 'The bridge was closed on Monday' };
  const entry = {
    article: (article.body as { ref: string }).ref,
    kind: 'assertion',
    quote,
    attributions: [{ source: 'dprk', mode: 'direct' }],
  };
  const [claim, create] = await post<{ id: string }>('checker', '/v1/claims', entry, 201);
  await openTask('open the triage', claim.id);
  const moves = `/v1/claims/${claim.id}/transitions`;
  const [accepted, accept] = await post<ClaimState>('editor', moves, { event: 'accept' }, 200);
  const review = await openTask('open the review', claim.id);
  const onTask = `/v1/tasks/${review}/transitions`;
  const [, take] = await post<Task>('checker', onTask, { event: 'take' }, 200);
  const [started, start] = await post<Task>('checker', onTask, { event: 'start' }, 200);
  const [verdict, submit] = await post<Verdict>(
    'checker',
    `/v1/tasks/${review}/verdict`,
    verdictBody('true'),
    202,
  );
  const [, record] = await counting(() => workflow.recordVerdict(verdict.id));
  await openTask('open the approval', claim.id);
  const decisions = `/v1/verdicts/${verdict.id}/transitions`;
  const read = await readProposed(isnad, verdict);
  const [published, approve] = await post<Verdict>('editor2', decisions, { event: 'approve', ...read }, 200);
  Object.assign(counts, { create, accept, take, start, submit, record, approve });

  expect([accepted.status, started.status, published.status]).toEqual(['open', 'in_progress', 'published']);
  const ceilings: Record<string, number> = {
    create: 5,
    'open the triage': 5,
    accept: 6,
    'open the review': 5,
    take: 6,
    start: 6,
    submit: 7,
    record: 6,
    'open the approval': 5,
    approve: 7,
  };
  expect(Object.keys(counts).sort()).toEqual(Object.keys(ceilings).sort());
  const above = Object.entries(counts).filter(([name, count]) => count > (ceilings[name] ?? 0));
  expect(above, statements.join('\n')).toEqual([]);
  expect(Object.values(counts).every((count) => count > 0)).toBe(true);
  const whole = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(whole).toBeLessThanOrEqual(60);
});

it('the next task is taken, begun and given with its draft by no more statements than taking it took', async () => {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  await isnad.work();
  const asked = { stages: ['review'], start: true };
  const [task, count] = await post<Task>('checker2', '/v1/tasks/next', asked, 200);
  expect(task).toMatchObject({ status: 'in_progress', claim: { ref: claim } });
  expect(count, statements.join('\n')).toBeLessThanOrEqual(10);
});

it('what is noted about a claim takes no more than it may', async () => {
  const claim = await enterClaim(isnad);
  const other = await enterClaim(isnad);
  const at = `/v1/claims/${claim}`;
  const counts: Record<string, number> = {};
  const add = async (name: string, body: object) => {
    [, counts[name]] = await post('checker', `${at}/${name}`, body, 201);
  };
  await add('provisions', { provision: 's-res-1718-2006.8b' });
  await add('relations', { type: 'repeats', to: other });
  await add('evidence', { url: 'https://example.org/page', stance: 'for' });
  await add('contacts', { source: 'dprk', outcome: 'asked', date: '2026-11-02' });
  const tag = tagOf(await isnad.as('checker').get(at));
  const body = {
    attributions: [
      { source: 'dprk', mode: 'direct', anonymous: false, from: [{ source: 'nexta', mode: 'indirect' }] },
    ],
  };
  const [chained, count] = await counting(() =>
    isnad
      .as('checker')
      .put(`${at}/attributions`, body)
      .set('If-Match', tag)
      .set('Idempotency-Key', '"count-chain"'),
  );
  expect(chained.status).toBe(200);

  const above = Object.entries({ ...counts, attributions: count }).filter(([, taken]) => taken > 6);
  expect(above, statements.join('\n')).toEqual([]);
  expect(Object.values(counts)).toHaveLength(4);
});
