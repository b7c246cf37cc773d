import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { anyVersion } from '../support/api.js';
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
  readTask,
  startTask,
  submitVerdict,
  type Task,
  memberIdOf,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

/** Nobody holds anything and nobody is away: every test starts with a rested house. */
beforeEach(async () => {
  const held = await isnad.as('editor').get('/v1/tasks?status=assigned,in_progress&limit=200');
  for (const task of (bodyOf(held) as { items: Task[] }).items) {
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
  }
  for (const person of ['checker', 'checker2', 'editor', 'editor2'] as const) {
    await become(person, { awayEndsAt: null, wipLimit: null });
  }
  await setAutoAssign(false);
});

const farAhead = '2126-11-24T00:00:00Z';

const become = async (person: string, change: object): Promise<void> => {
  bodyOf(await isnad.as('admin').patch(`/v1/members/${person}`, change, anyVersion));
};
const setAutoAssign = (on: boolean) =>
  isnad.database.pool.query('UPDATE desk_settings SET auto_assign = $1', [on]);

const ask = (person: Person, stages = ['review']): Promise<Response> =>
  Promise.resolve(isnad.as(person).post('/v1/tasks/next', { stages }));
const codeOf = (response: Response): [number, string] => [response.status, problemOf(response).code];

async function openReview(more: object = {}): Promise<Task> {
  const claim = await enterClaim(isnad, more);
  await acceptClaim(isnad, claim);
  return readTask(isnad, claim);
}

interface AssignedEvent {
  type: string;
  actor: { ref: string } | null;
  data: {
    assignee?: string;
    override?: boolean;
    reasons?: { code: string }[];
    skipped?: Record<string, { code: string; why: string }>;
  };
}
async function assignedEventOf({ claim }: Task): Promise<AssignedEvent | undefined> {
  const history = bodyOf(await isnad.as('editor').get(`/v1/claims/${claim.ref}/history?limit=200`));
  return (history as { items: AssignedEvent[] }).items.findLast(({ type }) => type === 'task.assigned');
}

describe('whoever is away', () => {
  it('says so, is offered nothing, and works again when back', async () => {
    await openReview();
    const away = bodyOf(await isnad.as('checker').patch('/v1/me', { awayEndsAt: farAhead }));
    expect(away).toMatchObject({ ref: 'checker', awayEndsAt: '2126-11-24T00:00:00.000Z' });
    expect((await ask('checker')).status).toBe(204);
    expect(bodyOf(await isnad.as('checker').patch('/v1/me', { awayEndsAt: null }))).toMatchObject({
      awayEndsAt: null,
    });
    expect((await ask('checker')).status).toBe(200);
  });

  it('is back when the moment has passed', async () => {
    await openReview();
    await become('checker', { awayEndsAt: '2020-01-01T00:00:00Z' });
    expect((await ask('checker')).status).toBe(200);
  });

  it('is assigned work only on purpose, which the event tells', async () => {
    const task = await openReview();
    await become('checker2', { awayEndsAt: farAhead });
    const refused = await moveTask(isnad, 'editor', task, { event: 'assign', assignee: 'checker2' });
    expect(codeOf(refused)).toEqual([409, 'member_away']);
    expect((await readTask(isnad, task.claim.ref)).status).toBe('open');
    const command = { event: 'assign', assignee: 'checker2', override: true };
    expect(bodyOf(await moveTask(isnad, 'editor', task, command))).toMatchObject({
      assignee: { ref: 'checker2' },
    });
    expect((await assignedEventOf(task))?.data).toMatchObject({
      assignee: await memberIdOf(isnad, 'checker2'),
      override: true,
    });
  });

  it('settles that alone, and only whoever works here', async () => {
    expect(faultsOf(await isnad.as('checker').patch('/v1/me', { wipLimit: 9 }))).toEqual(['/wipLimit']);
    for (const awayEndsAt of ['tomorrow', '0000-01-01T00:00:00Z', 7]) {
      expect(faultsOf(await isnad.as('checker').patch('/v1/me', { awayEndsAt }))).toEqual(['/awayEndsAt']);
    }
    expect((await isnad.as('checker').patch('/v1/me', {})).status).toBe(400);
    expect((await isnad.as('reader').patch('/v1/me', { awayEndsAt: null })).status).toBe(403);
    expect((await isnad.stranger.patch('/v1/me', { awayEndsAt: null })).status).toBe(401);
  });
});

