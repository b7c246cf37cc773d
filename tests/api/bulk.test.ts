import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { rightsMaxAgeMs } from '../../src/domain/access/fresh-rights.js';
import { operator } from '../../src/domain/access/rules.js';
import type { bulkOutcome } from '../../src/resources/bulk/bulk.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  move,
  moveTask,
  publishVerdict,
  readClaim,
  readTask,
  tagOf,
  type Task,
} from '../support/desk.js';
import { placeGate } from '../support/gate.js';
import { createIsnad, type Person, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

type Outcome = z.output<typeof bulkOutcome>['items'][number];

const post = (command: object) => isnad.as('editor').post('/v1/bulk', command);

async function act(command: object): Promise<Outcome[]> {
  return (bodyOf(await post(command)) as { items: Outcome[] }).items;
}

/** "C1: open" of what went through, "409 illegal_move" of what did not. */
const briefly = (outcomes: Outcome[]): string[] =>
  outcomes.map((one) =>
    one.outcome === 'done'
      ? `${one.claim.ref}: ${one.claim.status}`
      : `${String(one.problem.status)} ${one.problem.code}`,
  );

async function enter(count: number): Promise<string[]> {
  const refs: string[] = [];
  for (let index = 0; index < count; index++) refs.push(await enterClaim(isnad));
  await isnad.work();
  return refs;
}

async function openReviews(count: number): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const ref of await enter(count)) {
    await acceptClaim(isnad, ref);
    tasks.push(await readTask(isnad, ref));
  }
  return tasks;
}

describe('accepting in bulk', () => {
  it('gives every item its own outcome, in order', async () => {
    const [one, two, three] = await enter(3);
    const triage = await readTask(isnad, String(three));
    const items = [{ claim: one }, { claim: 'nowhere' }, { claim: two }, { claim: one }, { task: triage.id }];
    const outcomes = await act({ event: 'accept', items, priority: 'high', topics: ['treaty'] });
    expect(briefly(outcomes)).toEqual([
      `${String(one)}: open`,
      '404 claim_not_found',
      `${String(two)}: open`,
      '409 duplicate_item',
      `${String(three)}: open`,
    ]);
    expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    expect(outcomes[3]).toMatchObject({ problem: { detail: expect.stringContaining('items[0]') as string } });
    const alone = await isnad.as('editor').get('/v1/claims/nowhere');
    const { instance: _, requestId: __, ...problem } = problemOf(alone) as unknown as Record<string, unknown>;
    expect(outcomes[1]).toMatchObject({ problem });
    expect(await readClaim(isnad, String(two))).toMatchObject({ priority: 'high', topics: ['treaty'] });
    expect(briefly(await act({ event: 'accept', items: [{ claim: one }] }))).toEqual(['409 illegal_move']);
  });

  it('takes two hundred in one call and no more', async () => {
    const refs = await enter(40);
    const absent = Array.from({ length: 160 }, (_, index) => `nowhere-${String(index)}`);
    const items = [...refs, ...absent].map((claim) => ({ claim }));
    const outcomes = await act({ event: 'accept', items });
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(
      items.map((_, index) => (index < refs.length ? 'done' : 'refused')),
    );
    const more = await post({ event: 'accept', items: [...items, { claim: 'one-more' }] });
    expect(faultsOf(more)).toEqual(['/items']);
  });
});

