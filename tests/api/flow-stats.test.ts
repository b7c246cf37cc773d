import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { flow } from '../../src/resources/stats/flow.schema.js';
import { faultsOf, problemOf } from '../support/bodies.js';
import { bodyOf, enterClaim, publishVerdict, startReview, takeTask } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { insertEvent } from '../support/insert-event.js';

type Flow = z.output<typeof flow>;

let isnad: TestIsnad;
let week: Flow;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await writeHistory();
  await isnad.relay();
  week = await readFlow('from=2026-03-02T00:00:00Z&to=2026-03-16T00:00:00Z');
});
afterAll(() => isnad.close());

const readFlow = async (query: string): Promise<Flow> =>
  bodyOf(await isnad.as('checker').get(`/v1/stats/flow?${query}`)) as Flow;

type Line = [at: string, type: string, actor: string | null, data?: object];

/**
 * One week of March 2026 (Monday is the 2nd, week 10), written as the events of four claims and one test
 * claim; and two tasks of today that are still under way.
 */
async function writeHistory(): Promise<void> {
  const names = ['A', 'B', 'C', 'D', 'today', 'test'] as const;
  const claims = new Map<string, string>();
  for (const name of names) claims.set(name, await enterClaim(isnad, name === 'test' ? { test: true } : {}));
  const { pool } = isnad.database;
  const { rows: members } = await pool.query<{ ref: string; id: string }>('SELECT ref, id FROM members');
  const people = new Map(members.map(({ ref, id }) => [ref, id]));
  const micros = `SELECT micros_of(CASE WHEN $1 LIKE '-%' THEN desk_now() + $1::interval ELSE ('2026-03-' || $1 || '+00')::timestamptz END) AS at`;

  const tell = async (name: string, subject: { type: string; id?: string }, lines: Line[], extra: object) => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM claims WHERE ref = $1', [
      claims.get(name),
    ]);
    const claim = rows[0]?.id ?? '';
    for (const [moment, type, person, data] of lines) {
      const told = {
        type,
        subject: { type: subject.type, id: subject.id ?? claim },
        claim,
        actor: person === null ? null : (people.get(person) ?? null),
        data: { ...extra, ...data },
      };
      const { rows: moments } = await pool.query<{ at: string }>(micros, [moment]);
      await insertEvent(pool, told, moments[0]?.at);
    }
  };
  const task = (claim: string, stage: string, lines: Line[], id = randomUUID()) =>
    tell(
      claim,
      { type: 'task', id },
      lines.map(([at, type, ...rest]) => [at, `task.${type}`, ...rest]),
      { stage, round: 1 },
    );
  const claim = (name: string, lines: Line[]) =>
    tell(
      name,
      { type: 'claim' },
      lines.map(([at, type, ...rest]) => [at, type, ...rest]),
      {},
    );

  // Triage, by editors who never said that they began: all of it is waiting.
  await task('A', 'triage', [
    ['02 08:00', 'opened', null],
    ['02 09:00', 'completed', 'editor'],
  ]); // 1 h
  await task('B', 'triage', [
    ['02 08:00', 'opened', null],
    ['02 10:00', 'completed', 'editor'],
  ]); // 2 h
  await task('C', 'triage', [
    ['02 08:00', 'opened', null],
    ['02 13:00', 'completed', 'editor2'],
  ]); // 5 h
  await task('D', 'triage', [
    ['02 08:00', 'opened', null],
    ['03 08:00', 'completed', 'editor'],
  ]); // 24 h
  await task('test', 'triage', [
    ['02 08:00', 'opened', null],
    ['02 09:00', 'completed', 'editor'],
  ]);

  // Waited 1.5 h, worked 2 h.
  await task('A', 'review', [
    ['02 09:00', 'opened', null],
    ['02 10:00', 'taken', 'checker'],
    ['02 10:30', 'started', 'checker'],
    ['02 12:30', 'submitted', 'checker'],
    ['02 12:31', 'completed', null],
  ]);
  // Waited 2 h, worked 1 h before and 1 h after a pause of a day; reminders cut nothing.
  await task('B', 'review', [
    ['02 10:00', 'opened', null],
    ['02 11:00', 'assigned', 'editor', { assignee: people.get('checker'), to: 'assigned' }],
    ['02 12:00', 'started', 'checker'],
    ['02 12:30', 'reminded', null],
    ['02 13:00', 'paused', 'checker'],
    ['03 13:00', 'resumed', 'checker'],
    ['03 14:00', 'submitted', 'checker'],
    ['03 14:00', 'completed', null],
  ]);
  // Waited 1 h, worked 2 h, was given back; waited 25 h more, worked 1 h.
  await task('C', 'review', [
    ['02 13:00', 'opened', null],
    ['02 14:00', 'taken', 'checker2'],
    ['02 14:00', 'started', 'checker2'],
    ['02 16:00', 'released', 'checker2'],
    ['03 16:00', 'taken', 'checker'],
    ['03 17:00', 'started', 'checker'],
    ['03 18:00', 'submitted', 'checker'],
    ['03 18:00', 'completed', null],
  ]);
  // Came to nothing: taken, but not among what was completed.
  await task('D', 'review', [
    ['03 08:00', 'opened', null],
    ['03 09:00', 'taken', 'checker2'],
    ['04 08:00', 'canceled', 'editor'],
  ]);

  await task('A', 'approval', [
    ['02 12:31', 'opened', null],
    ['02 18:31', 'completed', 'editor2'],
  ]); // 6 h
  await task('B', 'approval', [
    ['03 14:00', 'opened', null],
    ['04 14:00', 'returned', 'editor2'],
  ]); // 24 h
  // Waited 24 h, and was worked at for five days, into the next week.
  await task('C', 'approval', [
    ['03 18:00', 'opened', null],
    ['04 18:00', 'taken', 'editor2'],
    ['04 18:00', 'started', 'editor2'],
    ['09 18:00', 'completed', 'editor2'],
  ]);
  // Opened in the hands of whoever wrote what is to be corrected: nobody waits.
  await task('A', 'correction', [
    ['05 08:00', 'opened', null, { status: 'in_progress', assignee: people.get('checker2') }],
    ['05 09:00', 'submitted', 'checker2'],
    ['05 09:00', 'completed', null],
  ]);

  await claim('A', [
    ['02 12:30', 'verdict.submitted', 'checker'],
    ['02 18:31', 'claim.approved', 'editor2'],
    ['05 08:00', 'claim.correction_started', 'editor'],
    ['05 09:00', 'verdict.submitted', 'checker2'],
    ['06 09:00', 'claim.retracted', 'editor'],
  ]);
  await claim('B', [
    ['03 14:00', 'verdict.submitted', 'checker'],
    ['04 14:00', 'claim.returned', 'editor2'],
  ]);
  await claim('C', [
    ['03 18:00', 'verdict.submitted', 'checker'],
    ['09 18:00', 'claim.approved', 'editor2'],
  ]);
  await claim('test', [
    ['02 08:30', 'verdict.submitted', 'checker2'],
    ['02 09:00', 'claim.approved', 'editor'],
  ]);

  await task('today', 'triage', [['-2 hours', 'opened', null]]);
  const held = randomUUID();
  await task(
    'today',
    'review',
    [
      ['-10 days', 'opened', null],
      ['-9 days', 'taken', 'checker'],
      ['-8 days', 'started', 'checker'],
    ],
    held,
  );
  // Its claim has never been there, as these events have never happened.
  const client = await isnad.owner.connect();
  await client.query('SET session_replication_role = replica');
  await client.query(
    `INSERT INTO review_tasks (id, claim_id, stage, round, status, assignee_id, clock, clock_from, remind_at, due_at, escalate_at)
     SELECT $1, c.id, 'review', 1, 'in_progress', m.id, 'review', now(), now(), now(), now()
     FROM claims c, members m WHERE c.ref = $2 AND m.ref = 'checker'`,
    [held, claims.get('today')],
  );
  await client.query(`UPDATE claims SET status = 'in_review', live_stage = 'review' WHERE ref = $1`, [
    claims.get('today'),
  ]);
  await client.query('SET session_replication_role = origin');
  client.release();
}