describe('the limit of work under way', () => {
  it('is that of the member, else that of the desk', async () => {
    for (let index = 0; index < 6; index++) await openReview();
    await become('checker', { wipLimit: 1 });
    expect((await ask('checker')).status).toBe(200);
    const refused = await ask('checker');
    expect(codeOf(refused)).toEqual([409, 'wip_limit_reached']);
    expect(refused.body).toMatchObject({ held: 1, limit: 1 });
    expect(problemOf(refused).detail).toContain('1 of at most 1');
    await become('checker', { wipLimit: null });
    for (let held = 1; held < 5; held++) expect((await ask('checker')).status).toBe(200);
    expect((await ask('checker')).body).toMatchObject({ held: 5, limit: 5 });
  });

  it('counts what is held and begun, not what has been submitted', async () => {
    await become('checker', { wipLimit: 1 });
    const claim = await enterClaim(isnad);
    await acceptClaim(isnad, claim);
    const task = await startTask(isnad, claim);
    expect(codeOf(await ask('checker'))).toEqual([409, 'wip_limit_reached']);
    await submitVerdict(isnad, task);
    await openReview();
    expect((await ask('checker')).status).toBe(200);
  });

  it('holds for a task that is taken by name', async () => {
    await become('checker', { wipLimit: 1 });
    const claims = [await enterClaim(isnad), await enterClaim(isnad)];
    for (const claim of claims) await acceptClaim(isnad, claim);
    const take = async (claim: string) => {
      const response = await isnad.as('checker').get(`/v1/claims/${claim}/tasks?stage=review`);
      const [task] = (response.body as { items: { id: string }[] }).items;
      return isnad.as('checker').post(`/v1/tasks/${task?.id ?? ''}/transitions`, { event: 'take' });
    };
    expect((await take(claims[0] ?? '')).status).toBe(200);
    const refused = await take(claims[1] ?? '');
    expect(codeOf(refused)).toEqual([409, 'wip_limit_reached']);
    // What may be done is listed as it is judged.
    const { id } = await readTask(isnad, claims[1] ?? '');
    const { items } = bodyOf(await isnad.as('checker').get(`/v1/tasks/${id}/transitions`)) as {
      items: { event: string; allowed: boolean; why: string | null }[];
    };
    expect(items.find(({ event }) => event === 'take')).toMatchObject({
      allowed: false,
      why: problemOf(refused).detail,
    });
  });

  it('holds for what an editor assigns, unless on purpose', async () => {
    await become('checker', { wipLimit: 1 });
    const [one, two] = [await openReview(), await openReview()];
    const command = { event: 'assign', assignee: 'checker' };
    bodyOf(await moveTask(isnad, 'editor', one, command));
    bodyOf(await moveTask(isnad, 'editor', one, command));
    const refused = await moveTask(isnad, 'editor', two, command);
    expect(codeOf(refused)).toEqual([409, 'wip_limit_reached']);
    expect(refused.body).toMatchObject({ held: 1, limit: 1 });
    bodyOf(await moveTask(isnad, 'editor', two, { ...command, override: true }));
  });

  it('says nothing about others to who may not assign', async () => {
    await become('checker2', { awayEndsAt: farAhead });
    const task = await openReview();
    const response = await moveTask(isnad, 'checker', task, { event: 'assign', assignee: 'checker2' });
    expect(codeOf(response)).toEqual([403, 'editors_only']);
  });

  it('is between 1 and 1000', async () => {
    for (const wipLimit of [0, 1001, 1.5, '3']) {
      const response = await isnad.as('admin').patch('/v1/members/checker', { wipLimit });
      expect(faultsOf(response)).toEqual(['/wipLimit']);
    }
  });
});

