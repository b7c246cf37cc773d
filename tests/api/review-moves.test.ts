import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  publishVerdict,
  readClaim,
  readStatus,
  readTask,
  readVerdict,
  startReview,
  startTask,
  submitVerdict,
  takeTask,
  verdictBody,
  type Verdict,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

interface Moves {
  status: string;
  items: { event: string; to: string; allowed: boolean; why: string | null }[];
}

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const movesOf = async (claim: string, person: Person): Promise<Moves> =>
  bodyOf(await isnad.as(person).get(`/v1/claims/${claim}/transitions`)) as Moves;

/** Event → whether this person may bring it about. */
const chances = async (claim: string, person: Person): Promise<Record<string, boolean>> =>
  Object.fromEntries((await movesOf(claim, person)).items.map(({ event, allowed }) => [event, allowed]));

/** Status and code of a refusal. */
const refusal = async (answer: ReturnType<typeof move>): Promise<[number, string]> => {
  const response = await answer;
  return [response.status, problemOf(response).code];
};

describe('reviewing', () => {
  it('goes back to open when its checker lets it go, by the claim or by the task', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    expect(await refusal(move(isnad, 'checker2', claim, { event: 'release' }))).toEqual([
      403,
      'not_the_holder',
    ]);
    bodyOf(await move(isnad, 'checker', claim, { event: 'release', note: 'ill' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'open' });
    expect(await readTask(isnad, claim)).toMatchObject({ id: task.id, status: 'open', assignee: null });

    await startTask(isnad, claim, 'checker2');
    bodyOf(await moveTask(isnad, 'checker2', task, { event: 'release' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'open' });
  });

  it('starts by the claim as well as by its task, for whoever holds it', async () => {
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    expect(await refusal(move(isnad, 'checker', claim, { event: 'start' }))).toEqual([403, 'not_the_holder']);
    await takeTask(isnad, claim);
    expect(await refusal(move(isnad, 'checker', claim, { event: 'release' }))).toEqual([409, 'illegal_move']);
    bodyOf(await move(isnad, 'checker', claim, { event: 'start' }));
    expect(await readTask(isnad, claim)).toMatchObject({
      status: 'in_progress',
      assignee: { ref: 'checker' },
    });
    expect(await refusal(move(isnad, 'checker', claim, { event: 'start' }))).toEqual([409, 'illegal_move']);
  });

  it('goes to another when an editor assigns it anew, who begins it again', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'assign', assignee: 'checker2' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'open' });
    expect(await readTask(isnad, claim)).toMatchObject({ status: 'assigned', assignee: { ref: 'checker2' } });
    expect((await moveTask(isnad, 'checker', task, { event: 'start' })).status).toBe(403);
    bodyOf(await moveTask(isnad, 'checker2', task, { event: 'start' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_review' });
  });

  it('cannot be let go between a verdict and its recording', async () => {
    const claim = await enterClaim(isnad);
    const { id } = await startReview(isnad, claim);
    const submitted = await isnad.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    expect(submitted.status).toBe(202);
    for (const person of ['checker', 'editor'] as const) {
      expect(await chances(claim, person)).toMatchObject({ record: false, release: false });
      expect(await refusal(move(isnad, person, claim, { event: 'release' }))).toEqual([
        409,
        'verdict_under_way',
      ]);
    }
    await isnad.work();
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_approval' });
  });

  it('begins a new round for the same checker, with the text, when the verdict is returned or withdrawn', async () => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Name the second source.' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_review', rating: null });
    expect(await readVerdict(isnad, first.id)).toMatchObject({
      status: 'returned',
      note: 'Name the second source.',
    });
    const second = await readTask(isnad, claim);
    expect(second).toMatchObject({
      stage: 'review',
      round: 2,
      status: 'in_progress',
      assignee: { ref: 'checker' },
      hasDraft: true,
    });
    const draft = await isnad.as('checker').get(`/v1/tasks/${second.id}/draft`);
    expect(bodyOf(draft)).toMatchObject({ draft: verdictBody() });

    const again = await submitVerdict(isnad, second, 'checker', verdictBody('mostly-false'));
    expect(await refusal(decide(isnad, 'editor', again, 'withdraw'))).toEqual([403, 'not_the_author']);
    bodyOf(await decide(isnad, 'checker', again, 'withdraw', { note: 'A slip.' }));
    expect(await readVerdict(isnad, again.id)).toMatchObject({ status: 'withdrawn' });
    expect(await readTask(isnad, claim)).toMatchObject({
      round: 3,
      status: 'in_progress',
      assignee: { ref: 'checker' },
    });
    const { tasks } = await readClaim(isnad, claim);
    expect(tasks?.map(({ stage, round, status }) => `${stage} ${String(round)} ${status}`)).toEqual([
      'review 1 done',
      'approval 1 returned',
      'review 2 done',
      'approval 2 canceled',
      'review 3 in_progress',
    ]);
  });

  it.each([
    ['withdrawn by its author', 'checker', 'withdraw', {}],
    ['returned by an editor', 'editor2', 'return', { note: 'Again.' }],
  ] as const)(
    'that was %s and let go at the same moment is taken up again, and recorded',
    async (_how, person, event, body) => {
      const claim = await enterClaim(isnad);
      const verdict = await proposeVerdict(isnad, claim);
      const [moved] = await Promise.all([
        decide(isnad, person, verdict, event, body),
        move(isnad, 'editor', claim, { event: 'release' }),
      ]);
      expect(moved.status).toBe(200);
      // Whichever came first: let go now, and before a worker has opened anything.
      if ((await readStatus(isnad, claim)).status !== 'open')
        bodyOf(await move(isnad, 'editor', claim, { event: 'release' }));
      expect(await readTask(isnad, claim)).toMatchObject({ stage: 'review', status: 'open' });
      await isnad.work();
      const again = await submitVerdict(isnad, await startTask(isnad, claim, 'checker2'), 'checker2');
      expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_approval' });
      expect(again.status).toBe('proposed');
    },
  );

  it('is open to all again when whoever wrote the returned verdict has left', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim, { author: 'checker2' });
    const leave = (active: boolean) => isnad.as('admin').patch('/v1/members/checker2', { active });
    expect((await leave(false)).status).toBe(200);
    bodyOf(await decide(isnad, 'editor', verdict, 'return', { note: 'Unclear.' }));
    expect(await readTask(isnad, claim)).toMatchObject({
      round: 2,
      status: 'open',
      assignee: null,
      hasDraft: true,
    });
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'open' });
    expect((await leave(true)).status).toBe(200);
  });
});