describe('rejecting and merging in bulk', () => {
  it('rejects each with one reason, and says of each what came of it', async () => {
    const [one, two] = await enter(2);
    const [open] = await openReviews(1);
    const items = [{ claim: one }, { claim: 'nowhere' }, { claim: two }, { task: open?.id }];
    expect(briefly(await act({ event: 'reject', items, reason: 'Not checkable.' }))).toEqual([
      `${String(one)}: rejected`,
      '404 claim_not_found',
      `${String(two)}: rejected`,
      `${String(open?.claim.ref)}: rejected`,
    ]);
    const again = { event: 'reject', items: [{ claim: one }], reason: 'Not checkable.' };
    expect(briefly(await act(again))).toEqual(['409 illegal_move']);
  });

  it('merges all into one, and leaves out the one itself', async () => {
    const [target, one, two] = await enter(3);
    const items = [{ claim: one }, { claim: target }, { claim: two }];
    expect(briefly(await act({ event: 'merge', items, into: target, note: 'The same words.' }))).toEqual([
      `${String(one)}: merged`,
      '409 merge_into_itself',
      `${String(two)}: merged`,
    ]);
    expect((await readClaim(isnad, String(one))).mergedInto?.ref).toBe(target);
  });

  it('merges a published claim with a note for its readers only', async () => {
    const [target = '', published = '', other] = await enter(3);
    for (const one of [target, published]) await publishVerdict(isnad, one);
    const items = [{ claim: published }, { claim: other }];
    expect(briefly(await act({ event: 'merge', items, into: target }))).toEqual([
      '422 merge_note_missing',
      `${String(other)}: merged`,
    ]);
    const again = { event: 'merge', items: items.slice(0, 1), into: target, note: 'The same words.' };
    expect(briefly(await act(again))).toEqual([`${published}: merged`]);
  });

  it('names what is missing', async () => {
    const items = [{ claim: 'C1' }];
    expect(faultsOf(await post({ event: 'reject', items }))).toEqual(['/reason']);
    expect(faultsOf(await post({ event: 'merge', items }))).toEqual(['/into']);
  });
});

describe('assigning in bulk', () => {
  it('assigns tasks, or the tasks under way on claims, until there is no room', async () => {
    const [one, two, three] = await openReviews(3);
    bodyOf(await isnad.as('admin').patch('/v1/members/checker', { wipLimit: 2 }));
    const items = [{ task: one?.id }, { claim: two?.claim.ref }, { task: three?.id }];
    const outcomes = await act({ event: 'assign', assignee: 'checker', items });
    expect(briefly(outcomes).slice(2)).toEqual(['409 wip_limit_reached']);
    for (const [index, task] of [one, two].entries()) {
      expect(outcomes[index]).toMatchObject({
        outcome: 'done',
        claim: { ref: task?.claim.ref },
        task: { id: task?.id, status: 'assigned', assignee: { ref: 'checker' } },
      });
    }
    const again = { event: 'assign', assignee: 'checker', items: items.slice(2), override: true };
    expect((await act(again))[0]).toMatchObject({ outcome: 'done', task: { assignee: { ref: 'checker' } } });
  });

  it('refuses whom the work is not for, and claims without any', async () => {
    const [task] = await openReviews(1);
    const [rejected] = await enter(1);
    const path = `/v1/claims/${String(rejected)}/transitions`;
    bodyOf(await isnad.as('editor').post(path, { event: 'reject', reason: 'A joke.' }));
    const assign = (assignee: string) =>
      act({ event: 'assign', assignee, items: [{ task: task?.id }, { claim: rejected }] });
    expect(briefly(await assign('reader'))).toEqual(['409 wrong_role', '409 no_task']);
    expect(briefly(await assign('nobody'))).toEqual(['422 unknown_reference', '409 no_task']);
  });
});

