/** Whoever changes what a verdict is published with, after it was submitted or on an earlier day, does not decide on it. */
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyVersion } from '../support/api.js';
import {
  bodyOf,
  decide,
  enterClaim,
  move,
  proposeVerdict,
  publishVerdict,
  readTask,
  readVerdict,
  startReview,
  startTask,
  submitVerdict,
  verdictBody,
  type Task,
  type Verdict,
} from '../support/desk.js';
import { done, explained, outcomeOf } from '../support/outcomes.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.database.pool.query('UPDATE desk_settings SET wip_limit = 1000');
});
afterAll(() => isnad.close());

it('what is published is not decided on by whoever changed it after the verdict was recorded', async () => {
  const claim = await enterClaim(isnad);
  const verdict = await proposeVerdict(isnad, claim);
  bodyOf(await isnad.as('editor').patch(`/v1/claims/${claim}`, { statementDate: '2017-09-03' }, anyVersion));
  expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
  expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual(done);
});

it('a note of evidence is approved by somebody else also where a later revision is the first to cite it', async () => {
  const claim = await enterClaim(isnad);
  const note = { url: 'https://example.org/', stance: 'for', note: 'It says so.' };
  const added = await isnad.as('editor').post(`/v1/claims/${claim}/evidence`, note);
  const { id } = added.body as { id: string };
  await publishVerdict(isnad, claim);
  bodyOf(await isnad.as('admin').patch('/v1/members/checker2', { role: 'editor' }));
  bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'new_evidence', note: 'More.' }));
  const body = verdictBody('false', { evidence: [id] });
  const proposed = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', body);
  expect(await outcomeOf(decide(isnad, 'editor', proposed, 'approve'))).toEqual([403, 'own_verdict']);
  expect(await outcomeOf(decide(isnad, 'checker2', proposed, 'approve'))).toEqual(done);
  bodyOf(await isnad.as('admin').patch('/v1/members/checker2', { role: 'checker' }));
  // Published by now, it binds nobody any more.
  bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'error', note: 'A number.' }));
  const next = await submitVerdict(isnad, await startTask(isnad, claim), 'checker', body);
  expect(await outcomeOf(decide(isnad, 'editor', next, 'approve'))).toEqual(done);
});

it('whoever says what somebody answered does not decide on it, however early they said so', async () => {
  const claim = await enterClaim(isnad);
  const answer = { label: 'Ministry', outcome: 'replied', date: '2024-06-18', text: 'We admit it.' };
  const asked = { ...answer, outcome: 'no_answer', source: 'miller', label: undefined, text: undefined };
  expect((await isnad.as('editor2').post(`/v1/claims/${claim}/contacts`, answer)).status).toBe(201);
  expect((await isnad.as('editor').post(`/v1/claims/${claim}/contacts`, asked)).status).toBe(201);
  const verdict = await submitVerdict(isnad, await startReview(isnad, claim));
  expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
  expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
});

it.each(['replied', 'declined'])(
  'a member who records that somebody %s, without quoting them, does not decide on it, however early it was',
  async (outcome) => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    const answer = { source: 'miller', outcome, date: '2024-06-18' };
    expect((await isnad.as('editor2').post(`/v1/claims/${claim}/contacts`, answer)).status).toBe(201);
    const verdict = await submitVerdict(isnad, task);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  },
);