describe('four eyes', () => {
  it('nobody but another editor approves, by the verdict or by the claim', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const expected: [Person, number, string][] = [
      ['checker', 403, 'own_verdict'],
      ['checker2', 403, 'editors_only'],
      ['admin', 403, 'forbidden'],
      ['reader', 403, 'forbidden'],
    ];
    for (const [person, status, code] of expected) {
      expect(await refusal(decide(isnad, person, verdict, 'approve')), person).toEqual([status, code]);
      expect((await decide(isnad, person, verdict, 'return', { note: 'x' })).status, person).toBe(403);
    }
    expect((await isnad.stranger.post(`/v1/verdicts/${verdict.id}/transitions`)).status).toBe(401);
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_approval' });
    bodyOf(await decide(isnad, 'editor', verdict, 'approve'));
    expect(await readVerdict(isnad, verdict.id)).toMatchObject({
      author: { ref: 'checker' },
      approver: { ref: 'editor' },
    });
  });

  it('an editor does not approve what they wrote, nor takes or is given its approval', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim, { author: 'editor' });
    expect(await refusal(decide(isnad, 'editor', verdict, 'approve'))).toEqual([403, 'own_verdict']);
    const task = await readTask(isnad, claim);
    expect(await refusal(moveTask(isnad, 'editor', task, { event: 'take' }))).toEqual([403, 'own_verdict']);
    const assign = { event: 'assign', assignee: 'editor' };
    expect(await refusal(moveTask(isnad, 'editor2', task, assign))).toEqual([409, 'own_verdict']);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  });

  it('an approval that another editor has taken is theirs', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    await takeTask(isnad, claim, 'editor2');
    expect(await refusal(decide(isnad, 'editor', verdict, 'approve'))).toEqual([409, 'held_by_another']);
    bodyOf(await decide(isnad, 'editor2', verdict, 'approve'));
  });

  it('one approval counts of several at once', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await proposeVerdict(isnad, claim);
    const answers = await Promise.all(
      (['editor', 'editor2', 'editor'] as const).map((person) => decide(isnad, person, verdict, 'approve')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'published', revision: 1 });
  });
});