const hours = (count: number): number => count * 3600;

describe('the flow of a week whose figures were worked out by hand', () => {
  it('tells where each stage waited and worked', () => {
    const [triage, review, approval, correction] = week.stages;
    // 1, 2, 5, 24 h: the median lies between 2 and 5; nine tenths of the way, at place 2.7, is 5 + 0.7 × 19.
    expect(triage).toEqual({
      stage: 'triage',
      completed: 4,
      started: 0,
      waiting: { p50: hours(3.5), p90: hours(18.3) },
      working: null,
    });
    // Waiting 1.5, 2, 26 h: place 1.8 is 2 + 0.8 × 24. Working 2, 2, 3 h: 2 + 0.8 × 1.
    expect(review).toEqual({
      stage: 'review',
      completed: 3,
      started: 3,
      waiting: { p50: hours(2), p90: hours(21.2) },
      working: { p50: hours(2), p90: hours(2.8) },
    });
    // Waiting 6, 24, 24 h; one of them begun by name, for five days.
    expect(approval).toEqual({
      stage: 'approval',
      completed: 3,
      started: 1,
      waiting: { p50: hours(24), p90: hours(24) },
      working: { p50: hours(120), p90: hours(120) },
    });
    expect(correction).toEqual({
      stage: 'correction',
      completed: 1,
      started: 1,
      waiting: { p50: 0, p90: 0 },
      working: { p50: hours(1), p90: hours(1) },
    });
  });

  it('counts what was done in each week', () => {
    expect(week.weeks).toEqual([
      { week: '2026-W10', completed: { triage: 4, review: 3, approval: 2, correction: 1 }, published: 1 },
      { week: '2026-W11', completed: { triage: 0, review: 0, approval: 1, correction: 0 }, published: 1 },
    ]);
  });

  it('says who carried it', () => {
    expect(week.people).toMatchObject([
      // One triage, three approvals (one of them a return).
      { member: { ref: 'editor2' }, held: 0, taken: 1, completed: 4, verdicts: 0, approvals: 2 },
      // Three reviews: two taken, one assigned.
      { member: { ref: 'checker' }, held: 1, taken: 3, completed: 3, verdicts: 3, approvals: 0 },
      { member: { ref: 'editor' }, held: 0, taken: 0, completed: 3, verdicts: 0, approvals: 0 },
      // One correction, theirs from the beginning; a review given back and one canceled were only taken.
      { member: { ref: 'checker2' }, held: 0, taken: 3, completed: 1, verdicts: 1, approvals: 0 },
    ]);
  });

  it('says how much hangs on few', () => {
    expect(week.concentration).toEqual({
      // 4, 3, 3, 1 of 11: 4/11, 10/11, (16 + 9 + 9 + 1) / 121
      completed: { total: 11, people: 4, busiest: 0.3636, topThree: 0.9091, hhi: 0.2893 },
      // 3 and 1 of 4: (9 + 1) / 16
      verdicts: { total: 4, people: 2, busiest: 0.75, topThree: 1, hhi: 0.625 },
      approvals: { total: 2, people: 1, busiest: 1, topThree: 1, hhi: 1 },
    });
  });

  it('counts what came back', () => {
    expect(week.returns).toEqual({ returned: 1, approved: 2, share: 0.3333 });
    expect([week.corrections, week.retractions]).toEqual([1, 1]);
  });

  it('leaves test claims out, unless they are asked for', async () => {
    const all = await readFlow('from=2026-03-02T00:00:00Z&to=2026-03-16T00:00:00Z&tests=include');
    expect(all.stages[0]).toMatchObject({ completed: 5, waiting: { p50: hours(2) } });
    expect(all.weeks[0]).toMatchObject({ completed: { triage: 5 }, published: 2 });
    expect(all.returns).toEqual({ returned: 1, approved: 3, share: 0.25 });
    expect(all.concentration.verdicts).toMatchObject({ total: 5, busiest: 0.6 });
  });

  it('cuts the window where it is told to, the end not counted', async () => {
    const monday = await readFlow('from=2026-03-02T10:00:00Z&to=2026-03-02T18:31:00Z');
    // Triage of B (10:00) and C (13:00), review of A; the approval of A came at the end itself.
    expect(monday.stages.map(({ completed }) => completed)).toEqual([2, 1, 0, 0]);
    expect(monday.weeks).toHaveLength(1);
    expect(monday.returns).toEqual({ returned: 0, approved: 0, share: null });
  });
});

