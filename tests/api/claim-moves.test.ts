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
  tagOf,
  takeTask,
  verdictBody,
  type Verdict,
} from '../support/desk.js';
import { createHouse, type House, type Person } from '../support/house.js';

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
  bodyOf(await house.as(person).get(`/v1/claims/${claim}/transitions`));

/** Event → whether this person may bring it about. */
const chances = async (claim: string, person: Person): Promise<Record<string, boolean>> =>
  Object.fromEntries((await movesOf(claim, person)).items.map(({ event, allowed }) => [event, allowed]));

/** Status and code of a refusal. */
const refusal = async (answer: ReturnType<typeof move>): Promise<[number, string]> => {
  const response = await answer;
  return [response.status, problemOf(response).code];
};

describe('what may be done with a claim', () => {
  it('is listed for each, with the reason where it may not', async () => {
    const claim = await enterClaim(house);
    expect(await chances(claim, 'editor')).toEqual({ accept: true, reject: true, merge: true });
    for (const person of ['reader', 'checker', 'admin'] as const) {
      const { status, items } = await movesOf(claim, person);
      expect(status).toBe('submitted');
      for (const { allowed, why } of items)
        expect([allowed, why]).toEqual([false, 'Only an editor may do this.']);
    }
    expect((await movesOf(claim, 'editor')).items[0]).toEqual({
      event: 'accept',
      to: 'open',
      allowed: true,
      why: null,
    });
  });

  it('changes with who holds its task', async () => {
    const claim = await enterClaim(house);
    await acceptClaim(house, claim);
    expect(await chances(claim, 'checker')).toEqual({ start: false, reject: false, merge: false });
    const task = await takeTask(house, claim);
    expect((await chances(claim, 'checker'))['start']).toBe(true);
    expect((await chances(claim, 'checker2'))['start']).toBe(false);
    await moveTask(house, 'checker', task, { event: 'start' });
    expect(await chances(claim, 'checker')).toEqual({ record: false, release: true });
    expect(await chances(claim, 'editor')).toEqual({ record: false, release: true });
  });

  it('shows to four pairs of eyes who may decide', async () => {
    const claim = await enterClaim(house);
    await proposeVerdict(house, claim, { author: 'editor' });
    expect(await chances(claim, 'editor')).toEqual({ approve: false, return: false, withdraw: true });
    expect(await chances(claim, 'editor2')).toEqual({ approve: true, return: true, withdraw: false });
    for (const person of ['checker', 'admin', 'reader'] as const)
      expect(await chances(claim, person)).toEqual({ approve: false, return: false, withdraw: false });
  });

  it('is what posting the move then finds', async () => {
    const claim = await enterClaim(house);
    await startReview(house, claim);
    for (const person of ['checker', 'checker2', 'editor'] as const)
      for (const { event, allowed } of (await movesOf(claim, person)).items)
        if (!allowed && event !== 'record')
          expect((await move(house, person, claim, { event })).status, `${person} ${event}`).toBe(403);
  });

  it('is not to be asked by strangers, nor of claims that are not there', async () => {
    expect((await house.stranger.get('/v1/claims/C34/transitions')).status).toBe(401);
    expect((await house.as('reader').get('/v1/claims/none/transitions')).status).toBe(404);
  });
});

