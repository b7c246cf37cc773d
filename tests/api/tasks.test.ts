import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  decide,
  enterClaim,
  moveTask,
  readClaim,
  readTask,
  startReview,
  submitVerdict,
  tagOf,
  takeTask,
  type Page,
  type Task,
} from '../support/desk.js';
import { createIsnad, type TestIsnad, type Person } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await isnad.work();
});
afterAll(() => isnad.close());

const list = async (query: string, person: Person = 'editor'): Promise<Page<Task>> =>
  bodyOf(await isnad.as(person).get(`/v1/tasks?${query}`)) as Page<Task>;

const openTask = async (): Promise<Task> => {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  return readTask(isnad, claim);
};

describe('listing tasks', () => {
  it('goes by stage, status and assignee', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim, 'checker2');
    expect((await list('assignee=checker2')).items).toEqual([task]);
    expect((await list('assignee=me', 'checker2')).items).toEqual([task]);
    expect((await list('assignee=me&status=open,assigned', 'checker2')).items).toEqual([]);
    expect((await list('assignee=me', 'admin')).items).toEqual([]);
    expect((await list('stage=review,approval&status=in_progress')).items).toEqual([task]);
    const own = await isnad.as('checker2').get(`/v1/claims/${claim}/tasks?assignee=me`);
    expect((bodyOf(own) as Page<Task>).items).toEqual([task]);
    const others = await isnad.as('checker').get(`/v1/claims/${claim}/tasks?assignee=me`);
    expect((bodyOf(others) as Page<Task>).items).toEqual([]);
  });

  it('names the verdict that each is about, wherever tasks are shown', async () => {
    const claim = await enterClaim(isnad);
    await isnad.work();
    const review = await startReview(isnad, claim);
    const first = await submitVerdict(isnad, review);
    bodyOf(await decide(isnad, 'editor2', first, 'return', { note: 'Say more.' }));
    await isnad.work();
    const again = await readTask(isnad, claim);
    const second = await submitVerdict(isnad, again);
    const approval = await readTask(isnad, claim);
    const about = [
      ['triage', 1, null],
      ['review', 1, first.id],
      ['approval', 1, first.id],
      ['review', 2, second.id],
      ['approval', 2, second.id],
    ];
    const told = (tasks: Pick<Task, 'stage' | 'round' | 'verdict'>[]) =>
      tasks.map(({ stage, round, verdict }) => [stage, round, verdict?.id ?? null]);
    const ofClaim = await isnad.as('editor').get(`/v1/claims/${claim}/tasks`);
    expect(told((bodyOf(ofClaim) as Page<Task>).items)).toEqual(about);
    expect(told((await readClaim(isnad, claim)).tasks ?? [])).toEqual(about);
    const one = await isnad.as('editor').get(`/v1/tasks/${approval.id}`);
    expect(bodyOf(one)).toMatchObject({ verdict: { id: second.id } });
    expect(again.verdict).toBeNull();
  });

  it('agrees with looking through all tasks, whatever filters meet', async () => {
    const claims = await Promise.all([1, 2, 3].map(() => enterClaim(isnad)));
    await submitVerdict(isnad, await startReview(isnad, claims[0] ?? ''));
    await startReview(isnad, claims[1] ?? '', 'checker2');
    await isnad.database.pool.query(
      `UPDATE review_tasks SET overdue_at = now(), escalated_at = CASE WHEN round = 1 THEN now() END
       WHERE id IN (SELECT id FROM review_tasks WHERE clock IS NOT NULL ORDER BY id DESC LIMIT 3)`,
    );
    const all = (await list('limit=200')).items;
    expect(all.length).toBeGreaterThan(50);
    const filters: [query: string, suits: (task: Task) => boolean][] = [
      ['status=open,done', ({ status }) => status === 'open' || status === 'done'],
      ['stage=review,approval', ({ stage }) => stage === 'review' || stage === 'approval'],
      ['assignee=checker2', ({ assignee }) => assignee?.ref === 'checker2'],
      ['overdue=true', ({ overdue }) => overdue],
      ['escalated=false', ({ escalated }) => !escalated],
      ['overdue=false', ({ overdue }) => !overdue],
      ['escalated=true', ({ escalated }) => escalated],
    ];
    for (let chosen = 0; chosen < 2 ** filters.length; chosen++) {
      const some = filters.filter((_, index) => chosen & (1 << index));
      const names = new Set(some.map(([one]) => one.split('=')[0]));
      if (names.size < some.length) continue;
      const query = ['limit=200', ...some.map(([one]) => one)].join('&');
      const expected = all.filter((task) => some.every(([, suits]) => suits(task)));
      expect(
        (await list(query)).items.map(({ id }) => id),
        query,
      ).toEqual(expected.map(({ id }) => id));
    }
  });

  it('gives every task once, in pages, oldest first', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: Page<Task> = await list(`stage=triage&limit=20${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ claim }) => claim.ref));
      next = page.next;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(51);
  });

  it('names every filter that is wrong', async () => {
    const response = await isnad
      .as('editor')
      .get('/v1/tasks?status=asleep&stage=all&assignee=a%20b&limit=1e9&x=1');
    expect(response.status).toBe(400);
    expect(faultsOf(response)).toEqual(['assignee', 'limit', 'stage', 'status', 'x']);
    expect(problemOf(await isnad.as('editor').get('/v1/tasks?after=abc')).code).toBe('invalid_cursor');
  });

  it('is for the desk', async () => {
    for (const path of ['/v1/tasks', '/v1/claims/C34/tasks']) {
      expect((await isnad.stranger.get(path)).status).toBe(401);
      expect((await isnad.as('reader').get(path)).status).toBe(403);
      expect((await isnad.as('admin').get(path)).status).toBe(200);
    }
    expect((await isnad.as('editor').get('/v1/claims/none/tasks')).status).toBe(404);
  });
});

describe('one task', () => {
  it('answers 304 until it, its draft or its claim changes', async () => {
    const { id, claim } = await openTask();
    const path = `/v1/tasks/${id}`;
    const changes: [string, () => PromiseLike<{ status: number }>][] = [
      ['taken', () => isnad.as('checker').post(`${path}/transitions`, { event: 'take' })],
      ['a first draft', () => isnad.as('checker').put(`${path}/draft`, {}, { 'If-Match': '*' })],
      [
        'a word about the claim',
        () => isnad.as('checker').patch(`/v1/claims/${claim.ref}`, { topics: ['x'] }, { 'If-Match': '*' }),
      ],
      ['begun', () => isnad.as('checker').post(`${path}/transitions`, { event: 'start' })],
    ];
    for (const [what, change] of changes) {
      const tag = { 'If-None-Match': tagOf(await isnad.as('checker').get(path)) };
      expect((await isnad.as('checker').get(path, tag)).status, what).toBe(304);
      expect((await change()).status, what).toBe(200);
      expect((await isnad.as('checker').get(path, tag)).status, what).toBe(200);
    }
  });

  it('is for the desk, and there or not', async () => {
    const none = '/v1/tasks/00000000-0000-7000-8000-000000000000';
    for (const path of [none, `${none}/transitions`])
      expect(problemOf(await isnad.as('checker').get(path)).code).toBe('task_not_found');
    expect(faultsOf(await isnad.as('checker').get('/v1/tasks/C34'))).toEqual(['id']);
    const { id } = await openTask();
    expect((await isnad.as('reader').get(`/v1/tasks/${id}`)).status).toBe(403);
    expect((await isnad.stranger.get(`/v1/tasks/${id}`)).status).toBe(401);
    expect((await isnad.as('reader').get(`/v1/tasks/${id}/transitions`)).status).toBe(403);
  });
});

describe('moving a task', () => {
  const moves = async (task: Task, person: Person): Promise<Record<string, boolean>> => {
    const path = `/v1/tasks/${task.id}/transitions`;
    const { items } = bodyOf(await isnad.as(person).get(path)) as {
      items: { event: string; allowed: boolean }[];
    };
    return Object.fromEntries(items.map(({ event, allowed }) => [event, allowed]));
  };

  it('lists what each may do', async () => {
    const task = await openTask();
    expect(await moves(task, 'checker')).toEqual({ assign: false, take: true, prioritize: false });
    expect(await moves(task, 'editor')).toEqual({ assign: true, take: true, prioritize: true });
    expect(await moves(task, 'admin')).toEqual({ assign: false, take: false, prioritize: false });
    await moveTask(isnad, 'checker', task, { event: 'take' });
    const holders = { release: true, extend: true, pause: true, unpause: false };
    const nobodys = { release: false, extend: false, pause: false, unpause: false };
    const editors = { assign: false, prioritize: false };
    expect(await moves(task, 'checker')).toEqual({ ...editors, start: true, ...holders });
    expect(await moves(task, 'checker2')).toEqual({ ...editors, start: false, ...nobodys });
    expect(await moves(task, 'editor')).toEqual({
      assign: true,
      prioritize: true,
      start: false,
      ...holders,
    });
  });

  it('lists nothing once it has ended', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    await submitVerdict(isnad, task);
    const ended = await isnad.as('checker').get(`/v1/tasks/${task.id}/transitions`);
    expect(ended.body).toEqual({ status: 'done', items: [], next: null });
    const again = await moveTask(isnad, 'checker', task, { event: 'start' });
    expect([again.status, problemOf(again).code]).toEqual([409, 'illegal_move']);
  });

  it('gives it to one of two who take it at once', async () => {
    const task = await openTask();
    const answers = await Promise.all(
      (['checker', 'checker2', 'editor'] as const).map((person) =>
        moveTask(isnad, person, task, { event: 'take' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('refuses a stale tag', async () => {
    const task = await openTask();
    const path = `/v1/tasks/${task.id}`;
    const tag = tagOf(await isnad.as('checker').get(path));
    const taken = await isnad
      .as('checker')
      .post(`${path}/transitions`, { event: 'take' }, { 'If-Match': tag });
    expect(taken.status).toBe(200);
    expect(tagOf(taken)).toBe(tagOf(await isnad.as('checker').get(path)));
    const late = await isnad
      .as('editor')
      .post(`${path}/transitions`, { event: 'release' }, { 'If-Match': tag });
    expect([late.status, faultsOf(late)]).toEqual([412, ['If-Match']]);
  });

  it('is let go by whoever holds it, or by an editor', async () => {
    const task = await openTask();
    for (const person of ['checker', 'editor'] as const) {
      bodyOf(await moveTask(isnad, 'checker', task, { event: 'take' }));
      expect((await moveTask(isnad, 'checker2', task, { event: 'release' })).status).toBe(403);
      const released = bodyOf(
        await moveTask(isnad, person, task, { event: 'release', note: 'away' }),
      ) as Task;
      expect(released).toMatchObject({ status: 'open', assignee: null, takenAt: null });
    }
  });

  it('is assigned and reassigned by editors, to who may hold it', async () => {
    const task = await openTask();
    const assign = (assignee: string, person: Person = 'editor') =>
      moveTask(isnad, person, task, { event: 'assign', assignee });
    expect(bodyOf(await assign('checker')) as Task).toMatchObject({
      status: 'assigned',
      assignee: { ref: 'checker' },
    });
    expect(bodyOf(await assign('checker2')) as Task).toMatchObject({ assignee: { ref: 'checker2' } });
    expect((await assign('checker', 'checker2')).status).toBe(403);
    for (const nobody of ['reader', 'admin']) {
      const wrong = await assign(nobody);
      expect([wrong.status, problemOf(wrong).code], nobody).toEqual([409, 'wrong_role']);
    }
    expect(problemOf(await assign('none')).code).toBe('unknown_reference');
    await isnad
      .as('admin')
      .post('/v1/members', { ref: 'gone', kind: 'person', name: 'Gone', role: 'checker' });
    expect((await isnad.as('admin').patch('/v1/members/gone', { active: false })).status).toBe(200);
    const inactive = await assign('gone');
    expect([inactive.status, problemOf(inactive).code]).toEqual([409, 'member_inactive']);
    expect(await readTask(isnad, task.claim.ref)).toMatchObject({ assignee: { ref: 'checker2' } });
  });

  it('leaves triage to editors', async () => {
    const task = await readTask(isnad, 'C05');
    expect(task.stage).toBe('triage');
    const taken = await moveTask(isnad, 'checker', task, { event: 'take' });
    expect([taken.status, problemOf(taken).code]).toEqual([403, 'wrong_role']);
    expect((await takeTask(isnad, 'C05', 'editor')).assignee?.ref).toBe('editor');
  });

  it('names what a command lacks, and is for the desk', async () => {
    const task = await openTask();
    const post = (body: object, person: Person = 'editor') => moveTask(isnad, person, task, body);
    expect(faultsOf(await post({ event: 'complete' }))).toEqual(['/event']);
    expect(faultsOf(await post({ event: 'assign', to: 'checker' }))).toEqual(['/assignee', '/to']);
    const early = await post({ event: 'start' });
    expect([early.status, problemOf(early).code]).toEqual([409, 'illegal_move']);
    expect((await post({ event: 'take' }, 'reader')).status).toBe(403);
    expect((await post({ event: 'take' }, 'admin')).status).toBe(403);
    expect((await isnad.stranger.post(`/v1/tasks/${task.id}/transitions`, { event: 'take' })).status).toBe(
      401,
    );
    const none = { ...task, id: '00000000-0000-7000-8000-000000000000' };
    expect((await moveTask(isnad, 'checker', none, { event: 'take' })).status).toBe(404);
  });
});
