import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  move,
  moveTask,
  proposeVerdict,
  readClaim,
  readStatus,
  readTask,
  startReview,
  tagOf,
  takeTask,
  type ClaimState,
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

describe('what may be done with a claim', () => {
  it('is listed for each, with the reason where it may not', async () => {
    const claim = await enterClaim(isnad);
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
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    expect(await chances(claim, 'checker')).toEqual({ start: false, reject: false, merge: false });
    const task = await takeTask(isnad, claim);
    expect((await chances(claim, 'checker'))['start']).toBe(true);
    expect((await chances(claim, 'checker2'))['start']).toBe(false);
    await moveTask(isnad, 'checker', task, { event: 'start' });
    const late = { reject: false, merge: false };
    expect(await chances(claim, 'checker')).toEqual({ record: false, release: true, ...late });
    expect(await chances(claim, 'editor')).toEqual({
      record: false,
      release: true,
      reject: true,
      merge: true,
    });
  });

  it('shows to four pairs of eyes who may decide', async () => {
    const claim = await enterClaim(isnad);
    await proposeVerdict(isnad, claim, { author: 'editor' });
    expect(await chances(claim, 'editor')).toEqual({ approve: false, return: false, withdraw: true });
    expect(await chances(claim, 'editor2')).toEqual({ approve: true, return: true, withdraw: false });
    for (const person of ['checker', 'admin', 'reader'] as const)
      expect(await chances(claim, person)).toEqual({ approve: false, return: false, withdraw: false });
  });

  it('is what posting the move then finds', async () => {
    const claim = await enterClaim(isnad);
    await startReview(isnad, claim);
    const needed: Record<string, object> = { reject: { reason: 'No.' }, merge: { into: 'C34' } };
    for (const person of ['checker', 'checker2', 'editor'] as const)
      for (const { event, allowed } of (await movesOf(claim, person)).items)
        if (!allowed && event !== 'record')
          expect(
            (await move(isnad, person, claim, { event, ...needed[event] })).status,
            `${person} ${event}`,
          ).toBe(403);
  });

  it('is not to be asked by strangers, nor of claims that are not there', async () => {
    expect((await isnad.stranger.get('/v1/claims/C34/transitions')).status).toBe(401);
    expect((await isnad.as('reader').get('/v1/claims/none/transitions')).status).toBe(404);
  });
});