describe('the desk of now', () => {
  it('is told beside it: what ages, what is overdue', () => {
    expect(week.aging).toMatchObject({
      live: 2,
      buckets: { under4Hours: 1, under1Day: 0, under3Days: 0, under1Week: 0, under4Weeks: 1, older: 0 },
      oldest: [
        { stage: 'review', phase: 'working', holder: { ref: 'checker' } },
        { stage: 'triage', phase: 'waiting', holder: null },
      ],
    });
    expect(Math.round((week.aging.oldest[0]?.age ?? 0) / 86_400)).toBe(10);
    expect(week.overdue).toEqual({ triage: 0, review: 1, approval: 0, correction: 0 });
  });

  it('takes the last 28 days where no window is given', async () => {
    const { startsAt, endsAt, measuredAt } = await readFlow('');
    expect([endsAt, Date.parse(endsAt) - Date.parse(startsAt)]).toEqual([measuredAt, 28 * 86_400_000]);
  });

  it('is for the desk, and for windows that are some', async () => {
    expect((await isnad.as('reader').get('/v1/stats/flow')).status).toBe(403);
    expect((await isnad.stranger.get('/v1/stats/flow')).status).toBe(401);
    expect((await isnad.as('admin').get('/v1/stats/flow')).status).toBe(200);
    const ask = (query: string) => isnad.as('editor').get(`/v1/stats/flow?${query}`);
    const backwards = await ask('from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z');
    expect([backwards.status, problemOf(backwards).code, faultsOf(backwards)]).toEqual([
      422,
      'invalid_window',
      ['from'],
    ]);
    expect((await ask('from=0001-01-01T00:00:00Z')).status).toBe(422);
    expect((await ask('from=monday&tests=some')).status).toBe(400);
  });
});

