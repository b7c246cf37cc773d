/** Weeks that are told once and kept: the figures are the same as if all were counted anew. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newId } from '../../src/platform/db/new-id.js';
import type { flow } from '../../src/resources/stats/flow.schema.js';
import { readPresent } from '../../src/resources/stats/current-work.repository.js';
import { enterClaim } from '../support/desk.js';
import { changeWaits } from '../support/gate.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { insertEvent } from '../support/insert-event.js';

type Flow = z.output<typeof flow>;
type Query = Parameters<TestIsnad['services']['flow']['read']>[0];

let isnad: TestIsnad;
let claims: string[];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  claims = await Promise.all([1, 2, 3, 4].map(() => enterClaim(isnad)));
  await ask(writePast, [claims]);
});
afterAll(() => isnad.close());
beforeEach(async () => {
  await isnad.work();
});

const ask = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await isnad.database.pool.query<Row>(sql, values)).rows;

/**
 * Six hundred tasks over twelve weeks of 2025, each opened, taken, begun and done, with times from seconds to
 * days; some were returned, some canceled, some of them nobody had begun.
 */
const writePast = `
  WITH people AS (
    SELECT array_agg(id ORDER BY ref) FILTER (WHERE role = 'checker') AS checkers, array_agg(id ORDER BY ref) FILTER (WHERE role = 'editor') AS editors
    FROM members
  ), tasks AS (
    SELECT n, gen_random_uuid() AS id, c.id AS claim_id, (ARRAY['review', 'approval', 'correction'])[1 + n % 3] AS stage,
      timestamptz '2025-03-03T00:00:00Z' + n * interval '3 hours 21 minutes' AS opened,
      interval '1 second' * power(10, (n * 7919 % 1000) / 200.0) AS waited, interval '1 second' * power(10, (n * 104729 % 1000) / 180.0) AS worked
    FROM generate_series(1, 600) n JOIN claims c ON c.ref = ($1::text[])[1 + n % 4]
  ), told AS (
    SELECT t.*, step.*, CASE WHEN n % 2 = 0 THEN checkers[1 + n % 2] ELSE editors[1 + n % 2] END AS actor
    FROM tasks t, people, LATERAL (VALUES
      (1, 'task.opened', opened, NULL),
      (2, CASE n % 5 WHEN 0 THEN 'task.assigned' ELSE 'task.taken' END, opened + waited / 2, 'checker'),
      (3, CASE n % 7 WHEN 0 THEN NULL ELSE 'task.started' END, opened + waited, NULL),
      (4, 'verdict.submitted', opened + waited + worked, NULL),
      (5, CASE WHEN n % 11 = 0 THEN 'task.canceled' WHEN n % 6 = 0 THEN 'task.returned' ELSE 'task.completed' END, opened + waited + worked, NULL),
      (6, CASE WHEN n % 6 = 0 THEN 'claim.retracted' END, opened + waited + worked, NULL)) AS step (step, type, at, assignee)
    WHERE step.type IS NOT NULL
  ), linked AS (
    -- They go behind what is told of their claims already. The hashes are of nothing that anybody verifies here.
    SELECT told.*, sha256(convert_to(concat(id, step), 'UTF8')) AS hash,
      c.version + row_number() OVER (PARTITION BY claim_id ORDER BY at, n, step) AS ordinal,
      (SELECT e.hash FROM events e WHERE e.claim_id = c.claim_id AND e.ordinal = c.version) AS head
    FROM told JOIN (SELECT id AS claim_id, version FROM claims) c USING (claim_id)
  ), written AS (
    INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, data, at, prev_hash, hash)
    SELECT gen_random_uuid(), type, split_part(type, '.', 1), CASE WHEN type LIKE 'task.%' THEN id ELSE claim_id END, claim_id,
      ordinal, CASE WHEN type <> 'verdict.submitted' THEN actor END,
      jsonb_build_object('stage', stage, 'round', 1, 'assignee', (SELECT id FROM members WHERE ref = assignee)), at,
      lag(hash, 1, head) OVER (PARTITION BY claim_id ORDER BY ordinal), hash
    FROM linked ORDER BY at, n, step
  )
  UPDATE claims SET version = last.ordinal FROM (SELECT claim_id, max(ordinal) AS ordinal FROM linked GROUP BY 1) last
  WHERE id = last.claim_id`;