describe('moving a claim', () => {
  it('accepts it with priority and topics, which its review task takes over', async () => {
    const claim = await enterClaim(isnad);
    const body = { event: 'accept', priority: 'urgent', topics: ['visit'] };
    const moved = await move(isnad, 'editor', claim, body);
    expect(bodyOf(moved)).toEqual(await readStatus(isnad, claim));
    expect(await readClaim(isnad, claim)).toMatchObject({
      status: 'open',
      priority: 'urgent',
      topics: ['visit'],
    });
    expect(await readTask(isnad, claim)).toMatchObject({
      stage: 'review',
      status: 'open',
      priority: 'urgent',
    });
    const { tasks } = await readClaim(isnad, claim);
    expect(tasks?.map(({ stage }) => stage)).toEqual(['review']);
  });

  it('ends the triage task that was waiting, in the name of whoever decided', async () => {
    const claim = await enterClaim(isnad);
    await isnad.work();
    await acceptClaim(isnad, claim);
    expect((await readClaim(isnad, claim)).tasks).toMatchObject([
      { stage: 'triage', status: 'done', assignee: { ref: 'editor' } },
      { stage: 'review', status: 'open', assignee: null },
    ]);
  });

  it('rejects and reopens it, as often as it takes', async () => {
    const claim = await enterClaim(isnad);
    for (const round of [1, 2]) {
      expect(await readTask(isnad, claim)).toMatchObject({ stage: 'triage', round });
      bodyOf(await move(isnad, 'editor', claim, { event: 'reject', reason: 'An opinion.' }));
      expect(await readStatus(isnad, claim)).toMatchObject({ status: 'rejected' });
      bodyOf(await move(isnad, 'editor2', claim, { event: 'reopen', reason: 'Not only.' }));
    }
    const task = await startReview(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, { event: 'reject', reason: 'Found out late.' }));
    expect((await readClaim(isnad, claim)).tasks?.find(({ id }) => id === task.id)?.status).toBe('canceled');
  });

  it('cancels the review of a claim that is rejected while it is open', async () => {
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    const task = await takeTask(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, { event: 'reject', reason: 'A double.' }));
    expect((await readClaim(isnad, claim)).tasks?.find(({ id }) => id === task.id)?.status).toBe('canceled');
    expect(await refusal(moveTask(isnad, 'checker', task, { event: 'start' }))).toEqual([
      409,
      'illegal_move',
    ]);
  });

  it('refuses a stale tag and takes the current one, of the claim or of its status', async () => {
    const claim = await enterClaim(isnad);
    const path = `/v1/claims/${claim}`;
    const post = (body: object, tag: string) =>
      isnad.as('editor').post(`${path}/transitions`, body, { 'If-Match': tag });
    const whole = tagOf(await isnad.as('editor').get(path));
    const accepted = await post({ event: 'accept' }, whole);
    expect(accepted.status).toBe(200);
    const late = await post({ event: 'reject', reason: 'no' }, whole);
    expect([late.status, faultsOf(late)]).toEqual([412, ['If-Match']]);
    const status = tagOf(await isnad.as('reader').get(`${path}/status`));
    expect((await post({ event: 'reject', reason: 'no' }, status)).status).toBe(200);
  });

  it('lets one of two editors through who move it at once', async () => {
    const claim = await enterClaim(isnad);
    const answers = await Promise.all([
      move(isnad, 'editor', claim, { event: 'accept' }),
      move(isnad, 'editor2', claim, { event: 'reject', reason: 'no' }),
      move(isnad, 'editor', claim, { event: 'accept' }),
    ]);
    const passed = answers.filter(({ status }) => status === 200);
    expect(answers.map(({ status }) => status).sort()).toEqual(
      passed.length === 2 ? [200, 200, 409] : [200, 409, 409],
    );
    // Of two that were let through, a rejection may have come second.
    const states = passed.map(({ body }) => body as ClaimState).sort((a, b) => a.version - b.version);
    expect(await readStatus(isnad, claim)).toEqual(states.at(-1));
  });

  it('names what a command lacks, and refuses moves there are none of', async () => {
    const post = (body: object) => move(isnad, 'editor', 'C10', body);
    expect(faultsOf(await post({ event: 'publish' }))).toEqual(['/event']);
    expect(faultsOf(await post({}))).toEqual(['/event']);
    expect(faultsOf(await post({ event: 'reject', note: 'x' }))).toEqual(['/note', '/reason']);
    expect(faultsOf(await post({ event: 'accept', priority: 'now', topics: ['A'] }))).toEqual([
      '/priority',
      '/topics/0',
    ]);
    expect(faultsOf(await post({ event: 'correct', reason: 'because', note: 'x' }))).toEqual(['/reason']);
    for (const event of ['start', 'release', 'approve', 'withdraw', 'cancel'])
      expect(await refusal(post({ event })), event).toEqual([409, 'illegal_move']);
    expect(problemOf(await post({ event: 'cancel' })).detail).toContain('accept, reject, merge');
  });

  it('is for the people of the desk', async () => {
    const body = { event: 'accept' };
    expect((await isnad.stranger.post('/v1/claims/C10/transitions', body)).status).toBe(401);
    for (const person of ['reader', 'admin'] as const)
      expect((await move(isnad, person, 'C10', body)).status).toBe(403);
    expect(await refusal(move(isnad, 'checker', 'C10', body))).toEqual([403, 'editors_only']);
    expect((await move(isnad, 'editor', 'none', body)).status).toBe(404);
  });
});

describe('merging claims', () => {
  const merge = (from: string, into: string) => move(isnad, 'editor', from, { event: 'merge', into });

  it('says where the claim went, and where it is no more when it is reopened', async () => {
    const [from, into] = [await enterClaim(isnad), await enterClaim(isnad)];
    expect(bodyOf(await merge(from, into))).toMatchObject({ status: 'merged', mergedInto: { ref: into } });
    expect(await readClaim(isnad, from, 'reader')).toMatchObject({ mergedInto: { ref: into } });
    bodyOf(await move(isnad, 'editor', from, { event: 'reopen', reason: 'Another matter.' }));
    expect(await readStatus(isnad, from)).toMatchObject({ status: 'submitted', mergedInto: null });
  });

  it('is refused into itself, into what is gone, and into nothing', async () => {
    const [from, gone, into] = [await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
    const { id } = await readStatus(isnad, from);
    expect(await refusal(merge(from, id))).toEqual([409, 'merge_into_itself']);
    bodyOf(await merge(gone, into));
    expect(await refusal(merge(from, gone))).toEqual([409, 'merge_target_gone']);
    expect(await refusal(merge(from, 'none'))).toEqual([422, 'unknown_reference']);
    expect(faultsOf(await move(isnad, 'editor', from, { event: 'merge' }))).toEqual(['/into']);
    expect(await readStatus(isnad, from)).toMatchObject({ status: 'submitted', version: 2 });
  });

  it('lets one through of two claims that are merged into each other at once', async () => {
    const [one, two] = [await enterClaim(isnad), await enterClaim(isnad)];
    const answers = await Promise.all([merge(one, two), merge(two, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
