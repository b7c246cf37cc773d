/** The desk of now: what is under way, what is overdue. */
import type pg from 'pg';
import type { Stage } from '../../domain/task/lifecycle.js';
import { ageBuckets } from '../../domain/stats/flow.js';

interface OldRow {
  task_id: string;
  claim: { id: string; ref: string };
  stage: Stage;
  phase: string;
  holder_id: string | null;
  opened_at: Date;
  /** Seconds. */
  age: number;
}

const oldestShown = 10;
/** In seconds; the last bucket has no end. */
const ends = ageBuckets.map(({ hours }) => hours * 3600).filter(Number.isFinite);

const real = `($1::boolean OR NOT EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.test))`;

const liveTasks = `
  SELECT width_bucket(extract(epoch FROM $2 - s.opened_at)::float8, ARRAY[${ends.join(', ')}]::float8[]) AS bucket,
    s.holder_id, count(*)::int AS count
  FROM task_spans s WHERE s.ended_at IS NULL AND ${real} GROUP BY 1, 2`;

const oldestTasks = `
  SELECT s.task_id, json_build_object('id', c.id, 'ref', c.ref) AS claim, s.stage, s.phase, s.holder_id, s.opened_at,
    extract(epoch FROM $2 - s.opened_at)::float8 AS age
  FROM task_spans s JOIN claims c ON c.id = s.claim_id
  WHERE s.ended_at IS NULL AND ($1 OR NOT c.test) ORDER BY s.opened_at, s.task_id LIMIT ${String(oldestShown)}`;

const overdueTasks = `
  SELECT s.stage, count(*)::int AS count
  FROM review_tasks s
  WHERE is_live(s.status) AND s.paused_at IS NULL AND s.due_at <= $2 AND ${real}
  GROUP BY 1`;

export async function readPresent(client: pg.PoolClient, { tests, now }: { tests: boolean; now: Date }) {
  const values = [tests, now];
  const live = await client.query<{ bucket: number; holder_id: string | null; count: number }>(
    liveTasks,
    values,
  );
  const oldest = await client.query<OldRow>(oldestTasks, values);
  const overdue = await client.query<{ stage: Stage; count: number }>(overdueTasks, values);
  return { live: live.rows, oldest: oldest.rows, overdue: overdue.rows };
}