describe('both sides of one verdict', () => {
  /** Refs of all claims whose work at this stage the person is offered. */
  async function offered(person: Person, stage: string): Promise<string[]> {
    await become(person, { wipLimit: 1000 });
    const refs: string[] = [];
    for (let next = await ask(person, [stage]); next.status === 200; next = await ask(person, [stage])) {
      refs.push((next.body as Task).claim.ref);
    }
    return refs;
  }

  it('are never offered to one person: who wrote an earlier try does not approve a later one', async () => {
    const claim = await enterClaim(isnad);
    const first = await proposeVerdict(isnad, claim, { author: 'editor' });
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Look again.' }));
    const back = await readTask(isnad, claim);
    bodyOf(await moveTask(isnad, 'editor', back, { event: 'assign', assignee: 'checker' }));
    const task = bodyOf(await moveTask(isnad, 'checker', back, { event: 'start' })) as Task;
    await submitVerdict(isnad, task);
    expect(await offered('editor', 'approval')).not.toContain(claim);
    expect(await offered('editor2', 'approval')).toContain(claim);
  });

  it('are never offered to one person: who approved is not offered the correction', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim);
    bodyOf(await move(isnad, 'editor', claim, { event: 'correct', reason: 'error', note: 'A number.' }));
    await isnad.work();
    expect(await offered('editor2', 'correction')).not.toContain(claim);
    expect(await offered('editor', 'correction')).toContain(claim);
  });

  it('are open again with the next round', async () => {
    const claim = await enterClaim(isnad);
    await publishVerdict(isnad, claim, { author: 'editor' });
    bodyOf(await move(isnad, 'editor2', claim, { event: 'correct', reason: 'error', note: 'A number.' }));
    await submitVerdict(isnad, await startTask(isnad, claim, 'checker'));
    expect(await offered('editor', 'approval')).toContain(claim);
  });
});

