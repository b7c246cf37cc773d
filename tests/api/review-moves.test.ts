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
import { createHouse, type House, type Person } from '../support/test-runtime.js';

interface Moves {
  status: string;
  items: { event: string; to: string; allowed: boolean; why: string | null }[];
}

let house: House;
beforeAll(async () => {
  house = await createHouse({ seeded: true });
});
afterAll(() => house.close());

const movesOf = async (claim: string, person: Person): Promise<Moves> =>
  bodyOf(await house.as(person).get(`/v1/claims/${claim}/transitions`)) as Moves;

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
    const claim = await enterClaim(house);
    const task = await startReview(house, claim);
    expect(await refusal(move(house, 'checker2', claim, { event: 'release' }))).toEqual([
      403,
      'not-the-holder',
    ]);
    bodyOf(await move(house, 'checker', claim, { event: 'release', note: 'ill' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'open' });
    expect(await readTask(house, claim)).toMatchObject({ id: task.id, state: 'open', assignee: null });

    await startTask(house, claim, 'checker2');
    bodyOf(await moveTask(house, 'checker2', task, { event: 'release' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'open' });
  });

  it('starts by the claim as well as by its task, for whoever holds it', async () => {
    const claim = await enterClaim(house);
    await acceptClaim(house, claim);
    expect(await refusal(move(house, 'checker', claim, { event: 'start' }))).toEqual([403, 'not-the-holder']);
    await takeTask(house, claim);
    expect(await refusal(move(house, 'checker', claim, { event: 'release' }))).toEqual([409, 'illegal-move']);
    bodyOf(await move(house, 'checker', claim, { event: 'start' }));
    expect(await readTask(house, claim)).toMatchObject({ state: 'in_progress', assignee: 'checker' });
    expect(await refusal(move(house, 'checker', claim, { event: 'start' }))).toEqual([409, 'illegal-move']);
  });

  it('goes to another when an editor assigns it anew, who begins it again', async () => {
    const claim = await enterClaim(house);
    const task = await startReview(house, claim);
    bodyOf(await moveTask(house, 'editor', task, { event: 'assign', assignee: 'checker2' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'open' });
    expect(await readTask(house, claim)).toMatchObject({ state: 'assigned', assignee: 'checker2' });
    expect((await moveTask(house, 'checker', task, { event: 'start' })).status).toBe(403);
    bodyOf(await moveTask(house, 'checker2', task, { event: 'start' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'in_review' });
  });

  it('cannot be let go between a verdict and its recording', async () => {
    const claim = await enterClaim(house);
    const { id } = await startReview(house, claim);
    const submitted = await house.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    expect(submitted.status).toBe(202);
    for (const person of ['checker', 'editor'] as const) {
      expect(await chances(claim, person)).toEqual({ record: false, release: false });
      expect(await refusal(move(house, person, claim, { event: 'release' }))).toEqual([
        409,
        'verdict-under-way',
      ]);
    }
    await house.work();
    expect(await readStatus(house, claim)).toMatchObject({ status: 'in_approval' });
  });

  it('begins a new round for the same checker, with the text, when the verdict is returned or withdrawn', async () => {
    const claim = await enterClaim(house);
    const first = await proposeVerdict(house, claim);
    bodyOf(await move(house, 'editor2', claim, { event: 'return', note: 'Name the second source.' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'in_review', rating: null });
    expect(await readVerdict(house, first.id)).toMatchObject({
      state: 'returned',
      note: 'Name the second source.',
    });
    const second = await readTask(house, claim);
    expect(second).toMatchObject({
      stage: 'review',
      round: 2,
      state: 'in_progress',
      assignee: 'checker',
      hasDraft: true,
    });
    const draft = await house.as('checker').get(`/v1/tasks/${second.id}/draft`);
    expect(bodyOf(draft)).toMatchObject({ draft: verdictBody() });

    const again = await submitVerdict(house, second, 'checker', verdictBody('mostly-false'));
    expect(await refusal(move(house, 'editor', claim, { event: 'withdraw' }))).toEqual([
      403,
      'not-the-author',
    ]);
    bodyOf(await move(house, 'checker', claim, { event: 'withdraw', note: 'A slip.' }));
    expect(await readVerdict(house, again.id)).toMatchObject({ state: 'withdrawn' });
    expect(await readTask(house, claim)).toMatchObject({
      round: 3,
      state: 'in_progress',
      assignee: 'checker',
    });
    const { tasks } = await readClaim(house, claim);
    expect(tasks?.map(({ stage, round, state }) => `${stage} ${String(round)} ${state}`)).toEqual([
      'review 1 done',
      'approval 1 returned',
      'review 2 done',
      'approval 2 cancelled',
      'review 3 in_progress',
    ]);
  });

  it('is open to all again when whoever wrote the returned verdict has left', async () => {
    const claim = await enterClaim(house);
    const verdict = await proposeVerdict(house, claim, { author: 'checker2' });
    const leave = (active: boolean) => house.as('admin').patch('/v1/members/checker2', { active });
    expect((await leave(false)).status).toBe(200);
    bodyOf(await decide(house, 'editor', verdict, 'return', { note: 'Unclear.' }));
    expect(await readTask(house, claim)).toMatchObject({
      round: 2,
      state: 'open',
      assignee: null,
      hasDraft: true,
    });
    expect(await readStatus(house, claim)).toMatchObject({ status: 'open' });
    expect((await leave(true)).status).toBe(200);
  });
});

describe('four eyes', () => {
  it('nobody but another editor approves, by the verdict or by the claim', async () => {
    const claim = await enterClaim(house);
    const verdict = await proposeVerdict(house, claim);
    const expected: [Person, number, string][] = [
      ['checker', 403, 'own-verdict'],
      ['checker2', 403, 'editors-only'],
      ['admin', 403, 'forbidden'],
      ['reader', 403, 'forbidden'],
    ];
    for (const [person, status, code] of expected) {
      expect(await refusal(decide(house, person, verdict, 'approve')), person).toEqual([status, code]);
      expect(await refusal(move(house, person, claim, { event: 'approve' })), person).toEqual([status, code]);
      expect((await decide(house, person, verdict, 'return', { note: 'x' })).status, person).toBe(403);
    }
    expect((await house.stranger.post(`/v1/verdicts/${verdict.id}/approve`)).status).toBe(401);
    expect(await readStatus(house, claim)).toMatchObject({ status: 'in_approval' });
    bodyOf(await decide(house, 'editor', verdict, 'approve'));
    expect(await readVerdict(house, verdict.id)).toMatchObject({ author: 'checker', approver: 'editor' });
  });

  it('an editor does not approve what they wrote, nor takes or is given its approval', async () => {
    const claim = await enterClaim(house);
    const verdict = await proposeVerdict(house, claim, { author: 'editor' });
    expect(await refusal(decide(house, 'editor', verdict, 'approve'))).toEqual([403, 'own-verdict']);
    const task = await readTask(house, claim);
    expect(await refusal(moveTask(house, 'editor', task, { event: 'take' }))).toEqual([403, 'own-verdict']);
    const assign = { event: 'assign', assignee: 'editor' };
    expect(await refusal(moveTask(house, 'editor2', task, assign))).toEqual([409, 'own-verdict']);
    bodyOf(await decide(house, 'editor2', verdict, 'approve'));
  });

  it('an approval that another editor has taken is theirs', async () => {
    const claim = await enterClaim(house);
    const verdict = await proposeVerdict(house, claim);
    await takeTask(house, claim, 'editor2');
    for (const answer of [
      decide(house, 'editor', verdict, 'approve'),
      move(house, 'editor', claim, { event: 'approve' }),
    ])
      expect(await refusal(answer)).toEqual([409, 'held-by-another']);
    bodyOf(await decide(house, 'editor2', verdict, 'approve'));
  });

  it('one approval counts of several at once', async () => {
    const claim = await enterClaim(house);
    const verdict = await proposeVerdict(house, claim);
    const answers = await Promise.all(
      (['editor', 'editor2', 'editor'] as const).map((person) => decide(house, person, verdict, 'approve')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await readStatus(house, claim)).toMatchObject({ status: 'published', revision: 1 });
  });
});

describe('correcting in public', () => {
  const correct = (claim: string) =>
    move(house, 'editor', claim, {
      event: 'correct',
      reason: 'new_evidence',
      note: 'A witness came forward.',
    });

  const seenByReader = async (verdict: Verdict): Promise<unknown> =>
    bodyOf(await house.as('reader').get(`/v1/verdicts/${verdict.id}`));

  it('keeps the published revision in sight until the next one, and readable after it', async () => {
    const claim = await enterClaim(house);
    const first = await publishVerdict(house, claim);
    const published = { revision: 1, rating: 'false', underCorrection: true };
    expect(bodyOf(await correct(claim))).toMatchObject({ status: 'correcting', ...published });
    expect(await readTask(house, claim)).toMatchObject({ stage: 'correction', round: 1, state: 'open' });
    const task = await startTask(house, claim, 'checker2');
    const second = await submitVerdict(house, task, 'checker2', verdictBody('mostly-true'));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'in_approval', ...published });
    bodyOf(await decide(house, 'editor2', second, 'return', { note: 'Too far.' }));
    expect(await readStatus(house, claim)).toMatchObject({ status: 'correcting', ...published });
    const round = await readTask(house, claim);
    expect(round).toMatchObject({
      stage: 'correction',
      round: 2,
      assignee: 'checker2',
      state: 'in_progress',
    });

    const third = await submitVerdict(house, round, 'checker2', verdictBody('mixed'));
    expect(await seenByReader(first)).toMatchObject({ state: 'published', revision: 1 });
    bodyOf(await decide(house, 'editor2', third, 'approve'));
    expect(await readStatus(house, claim)).toMatchObject({
      status: 'published',
      revision: 2,
      rating: 'mixed',
      underCorrection: false,
    });
    expect(await seenByReader(first)).toMatchObject({
      state: 'superseded',
      revision: 1,
      rationale: first.rationale,
    });
    expect(await seenByReader(third)).toMatchObject({ state: 'published', revision: 2 });
    expect((await house.as('reader').get(`/v1/verdicts/${second.id}`)).status).toBe(404);
  });

  it('can be called off', async () => {
    const claim = await enterClaim(house);
    await publishVerdict(house, claim);
    bodyOf(await correct(claim));
    const task = await startTask(house, claim, 'checker2');
    expect(await refusal(move(house, 'checker2', claim, { event: 'cancel' }))).toEqual([403, 'editors-only']);
    bodyOf(await move(house, 'editor', claim, { event: 'cancel', note: 'It holds.' }));
    expect(await readStatus(house, claim)).toMatchObject({
      status: 'published',
      revision: 1,
      underCorrection: false,
    });
    expect((await readClaim(house, claim)).tasks?.find(({ id }) => id === task.id)?.state).toBe('cancelled');
  });

  it('that is called off between a verdict and its recording refuses the verdict', async () => {
    const claim = await enterClaim(house);
    await publishVerdict(house, claim);
    bodyOf(await correct(claim));
    const { id } = await startTask(house, claim);
    const submitted = await house.as('checker').post(`/v1/tasks/${id}/verdict`, verdictBody());
    bodyOf(await move(house, 'editor', claim, { event: 'cancel' }));
    await house.work();
    expect(await readVerdict(house, (submitted.body as Verdict).id)).toMatchObject({
      state: 'refused',
      problem: { reasons: ['task-not-held'] },
    });
    expect(await readStatus(house, claim)).toMatchObject({ status: 'published', revision: 1 });
  });

  it('withdraws a retracted verdict from the claim, and leaves it readable', async () => {
    const claim = await enterClaim(house);
    const verdict = await publishVerdict(house, claim);
    expect(faultsOf(await move(house, 'editor', claim, { event: 'retract' }))).toEqual(['/reason']);
    bodyOf(await move(house, 'editor', claim, { event: 'retract', reason: 'Forged documents.' }));
    expect(await readStatus(house, claim)).toMatchObject({
      status: 'retracted',
      rating: null,
      revision: null,
      underCorrection: false,
    });
    expect(await seenByReader(verdict)).toMatchObject({ state: 'retracted', revision: 1 });
    expect((await readClaim(house, claim, 'reader')).verdicts).toMatchObject([{ state: 'retracted' }]);

    bodyOf(await move(house, 'editor', claim, { event: 'reopen', reason: 'The originals were found.' }));
    await acceptClaim(house, claim);
    const task = await startTask(house, claim, 'checker2');
    expect(task).toMatchObject({ stage: 'review', round: 2, hasDraft: false });
    const next = await submitVerdict(house, task, 'checker2', verdictBody('true'));
    bodyOf(await decide(house, 'editor2', next, 'approve'));
    expect(await readStatus(house, claim)).toMatchObject({
      status: 'published',
      revision: 2,
      rating: 'true',
    });
  });
});
