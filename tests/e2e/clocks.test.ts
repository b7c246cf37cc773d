import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createServices } from '../../src/runtime.js';
import { deafSignal } from '../support/silent-signal.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import {
  acceptClaim,
  bodyOf,
  enterClaim,
  memberIdOf,
  moveTask,
  prioritize,
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
});
afterAll(() => isnad.close());
beforeEach(() => moveClock(0));

const hour = 3_600_000;

/** For connections that are opened from then on. */
async function moveClock(hours: number): Promise<void> {
  const admin = new pg.Client({ connectionString: isnad.ownerUrl });
  await admin.connect();
  const name = new URL(isnad.url).pathname.slice(1);
  await admin.query(`ALTER DATABASE ${name} SET isnad.clock_offset = '${String(hours)} hours'`);
  await admin.end();
}

/** Does something as it would be done so many hours later. */
async function after<Result>(
  hours: number,
  work: (services: ReturnType<typeof createServices>) => Promise<Result>,
): Promise<Result> {
  await moveClock(hours);
  const database = connectDatabase(isnad.url, { connections: 2 });
  try {
    return await work(createServices(database, deafSignal));
  } finally {
    await database.close();
    await moveClock(0);
  }
}

const check = (hours: number, { id }: Task) => after(hours, ({ clocks }) => clocks.check(id));

const read = async ({ id }: Task, person: Person = 'editor'): Promise<Task> =>
  bodyOf(await isnad.as(person).get(`/v1/tasks/${id}`)) as Task;

const events = async ({ claim }: Task) =>
  (
    bodyOf(await isnad.as('editor').get(`/v1/claims/${claim.ref}/history?limit=200`)) as Page<{
      type: string;
      data: Record<string, unknown>;
    }>
  ).items.filter(({ type }) => type.startsWith('task.'));

const between = (task: Task, from: string | null): number =>
  Math.round((Date.parse(task.dueAt ?? '') - Date.parse(from ?? '')) / hour);

const caller = async (person: Person) => {
  const found = await isnad.services.authenticateKey(isnad.keys[person]);
  if (!found) throw new Error(`nobody is ${person}`);
  return found;
};

describe('the clock of a task', () => {
  it('follows it from triage to the end', async () => {
    const claim = await enterClaim(isnad);
    const triage = await readTask(isnad, claim);
    expect([triage.clock, between(triage, triage.openedAt)]).toEqual(['triage', 4]);
    await acceptClaim(isnad, claim);
    const open = await readTask(isnad, claim);
    expect([open.clock, between(open, open.openedAt), open.leaseEndsAt]).toEqual(['pick_up', 2, null]);
    const taken = await takeTask(isnad, claim);
    expect(taken).toMatchObject({ clock: 'pick_up', dueAt: open.dueAt });
    const task = bodyOf(await moveTask(isnad, 'checker', taken, { event: 'start' })) as Task;
    expect([task.clock, between(task, task.takenAt)]).toEqual(['review', 24]);
    await submitVerdict(isnad, task);
    expect(await read(task)).toMatchObject({ status: 'done', clock: null, dueAt: null, leaseEndsAt: null });
    const approval = await readTask(isnad, claim);
    expect([approval.clock, between(approval, approval.openedAt)]).toEqual(['approval', 8]);
  });

  it('says everything in order when nobody looked for long, and shows the editors what is stuck', async () => {
    const claim = await enterClaim(isnad);
    const task = await readTask(isnad, claim);
    await check(3, task);
    expect(await read(task)).toMatchObject({ overdue: false, escalated: false });
    await check(100, task);
    await check(100, task);
    expect((await events(task)).map(({ type }) => type)).toEqual([
      'task.opened',
      'task.reminded',
      'task.overdue',
      'task.escalated',
    ]);
    const last = (await events(task)).at(-1);
    expect(last?.data).toMatchObject({ clock: 'triage', holder: null, dueAt: task.dueAt });
    for (const filter of ['overdue', 'escalated']) {
      const ids = async (value: string) =>
        (
          bodyOf(await isnad.as('editor').get(`/v1/tasks?${filter}=${value}&limit=200`)) as Page<Task>
        ).items.map(({ id }) => id);
      expect(await ids('true')).toContain(task.id);
      expect(await ids('false')).not.toContain(task.id);
    }
    expect(faultsOf(await isnad.as('editor').get('/v1/tasks?overdue=perhaps'))).toEqual(['overdue']);
    await takeTask(isnad, claim, 'editor');
    expect(await read(task)).toMatchObject({ overdue: true, escalated: true });
  });

  it('goes by the new priority from its beginning', async () => {
    const claim = await enterClaim(isnad);
    const task = await readTask(isnad, claim);
    bodyOf(await isnad.as('editor').put('/v1/policies/clocks/triage/urgent', { minutes: 60 }));
    await prioritize(isnad, claim, 'urgent');
    const urgent = await read(task);
    expect([urgent.priority, between(urgent, task.openedAt)]).toEqual(['urgent', 1]);
  });
});