const windows: Query[] = (
  [
    ['2025-03-03T00:00:00Z', '2025-05-26T00:00:00Z'],
    ['2025-03-05T13:00:00Z', '2025-04-17T01:02:03Z'],
    ['2025-03-10T00:00:00Z', '2025-03-17T00:00:00Z'],
    ['2025-03-12T00:00:00Z', '2025-03-12T05:00:00Z'],
    ['2024-01-01T00:00:00Z', '2026-11-20T00:00:00Z'],
  ] as const
).flatMap(([from, to]) => (['include', 'exclude'] as const).map((tests) => ({ from, to, tests })));

/** Without what tells of now. */
async function readAll(): Promise<Partial<Flow>[]> {
  const all: Partial<Flow>[] = [];
  for (const window of windows) {
    const { measuredAt: _measuredAt, aging: _aging, ...figures } = await isnad.services.flow.read(window);
    all.push(figures);
  }
  return all;
}

const keptWeeks = async (): Promise<number> =>
  (await ask<{ count: number }>('SELECT count(DISTINCT week)::int AS count FROM flow_weeks'))[0]?.count ?? 0;

/** What the relay and the job `update-task-spans` do, and nothing else. */
async function followFeed(): Promise<void> {
  await isnad.relay();
  await isnad.services.flow.updateTaskSpans();
}

async function expectSameAnew(): Promise<void> {
  const kept = await readAll();
  await ask('DELETE FROM flow_weeks');
  expect(await readAll()).toEqual(kept);
  await isnad.work();
  expect(await readAll()).toEqual(kept);
}