describe('priority', () => {
  it('is set on claims and the work on them, and told once', async () => {
    const [one, two] = await openReviews(2);
    const command = { event: 'prioritize', priority: 'urgent', note: 'It is on the front page.' };
    const items = [{ claim: one?.claim.ref }, { task: two?.id }];
    for (const outcomes of [await act({ ...command, items }), await act({ ...command, items })]) {
      expect(outcomes).toMatchObject([
        { outcome: 'done', claim: { priority: 'urgent' } },
        { outcome: 'done', claim: { priority: 'urgent' } },
      ]);
    }
    for (const ref of [one, two].map((task) => String(task?.claim.ref))) {
      expect(await readTask(isnad, ref)).toMatchObject({ priority: 'urgent', claim: { priority: 'urgent' } });
      const history = bodyOf(await isnad.as('editor').get(`/v1/claims/${ref}/history`));
      const told = (history as { items: { type: string; data: object }[] }).items.filter(
        ({ type }) => type === 'task.prioritized',
      );
      expect(told).toMatchObject([
        { data: { from: 'normal', to: 'urgent', note: 'It is on the front page.' } },
      ]);
    }
  });

  it('is set on one task too, as it was read', async () => {
    const [task] = await openReviews(1);
    const one = `/v1/tasks/${String(task?.id)}`;
    const stale = { 'If-Match': tagOf(await isnad.as('editor').get(one)) };
    const prioritize = (priority: string, person: Person = 'editor', headers = {}, path = one) =>
      isnad.as(person).post(`${path}/transitions`, { event: 'prioritize', priority }, headers);
    const lowered = bodyOf(await prioritize('low', 'editor', stale));
    expect(lowered).toMatchObject({ status: 'open', priority: 'low', claim: { priority: 'low' } });
    expect((await prioritize('high', 'editor', stale)).status).toBe(412);
    expect(problemOf(await prioritize('high', 'checker')).code).toBe('editors_only');
    expect(faultsOf(await prioritize('top'))).toEqual(['/priority']);
    const unknown = await prioritize('high', 'editor', {}, '/v1/tasks/00000000-0000-7000-8000-000000000000');
    expect(unknown.status).toBe(404);
  });

  it('is not changed where no task is under way', async () => {
    const [ref] = await enter(1);
    const triage = await readTask(isnad, String(ref));
    await acceptClaim(isnad, String(ref));
    const items = [{ task: triage.id }];
    const command = { event: 'prioritize', priority: 'low' };
    expect(briefly(await act({ ...command, items }))).toEqual(['409 illegal_move']);
    const moved = await moveTask(isnad, 'editor', triage, command);
    expect(problemOf(moved).code).toBe('illegal_move');
    bodyOf(await move(isnad, 'editor', String(ref), { event: 'reject', reason: 'A joke.' }));
    const refused = await act({ ...command, items: [{ claim: ref }] });
    expect(briefly(refused)).toEqual(['409 no_task']);
    expect((await moveTask(isnad, 'editor', triage, { event: 'take' })).status).toBe(409);
  });
});

describe('bulk', () => {
  it('is for editors, with events and items that exist', async () => {
    const command = { event: 'accept', items: [{ claim: 'C1' }] };
    expect((await isnad.stranger.post('/v1/bulk', command)).status).toBe(401);
    for (const person of ['reader', 'checker', 'admin'] as const) {
      expect((await isnad.as(person).post('/v1/bulk', command)).status).toBe(403);
    }
    expect(faultsOf(await post({ ...command, event: 'publish' }))).toEqual(['/event']);
    expect(faultsOf(await post({ ...command, items: [] }))).toEqual(['/items']);
    expect(faultsOf(await post({ event: 'assign', items: [{ claim: 'C1' }] }))).toEqual(['/assignee']);
    const items = [{ claim: 'C1' }, { claim: 'C1', task: 'x' }, {}, 'C1', { task: 'C1' }];
    const faults = faultsOf(await post({ event: 'accept', items }));
    expect(new Set(faults.map((pointer) => pointer.split('/')[2]))).toEqual(new Set(['1', '2', '3', '4']));
  });

  it('does none of the later items once its caller may not edit any more', async () => {
    const refs = await enter(3);
    const items = refs.map((claim) => ({ claim }));
    const setRole = (role: 'editor' | 'reader') =>
      isnad.services.members.change('editor2', { role }, operator, () => undefined);
    const when = `NEW.ref = '${String(refs[0])}'`;
    const gate = await placeGate(isnad.ownerUrl, { table: 'claims', on: 'BEFORE UPDATE', when });
    const acting = isnad
      .as('editor2')
      .post('/v1/bulk', { event: 'accept', items })
      .then((answer) => answer);
    await gate.waiting();
    const judgedBefore = performance.now();
    await setRole('reader');
    // What was read of the rights before the first item is believed no longer.
    await expect.poll(() => performance.now() - judgedBefore).toBeGreaterThan(rightsMaxAgeMs);
    await gate.open();
    const outcomes = (bodyOf(await acting) as { items: Outcome[] }).items;
    await setRole('editor');
    expect(briefly(outcomes)).toEqual([`${String(refs[0])}: open`, '403 forbidden', '403 forbidden']);
    const statuses = await Promise.all(refs.map((ref) => readClaim(isnad, ref)));
    expect(statuses.map(({ status }) => status)).toEqual(['open', 'submitted', 'submitted']);
  });
});