describe('a lease', () => {
  it('that runs out gives the task back, with the draft kept and the holder named', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    const draft = { rationale: { en: 'half a thought' } };
    bodyOf(await isnad.as('checker').put(`/v1/tasks/${task.id}/draft`, draft, { 'If-Match': '*' }));
    await check(7, task);
    expect((await read(task)).status).toBe('in_progress');
    await check(9, task);
    expect(await read(task)).toMatchObject({ status: 'expired', clock: null, leaseEndsAt: null });
    const expired = (await events(task)).find(({ type }) => type === 'task.expired');
    expect(expired?.data).toMatchObject({
      holder: await memberIdOf(isnad, 'checker'),
      stage: 'review',
    });
    const next = await readTask(isnad, claim);
    expect(next).toMatchObject({ status: 'open', round: 2, hasDraft: true, assignee: null });
    expect(next.claim.status).toBe('open');
    await takeTask(isnad, claim, 'checker2');
    const found = await isnad.as('checker2').get(`/v1/tasks/${next.id}/draft`);
    expect(bodyOf(found)).toMatchObject({ draft });
  });

  it('is moved on by work: a draft, evidence, and the word of whoever holds it', async () => {
    const claim = await enterClaim(isnad);
    const task = await startReview(isnad, claim);
    let until = task.leaseEndsAt ?? '';
    const expectLater = async (): Promise<void> => {
      const { leaseEndsAt } = await read(task);
      expect(leaseEndsAt && leaseEndsAt > until).toBe(true);
      until = leaseEndsAt ?? '';
    };
    // Work within the same minute leaves it where it is.
    const letPass = () =>
      isnad.database.pool.query(
        `UPDATE review_tasks SET lease_until = lease_until - interval '5 minutes' WHERE id = $1`,
        [task.id],
      );
    await letPass();
    bodyOf(await isnad.as('checker').put(`/v1/tasks/${task.id}/draft`, {}, { 'If-Match': '*' }));
    await expectLater();
    await letPass();
    const evidence = { url: 'https://example.org/a', stance: 'for' };
    expect((await isnad.as('checker').post(`/v1/claims/${claim}/evidence`, evidence)).status).toBe(201);
    await expectLater();
    bodyOf(await moveTask(isnad, 'checker', task, { event: 'extend' }));
    await expectLater();
    const others = { url: 'https://example.org/b', stance: 'for' };
    expect((await isnad.as('checker2').post(`/v1/claims/${claim}/evidence`, others)).status).toBe(201);
    expect((await read(task)).leaseEndsAt).toBe(until);
    expect((await moveTask(isnad, 'checker2', task, { event: 'extend' })).status).toBe(403);
    await after(7, async ({ workflow }) =>
      workflow.moveTask(task.id, { event: 'extend' }, await caller('checker')),
    );
    await check(9, task);
    expect((await read(task)).status).toBe('in_progress');
    await check(16, task);
    expect((await read(task)).status).toBe('expired');
  });

  it('is held at triage and approval too', async () => {
    const claim = await enterClaim(isnad);
    const triage = await takeTask(isnad, claim, 'editor');
    await check(9, triage);
    expect((await read(triage)).status).toBe('expired');
    expect(await readTask(isnad, claim)).toMatchObject({ stage: 'triage', status: 'open', round: 2 });
  });
});