describe('weeks that are over', () => {
  it('are told by the workers, and change no figure', async () => {
    expect(await keptWeeks()).toBeGreaterThan(50);
    await expectSameAnew();
  });

  it('give percentiles that are exactly those of all values', async () => {
    for (const { from, to, tests } of windows) {
      const rows = await ask<{ stage: string; waiting: number[]; working: number[] | null; count: number }>(
        `SELECT stage, count(*)::int AS count, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY waiting) AS waiting,
           percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY working) FILTER (WHERE started_at IS NOT NULL) AS working
         FROM task_spans s JOIN claims c ON c.id = s.claim_id
         WHERE ended_at >= $1 AND ended_at < $2 AND outcome IN ('completed', 'returned') AND ($3 OR NOT c.test) GROUP BY stage`,
        [from, to, tests === 'include'],
      );
      const { stages } = await isnad.services.flow.read({ from, to, tests });
      const whole = (pair: number[] | null | undefined) =>
        pair ? { p50: Math.round(pair[0] ?? NaN), p90: Math.round(pair[1] ?? NaN) } : null;
      for (const figures of stages) {
        const row = rows.find(({ stage }) => stage === figures.stage);
        const { stage, waiting, working, completed } = figures;
        expect({ completed, waiting, working }, `${stage} of ${String(from)}`).toEqual({
          completed: row?.count ?? 0,
          waiting: whole(row?.waiting),
          working: whole(row?.working),
        });
      }
    }
  });

  it('are forgotten when something is written into their past', async () => {
    const before = await keptWeeks();
    const [{ claim, editor } = { claim: '', editor: '' }] = await ask<{ claim: string; editor: string }>(
      "SELECT id AS claim, (SELECT id FROM members WHERE ref = 'editor') AS editor FROM claims WHERE ref = $1",
      [claims[0]],
    );
    const task = newId();
    const late = (type: string, subject: { type: string; id: string }, at: string) =>
      insertEvent(
        isnad.database.pool,
        { type, subject, claim, actor: editor, data: { stage: 'review', round: 1 } },
        String(Date.parse(at) * 1000),
      );
    await late('claim.retracted', { type: 'claim', id: claim }, '2025-03-11T12:00:00Z');
    await followFeed();
    expect(await keptWeeks()).toBe(before - 1);
    await late('task.opened', { type: 'task', id: task }, '2025-04-01T12:00:00Z');
    await followFeed();
    expect(await keptWeeks()).toBe(before - 1);
    await late('task.completed', { type: 'task', id: task }, '2025-04-02T12:00:00Z');
    await followFeed();
    expect(await keptWeeks()).toBe(before - 2);
    await isnad.work();
    await expectSameAnew();
  });

  it('are forgotten when a claim turns out to be a test', async () => {
    const [weeks, before] = [await keptWeeks(), await readAll()];
    await ask('UPDATE claims SET test = true WHERE ref = $1', [claims[1]]);
    expect(await keptWeeks()).toBeLessThan(weeks - 10);
    expect(await readAll()).not.toEqual(before);
    await isnad.work();
    await expectSameAnew();
  });

  it('hold nothing up while they are summed up, and are not kept where a claim turned out to be a test meanwhile', async () => {
    const monday = '2025-03-10T00:00:00Z';
    await ask('DELETE FROM flow_weeks');
    const [holder, other] = [await isnad.owner.connect(), await isnad.database.pool.connect()];
    try {
      await holder.query('BEGIN; LOCK TABLE task_spans IN ACCESS EXCLUSIVE MODE');
      const summed = ask('SELECT store_flow_week($1)', [monday]);
      await changeWaits(isnad, '%store_flow_week%');
      await other.query("BEGIN; SELECT FROM feed_cursors WHERE name = 'task_spans' FOR UPDATE NOWAIT");
      await other.query('COMMIT');
      await holder.query('COMMIT');
      await summed;
      expect(await ask('SELECT FROM flow_weeks')).toHaveLength(2);

      await ask('DELETE FROM flow_weeks');
      await holder.query("BEGIN; SELECT FROM feed_cursors WHERE name = 'task_spans' FOR UPDATE");
      const late = ask('SELECT store_flow_week($1)', [monday]);
      await changeWaits(isnad, '%store_flow_week%');
      await holder.query('SET LOCAL session_replication_role = replica');
      await holder.query('UPDATE claims SET test = NOT test WHERE ref = $1', [claims[3]]);
      await holder.query('COMMIT');
      await late;
      expect(await ask('SELECT FROM flow_weeks')).toEqual([]);
      await ask('SELECT store_flow_week($1)', [monday]);
      expect(await ask('SELECT FROM flow_weeks')).toHaveLength(2);
    } finally {
      holder.release();
      other.release();
      await ask('DELETE FROM flow_weeks');
    }
  });

  it('are told once, those that are not over or begin on no Monday never', async () => {
    const told = 'SELECT week::text FROM flow_weeks ORDER BY 1';
    const before = await ask(told);
    const [now] = await ask<{ monday: string }>(
      `SELECT to_char(week_of(desk_now()), 'YYYY-MM-DD') AS monday`,
    );
    for (const week of ['2025-03-10', '2025-03-11', now?.monday ?? ''])
      await isnad.services.flow.sumWeek(week);
    expect(await ask(told)).toEqual(before);
    expect(await isnad.services.flow.findOwed()).toEqual([]);
  });
});

it('ages fall into the first bucket they are under', async () => {
  const client = await isnad.database.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('DELETE FROM task_spans');
    const now = new Date('2026-01-31T00:00:00Z');
    const hours = [0, 3.999, 4, 24, 167, 168, 9999];
    await client.query(
      `INSERT INTO task_spans (task_id, claim_id, stage, opened_at, phase, waiting, working)
       SELECT gen_random_uuid(), c.id, 'review', $1::timestamptz - hours * interval '1 hour', 'waiting', 0, 0
       FROM unnest($2::float8[]) AS hours, (SELECT id FROM claims LIMIT 1) c`,
      [now, hours],
    );
    const { live } = await readPresent(client, { tests: true, now });
    const counts = new Map(live.map(({ bucket, count }) => [bucket, count]));
    expect([0, 1, 2, 3, 4, 5].map((bucket) => counts.get(bucket))).toEqual([2, 1, 1, 1, 1, 1]);
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});