describe('moving a claim', () => {
  it('accepts it with priority and topics, which its review task takes over', async () => {
    const claim = await enterClaim(house);
    const body = { event: 'accept', priority: 'urgent', topics: ['visit'] };
    const moved = await move(house, 'editor', claim, body);
    expect(bodyOf(moved)).toEqual(await readStatus(house, claim));
    expect(await readClaim(house, claim)).toMatchObject({
      status: 'open',
      priority: 'urgent',
      topics: ['visit'],
    });
    expect(await readTask(house, claim)).toMatchObject({
      stage: 'review',
      state: 'open',
      priority: 'urgent',
    });
    const { tasks } = await readClaim(house, claim);
    expect(tasks?.map(({ stage }) => stage)).toEqual(['review']);
  });

  it('ends the triage task that was waiting, in the name of whoever decided', async () => {
    const claim = await enterClaim(house);
    await house.work();
    await acceptClaim(house, claim);
    expect((await readClaim(house, claim)).tasks).toMatchObject([
      { stage: 'triage', state: 'done', assignee: 'editor' },
      { stage: 'review', state: 'open', assignee: null },
    ]);
  });

  it('rejects and reopens it, as often as it takes', async () => {
    const claim = await enterClaim(house);
    for (const round of [1, 2]) {
      expect(await readTask(house, claim)).toMatchObject({ stage: 'triage', round });
      bodyOf(await move(house, 'editor', claim, { event: 'reject', reason: 'An opinion.' }));
      expect(await readStatus(house, claim)).toMatchObject({ status: 'rejected' });
      bodyOf(await move(house, 'editor2', claim, { event: 'reopen', reason: 'Not only.' }));
    }
    await startReview(house, claim);
    expect(await refusal(move(house, 'editor', claim, { event: 'reject', reason: 'late' }))).toEqual([
      409,
      'illegal-move',
    ]);
  });

  it('cancels the review of a claim that is rejected while it is open', async () => {
    const claim = await enterClaim(house);
    await acceptClaim(house, claim);
    const task = await takeTask(house, claim);
    bodyOf(await move(house, 'editor', claim, { event: 'reject', reason: 'A double.' }));
    expect((await readClaim(house, claim)).tasks?.find(({ id }) => id === task.id)?.state).toBe('cancelled');
    expect(await refusal(moveTask(house, 'checker', task, { event: 'start' }))).toEqual([
      409,
      'illegal-move',
    ]);
  });

  it('refuses a stale tag and takes the current one, of the claim or of its status', async () => {
    const claim = await enterClaim(house);
    const path = `/v1/claims/${claim}`;
    const post = (body: object, tag: string) =>
      house.as('editor').post(`${path}/transitions`, body, { 'If-Match': tag });
    const whole = tagOf(await house.as('editor').get(path));
    const accepted = await post({ event: 'accept' }, whole);
    expect(accepted.status).toBe(200);
    const late = await post({ event: 'reject', reason: 'no' }, whole);
    expect([late.status, faultsOf(late)]).toEqual([412, ['If-Match']]);
    const status = tagOf(await house.as('reader').get(`${path}/status`));
    expect((await post({ event: 'reject', reason: 'no' }, status)).status).toBe(200);
  });

  it('lets one of two editors through who move it at once', async () => {
    const claim = await enterClaim(house);
    const answers = await Promise.all([
      move(house, 'editor', claim, { event: 'accept' }),
      move(house, 'editor2', claim, { event: 'reject', reason: 'no' }),
      move(house, 'editor', claim, { event: 'accept' }),
    ]);
    const passed = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual(
      passed.length === 2 ? [200, 200, 409] : [200, 409, 409],
    );
    expect(await readStatus(house, claim)).toEqual(passed.at(-1)?.body);
  });

  it('names what a command lacks, and refuses moves there are none of', async () => {
    const post = (body: object) => move(house, 'editor', 'C10', body);
    expect(faultsOf(await post({ event: 'publish' }))).toEqual(['/event']);
    expect(faultsOf(await post({}))).toEqual(['/event']);
    expect(faultsOf(await post({ event: 'reject', note: 'x' }))).toEqual(['/note', '/reason']);
    expect(faultsOf(await post({ event: 'accept', priority: 'now', topics: ['A'] }))).toEqual([
      '/priority',
      '/topics/0',
    ]);
    expect(faultsOf(await post({ event: 'correct', reason: 'because', note: 'x' }))).toEqual(['/reason']);
    for (const event of ['start', 'release', 'approve', 'withdraw', 'cancel'])
      expect(await refusal(post({ event })), event).toEqual([409, 'illegal-move']);
    expect(problemOf(await post({ event: 'cancel' })).detail).toContain('accept, reject, merge');
  });

  it('is for the people of the desk', async () => {
    const body = { event: 'accept' };
    expect((await house.stranger.post('/v1/claims/C10/transitions', body)).status).toBe(401);
    for (const person of ['reader', 'admin'] as const)
      expect((await move(house, person, 'C10', body)).status).toBe(403);
    expect(await refusal(move(house, 'checker', 'C10', body))).toEqual([403, 'editors-only']);
    expect((await move(house, 'editor', 'none', body)).status).toBe(404);
  });
});

describe('merging claims', () => {
  const merge = (from: string, into: string) => move(house, 'editor', from, { event: 'merge', into });

  it('says where the claim went, and where it is no more when it is reopened', async () => {
    const [from, into] = [await enterClaim(house), await enterClaim(house)];
    expect(bodyOf(await merge(from, into))).toMatchObject({ status: 'merged', mergedInto: into });
    expect(await readClaim(house, from, 'reader')).toMatchObject({ mergedInto: into });
    bodyOf(await move(house, 'editor', from, { event: 'reopen', reason: 'Another matter.' }));
    expect(await readStatus(house, from)).toMatchObject({ status: 'submitted', mergedInto: null });
  });

  it('is refused into itself, into what is gone, and into nothing', async () => {
    const [from, gone, into] = [await enterClaim(house), await enterClaim(house), await enterClaim(house)];
    const { id } = await readStatus(house, from);
    expect(await refusal(merge(from, id))).toEqual([409, 'merge-into-itself']);
    bodyOf(await merge(gone, into));
    expect(await refusal(merge(from, gone))).toEqual([409, 'merge-target-gone']);
    expect(await refusal(merge(from, 'none'))).toEqual([404, 'claim-not-found']);
    expect(faultsOf(await move(house, 'editor', from, { event: 'merge' }))).toEqual(['/into']);
    expect(await readStatus(house, from)).toMatchObject({ status: 'submitted', version: 2 });
  });

  it('lets one through of two claims that are merged into each other at once', async () => {
    const [one, two] = [await enterClaim(house), await enterClaim(house)];
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

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