describe('correcting in public', () => {
  const correct = (claim: string) =>
    move(isnad, 'editor', claim, {
      event: 'correct',
      reason: 'new_evidence',
      note: 'A witness came forward.',
    });

  const seenByReader = async (verdict: Verdict): Promise<unknown> =>
    bodyOf(await isnad.as('reader').get(`/v1/verdicts/${verdict.id}`));

  it('keeps the published revision in sight until the next one, and readable after it', async () => {
    const claim = await enterClaim(isnad);
    const first = await publishVerdict(isnad, claim);
    const published = { revision: 1, rating: 'false', underCorrection: true };
    expect(bodyOf(await correct(claim))).toMatchObject({ status: 'correcting', ...published });
    expect(await readTask(isnad, claim)).toMatchObject({ stage: 'correction', round: 1, status: 'open' });
    const task = await startTask(isnad, claim, 'checker2');
    const second = await submitVerdict(isnad, task, 'checker2', verdictBody('mostly-true'));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'in_approval', ...published });
    bodyOf(await decide(isnad, 'editor2', second, 'return', { note: 'Too far.' }));
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'correcting', ...published });
    const round = await readTask(isnad, claim);
    expect(round).toMatchObject({
      stage: 'correction',
      round: 2,
      assignee: { ref: 'checker2' },
      status: 'in_progress',
    });

    const third = await submitVerdict(isnad, round, 'checker2', verdictBody('mixed'));
    expect(await seenByReader(first)).toMatchObject({ status: 'published', revision: 1 });
    bodyOf(await decide(isnad, 'editor2', third, 'approve'));
    expect(await readStatus(isnad, claim)).toMatchObject({
      status: 'published',
      revision: 2,
      rating: 'mixed',
      underCorrection: false,
    });
    expect(await seenByReader(first)).toMatchObject({
      status: 'superseded',
      revision: 1,
      rationale: first.rationale,
    });
    expect(await seenByReader(third)).toMatchObject({ status: 'published', revision: 2 });
    expect((await isnad.as('reader').get(`/v1/verdicts/${second.id}`)).status).toBe(404);
  });

  it('can be called off', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await correct(claim));
    const task = await startTask(isnad, claim, 'checker2');
    expect(await refusal(move(isnad, 'checker2', claim, { event: 'cancel' }))).toEqual([403, 'editors_only']);
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel', note: 'It holds.' }));
    expect(await readStatus(isnad, claim)).toMatchObject({
      status: 'published',
      revision: 1,
      underCorrection: false,
    });
    expect((await readClaim(isnad, claim)).tasks?.find(({ id }) => id === task.id)?.status).toBe('canceled');
  });

  it('a correction that is called off between a verdict and its recording refuses the verdict', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await correct(claim));
    const { id } = await startTask(isnad, claim);
    const submitted = await isnad.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    bodyOf(await move(isnad, 'editor', claim, { event: 'cancel' }));
    await isnad.work();
    expect(await readVerdict(isnad, (submitted.body as Verdict).id)).toMatchObject({
      status: 'refused',
      problem: { reasons: ['task_not_held'] },
    });
    expect(await readStatus(isnad, claim)).toMatchObject({ status: 'published', revision: 1 });
  });

  it('withdraws a retracted verdict from the claim, and leaves it readable', async () => {
    const claim = await enterClaim(isnad);
    const verdict = await publishVerdict(isnad, claim);
    expect(faultsOf(await move(isnad, 'editor', claim, { event: 'retract' }))).toEqual(['/reason']);
    bodyOf(await move(isnad, 'editor', claim, { event: 'retract', reason: 'error' }));
    expect(await readStatus(isnad, claim)).toMatchObject({
      status: 'retracted',
      rating: null,
      revision: null,
      underCorrection: false,
    });
    expect(await seenByReader(verdict)).toMatchObject({ status: 'retracted', revision: 1 });
    expect((await readClaim(isnad, claim, 'reader')).verdicts).toMatchObject([{ status: 'retracted' }]);

    bodyOf(await move(isnad, 'editor', claim, { event: 'reopen', reason: 'The originals were found.' }));
    await acceptClaim(isnad, claim);
    const task = await startTask(isnad, claim, 'checker2');
    expect(task).toMatchObject({ stage: 'review', round: 2, hasDraft: false });
    const next = await submitVerdict(isnad, task, 'checker2', verdictBody('true'));
    bodyOf(await decide(isnad, 'editor2', next, 'approve'));
    expect(await readStatus(isnad, claim)).toMatchObject({
      status: 'published',
      revision: 2,
      rating: 'true',
    });
  });
});