describe('whoever changes what a verdict is published with, after it was submitted', () => {
  const ways = {
    'a reply': (claim) =>
      isnad.as('editor2').post(`/v1/claims/${claim}/contacts`, {
        ...{ source: 'miller', outcome: 'replied', date: '2026-11-02', text: 'Words of one editor.' },
      }),
    'a chain': (claim) =>
      isnad.as('editor2').put(`/v1/claims/${claim}/attributions`, { attributions: [] }, anyVersion),
    'the name of a source': () =>
      isnad.as('editor2').patch('/v1/sources/miller', { name: `Miller ${String(++names)}` }, anyVersion),
    'the title of its article': async (claim) => {
      const { article } = bodyOf(await isnad.as('editor2').get(`/v1/claims/${claim}`)) as {
        article: { ref: string };
      };
      return isnad
        .as('editor2')
        .patch(`/v1/articles/${article.ref}`, { title: 'As one editor would have it' });
    },
    'who denies it': (_claim, denial) =>
      isnad
        .as('editor2')
        .put(
          `/v1/claims/${denial}/attributions`,
          { attributions: [{ source: 'dprk', mode: 'direct' }] },
          anyVersion,
        ),
    'a denial that is no longer rejected': (_claim, denial) =>
      move(isnad, 'editor2', denial, { event: 'reopen', reason: 'It counts after all.' }),
    'a denial that is rejected': (_claim, denial) =>
      move(isnad, 'editor2', denial, { event: 'reject', reason: 'It is none.' }),
  } satisfies Record<string, (claim: string, denial: string) => PromiseLike<Response>>;
  let names = 0;

  /** A claim in review, and another that denies it; to be re-opened, that one is rejected first. */
  const prepare = async (way: string): Promise<{ claim: string; denial: string; task: Task }> => {
    const claim = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
    const denial = await enterClaim(isnad);
    const relation = { type: 'denies', to: claim };
    expect((await isnad.as('editor2').post(`/v1/claims/${denial}/relations`, relation)).status).toBe(201);
    if (way === 'a denial that is no longer rejected')
      bodyOf(await move(isnad, 'editor2', denial, { event: 'reject', reason: 'It is none.' }));
    return { claim, denial, task: await startReview(isnad, claim) };
  };

  it.each(Object.entries(ways))('%s: does not decide on it; another editor does', async (way, act) => {
    const { claim, denial, task } = await prepare(way);
    const verdict = await submitVerdict(isnad, task);
    expect((await act(claim, denial)).status).toBeLessThan(300);
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    const [allowed] = await explained(isnad, 'editor2', `/v1/verdicts/${verdict.id}`, 'approve');
    expect(allowed).toBe(false);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  });

  it.each(Object.entries(ways))('%s: nor where it was not recorded yet', async (way, act) => {
    const { claim, denial, task } = await prepare(way);
    const submitted = await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, verdictBody());
    expect(submitted.status).toBe(202);
    const { id } = submitted.body as Verdict;
    expect((await act(claim, denial)).status).toBeLessThan(300);
    await isnad.work();
    const verdict = await readVerdict(isnad, id);
    expect(verdict.status).toBe('proposed');
    expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    expect(await outcomeOf(decide(isnad, 'editor', verdict, 'approve'))).toEqual(done);
  });
});

it('a related claim is not rejected by the last editor who could decide, nor does whoever did so approve', async () => {
  const claim = await enterClaim(isnad);
  const denial = await enterClaim(isnad);
  const relation = { type: 'denies', to: claim };
  expect((await isnad.as('checker').post(`/v1/claims/${denial}/relations`, relation)).status).toBe(201);
  const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
  const reject = (person: Person) => move(isnad, person, denial, { event: 'reject', reason: 'It is none.' });
  expect(await outcomeOf(reject('editor2'))).toEqual([409, 'nobody_left_to_decide']);
  expect(await outcomeOf(reject('editor'))).toEqual(done);
  expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual(done);
});

it('a source that a verdict names is not called otherwise by the last editor who could decide on it', async () => {
  const claim = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
  const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
  const patch = (change: object) => isnad.as('editor2').patch('/v1/sources/miller', change, anyVersion);
  expect(await outcomeOf(patch({ name: 'Miller, once more' }))).toEqual([409, 'nobody_left_to_decide']);
  expect(await outcomeOf(patch({ note: 'Nobody is shown this.' }))).toEqual(done);
  expect(await outcomeOf(decide(isnad, 'editor2', verdict, 'approve'))).toEqual(done);
});

it('whoever returned a verdict, and then changed what the next one names, is told at once that they cannot decide', async () => {
  const claim = await enterClaim(isnad, { attributions: [{ source: 'miller', mode: 'direct' }] });
  const first = await proposeVerdict(isnad, claim);
  bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Look again.' }));
  const second = await submitVerdict(isnad, await readTask(isnad, claim));
  const name = { name: 'Miller, as of now' };
  bodyOf(await isnad.as('editor2').patch('/v1/sources/miller', name, anyVersion));
  const [allowed] = await explained(isnad, 'editor2', `/v1/verdicts/${second.id}`, 'approve');
  expect(allowed).toBe(false);
  expect(await outcomeOf(decide(isnad, 'editor2', second, 'approve'))).toEqual([403, 'own_verdict']);
  expect(await outcomeOf(decide(isnad, 'editor', second, 'approve'))).toEqual(done);
});

it('a verdict whose claim was rejected before it was recorded is refused at once, and no other is taken for it', async () => {
  const claim = await enterClaim(isnad);
  const task = await startReview(isnad, claim);
  const submitted = await isnad.as('checker').post(`/v1/tasks/${task.id}/verdict`, verdictBody());
  const { id } = submitted.body as Verdict;
  bodyOf(await move(isnad, 'editor', claim, { event: 'reject', reason: 'None of ours.' }));
  expect(await readVerdict(isnad, id)).toMatchObject({
    status: 'refused',
    problem: { reasons: ['task_not_held'] },
  });
  bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'Ours after all.' }));
  const again = await submitVerdict(isnad, await startReview(isnad, claim, 'checker2'), 'checker2');
  expect(again.status).toBe('proposed');
  expect((await readVerdict(isnad, id)).status).toBe('refused');
});