describe('a pause', () => {
  const reason = 'The claimant was asked and has until Thursday.';

  it('stops the clock and the lease, and moves them on by as much', async () => {
    const task = await startReview(isnad, await enterClaim(isnad));
    const paused = bodyOf(await moveTask(isnad, 'checker', task, { event: 'pause', reason })) as Task;
    expect(paused.paused).toMatchObject({ reason });
    await check(1_000, task);
    expect(await read(task)).toMatchObject({ status: 'in_progress', overdue: false });
    await after(30, async ({ workflow }) =>
      workflow.moveTask(task.id, { event: 'unpause' }, await caller('checker')),
    );
    const resumed = await read(task);
    expect(resumed.paused).toBeNull();
    expect(between(resumed, task.dueAt)).toBe(30);
    expect(
      Math.round((Date.parse(resumed.leaseEndsAt ?? '') - Date.parse(task.leaseEndsAt ?? '')) / hour),
    ).toBe(30);
    const told = (await events(task)).slice(-2);
    expect(told.map(({ type }) => type)).toEqual(['task.paused', 'task.resumed']);
    expect(told[0]?.data).toMatchObject({ reason });
  });

  it('is begun once and needs a reason; only the holder and editors may', async () => {
    const task = await startReview(isnad, await enterClaim(isnad));
    expect(faultsOf(await moveTask(isnad, 'checker', task, { event: 'pause' }))).toEqual(['/reason']);
    expect((await moveTask(isnad, 'checker2', task, { event: 'pause', reason })).status).toBe(403);
    expect(problemOf(await moveTask(isnad, 'checker', task, { event: 'unpause' })).code).toBe('not_paused');
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'pause', reason }));
    for (const command of [{ event: 'pause', reason }, { event: 'extend' }]) {
      expect(problemOf(await moveTask(isnad, 'checker', task, command)).code).toBe('paused');
    }
    bodyOf(await moveTask(isnad, 'editor', task, { event: 'release' }));
    expect(await read(task)).toMatchObject({ status: 'open', paused: null, clock: 'pick_up' });
  });
});

describe('the policies', () => {
  const path = '/v1/policies/clocks/approval/low';

  it('are read by the desk and changed by editors and admins', async () => {
    for (const [person, status] of [
      ['reader', 403],
      ['checker', 403],
      ['editor', 200],
      ['admin', 200],
    ] as const) {
      expect((await isnad.as(person).put(path, { minutes: 600 })).status, person).toBe(status);
      expect((await isnad.as(person).patch('/v1/policies/desk', { wipLimit: 7 })).status, person).toBe(
        status,
      );
    }
    expect((await isnad.as('reader').get('/v1/policies')).status).toBe(403);
    expect((await isnad.stranger.get('/v1/policies')).status).toBe(401);
    const found = bodyOf(await isnad.as('checker').get('/v1/policies'));
    expect(found).toMatchObject({ desk: { autoAssign: false, wipLimit: 7, leaseMinutes: 480 } });
    expect((found as { clocks: unknown[] }).clocks).toHaveLength(20);
    expect((found as { clocks: unknown[] }).clocks).toContainEqual({
      clock: 'approval',
      priority: 'low',
      minutes: 600,
    });
  });

  it('are changed under If-Match, and what is wrong is named', async () => {
    const tag = tagOf(await isnad.as('editor').get('/v1/policies'));
    expect((await isnad.as('editor').get('/v1/policies', { 'If-None-Match': tag })).status).toBe(304);
    bodyOf(await isnad.as('editor').put(path, { minutes: 480 }, { 'If-Match': tag }));
    expect((await isnad.as('editor').put(path, { minutes: 480 }, { 'If-Match': tag })).status).toBe(412);
    const late = await isnad
      .as('editor')
      .patch('/v1/policies/desk', { autoAssign: true }, { 'If-Match': tag });
    expect(late.status).toBe(412);
    expect(faultsOf(await isnad.as('editor').put(path, { minutes: 0 }))).toEqual(['/minutes']);
    expect((await isnad.as('editor').patch('/v1/policies/desk', {})).status).toBe(400);
    expect((await isnad.as('editor').put('/v1/policies/clocks/lunch/low', { minutes: 5 })).status).toBe(400);
  });

  it('hold for what starts from then on, and are told as events', async () => {
    const before = await readTask(isnad, await enterClaim(isnad));
    bodyOf(await isnad.as('editor').put('/v1/policies/clocks/triage/normal', { minutes: 600 }));
    const later = await readTask(isnad, await enterClaim(isnad));
    expect([between(before, before.openedAt), between(later, later.openedAt)]).toEqual([4, 10]);
    expect((await read(before)).dueAt).toBe(before.dueAt);
    const { rows } = await isnad.database.pool.query<{ data: object }>(
      `SELECT data FROM events WHERE type = 'policy.changed' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows[0]?.data).toMatchObject({ clock: 'triage', priority: 'normal', minutes: 600, was: 240 });
  });
});