describe('the spans of tasks', () => {
  const spans = async () =>
    (await isnad.database.pool.query<Record<string, unknown>>('SELECT * FROM task_spans ORDER BY task_id'))
      .rows;

  it('are what the tasks themselves say, whatever way they went', async () => {
    const names = await Promise.all([1, 2, 3, 4].map(() => enterClaim(isnad)));
    await publishVerdict(isnad, names[0] ?? '');
    await startReview(isnad, names[1] ?? '');
    await takeTask(isnad, names[2] ?? '', 'editor');
    await isnad.work();
    const { rows } = await isnad.database.pool.query<{ same: boolean; status: string }>(
      `SELECT t.status, s.stage = t.stage AND s.holder_id IS NOT DISTINCT FROM t.assignee_id
          AND (s.ended_at IS NULL) = (t.closed_at IS NULL)
          AND s.phase = CASE t.status WHEN 'in_progress' THEN 'working' WHEN 'done' THEN 'ended' ELSE 'waiting' END AS same
       FROM review_tasks t LEFT JOIN task_spans s ON s.task_id = t.id WHERE t.claim_id IN (SELECT id FROM claims WHERE ref = ANY ($1))`,
      [names],
    );
    expect([...new Set(rows.map(({ status }) => status))].sort()).toEqual([
      'assigned',
      'done',
      'in_progress',
      'open',
    ]);
    expect(rows.filter(({ same }) => !same)).toEqual([]);
  });

  it('are told again from the events, the same as they were kept', async () => {
    const kept = await spans();
    expect(kept.length).toBeGreaterThan(15);
    const { rows } = await isnad.database.pool.query<{ told: string }>('SELECT rebuild_task_spans() AS told');
    expect(Number(rows[0]?.told)).toBe(kept.length);
    expect(await spans()).toEqual(kept);
  });
});