describe('the desk that assigns by itself', () => {
  beforeEach(async () => {
    await setAutoAssign(true);
  });

  it('gives what follows on a lapsed lease to somebody else', async () => {
    const task = await openReview();
    const first = task.assignee?.ref as Person;
    bodyOf(await moveTask(isnad, first, task, { event: 'start' }));
    await isnad.owner.query(
      `UPDATE review_tasks SET lease_until = now() - interval '1 minute' WHERE id = $1`,
      [task.id],
    );
    await isnad.services.workflow.checkClock(task.id);
    const next = await readTask(isnad, task.claim.ref);
    expect(next).toMatchObject({ round: 2, status: 'assigned' });
    expect(next.assignee?.ref).not.toBe(first);
  });

  it('keeps its lease while whoever holds it works on the claim', async () => {
    const task = await openReview();
    const holder = task.assignee?.ref as Person;
    bodyOf(await moveTask(isnad, holder, task, { event: 'start' }));
    const path = `/v1/claims/${task.claim.ref}`;
    const works: [string, () => PromiseLike<Response>][] = [
      [
        'a contact',
        () =>
          isnad
            .as(holder)
            .post(`${path}/contacts`, { label: 'An office', outcome: 'asked', date: '2026-11-02' }),
      ],
      ['a chain', () => isnad.as(holder).put(`${path}/attributions`, { attributions: [] }, anyVersion)],
      ['a note', () => isnad.as(holder).patch(path, { statementDate: '1999' }, anyVersion)],
      ['a norm', () => isnad.as(holder).post(`${path}/provisions`, { provision: 's-res-1718-2006.8b' })],
    ];
    for (const [what, work] of works) {
      const soon = await isnad.owner.query<{ at: Date }>(
        `UPDATE review_tasks SET lease_until = now() + interval '1 minute' WHERE id = $1 RETURNING lease_until AS at`,
        [task.id],
      );
      expect((await work()).status, what).toBeLessThan(300);
      const { rows } = await isnad.owner.query<{ at: Date }>(
        'SELECT lease_until AS at FROM review_tasks WHERE id = $1',
        [task.id],
      );
      expect(Number(rows[0]?.at), what).toBeGreaterThan(Number(soon.rows[0]?.at));
    }
  });

  it('gives a review to whoever suits it, and the event says why them and not the others', async () => {
    await become('checker', { topics: [] });
    await become('checker2', { topics: ['treaty'] });
    const task = await openReview({ topics: ['treaty'] });
    expect(task).toMatchObject({ status: 'assigned', assignee: { ref: 'checker2' } });
    const told = await assignedEventOf(task);
    expect(told?.actor).toBeNull();
    expect(told?.data.reasons?.map(({ code }) => code)).toEqual([
      'language',
      'topic',
      'room',
      'fair_share',
      'idle',
    ]);
    expect(told?.data.skipped).toEqual({
      [await memberIdOf(isnad, 'checker')]: {
        code: 'topic',
        why: 'Somebody else knows a topic of the claim.',
      },
    });
  });

  it('passes over who is away or full, and leaves the task to all where nobody is left', async () => {
    await become('checker', { awayEndsAt: farAhead });
    await become('checker2', { wipLimit: 1 });
    const [first, second] = [await openReview(), await openReview()];
    expect((await assignedEventOf(first))?.data.skipped).toMatchObject({
      [await memberIdOf(isnad, 'checker')]: { code: 'away' },
    });
    expect(first.assignee?.ref).toBe('checker2');
    expect(second).toMatchObject({ status: 'open', assignee: null });
  });

  it('leaves triage and approval to editors', async () => {
    const claim = await enterClaim(isnad);
    expect((await readTask(isnad, claim)).status).toBe('open');
    await acceptClaim(isnad, claim);
    const task = await readTask(isnad, claim);
    const holder = task.assignee?.ref as Person;
    bodyOf(await moveTask(isnad, holder, task, { event: 'start' }));
    await submitVerdict(isnad, task, holder);
    expect(await readTask(isnad, claim)).toMatchObject({ stage: 'approval', status: 'open' });
  });

  it('shares a hundred tasks fairly among five, also when they are opened at once', async () => {
    const five = ['ada', 'ben', 'cem', 'dia', 'eva'];
    for (const ref of ['checker', 'checker2']) await become(ref, { awayEndsAt: farAhead });
    for (const ref of five) {
      const person = { kind: 'person' as const, role: 'checker' as const, languages: [], topics: [] };
      await isnad.services.members.ensure({ ref, name: ref, ...person, wipLimit: 1000 }, operator);
    }
    const claims: string[] = [];
    for (let index = 0; index < 100; index++) claims.push(await enterClaim(isnad));
    for (const ref of claims) bodyOf(await move(isnad, 'editor', ref, { event: 'accept' }));
    const { tasks, workflow } = isnad.services;
    const owed = (await tasks.findOwed()).filter(({ name }) => name === 'open-task');
    // As many at a time as a worker does.
    const hands = Array.from({ length: 10 }, async () => {
      for (let job = owed.pop(); job; job = owed.pop())
        await workflow.openTask((job.payload as { claimId: string }).claimId);
    });
    await Promise.all(hands);
    const { rows } = await isnad.database.pool.query<{ ref: string; held: number }>(
      `SELECT m.ref, count(*)::int AS held FROM review_tasks t JOIN members m ON m.id = t.assignee_id
       JOIN claims c ON c.id = t.claim_id WHERE c.ref = ANY ($1) AND t.stage = 'review' GROUP BY 1 ORDER BY 1`,
      [claims],
    );
    expect(rows).toEqual(five.map((ref) => ({ ref, held: 20 })));
  });
});
