import type pg from 'pg';
import type { Pool } from '../db/client.js';
import type { Stage } from '../tasks/task.lifecycle.js';

export interface Window {
  from: Date;
  to: Date;
  /** Whether claims entered to try things out are counted. */
  tests: boolean;
}

export interface StageRow {
  stage: Stage;
  completed: number;
  started: number;
  /** Seconds: median, ninth decile. */
  waiting: [number, number];
  working: [number, number] | null;
}

export interface EndedRow {
  week: Date;
  stage: Stage;
  holder_id: string | null;
  count: number;
}

export interface CountRow {
  type: string;
  week: Date;
  actor_id: string | null;
  count: number;
}

export interface LiveRow {
  task_id: string;
  claim_ref: string;
  stage: Stage;
  phase: string;
  holder_id: string | null;
  opened_at: Date;
  /** Seconds. */
  age: number;
}

export type FlowRows = Awaited<ReturnType<typeof readFlow>>;

const real = (row: string): string =>
  `($3::boolean OR NOT EXISTS (SELECT FROM claims c WHERE c.id = ${row}.claim_id AND c.test))`;
const finished = `ended_at >= $1 AND ended_at < $2 AND outcome IN ('completed', 'returned') AND ${real('s')}`;
/** The Monday 00:00 UTC before; cheaper by far than truncating in a time zone, which counts for each of many rows. */
const week = (column: string): string => `date_bin('7 days', ${column}, '2001-01-01T00:00:00Z')`;

/** Where the time of the finished tasks went. */
export const stageTimes = `
  SELECT stage, count(*)::int AS completed, count(started_at)::int AS started,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY waiting) AS waiting,
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY working) FILTER (WHERE started_at IS NOT NULL) AS working
  FROM task_spans s WHERE ${finished} GROUP BY stage`;

/** How many tasks were finished, when, and by whom. */
export const finishedTasks = `
  SELECT ${week('ended_at')} AS week, stage, holder_id, count(*)::int AS count
  FROM task_spans s WHERE ${finished} GROUP BY 1, 2, 3`;

/** What else is counted, by the types that the index \`events_counted\` holds. */
export const countedEvents = `
  SELECT type, ${week('at')} AS week, actor_id, count(*)::int AS count
  FROM events e
  WHERE type IN ('task.taken', 'verdict.submitted', 'claim.approved', 'claim.returned', 'claim.correction_started', 'claim.retracted')
    AND at >= $1 AND at < $2 AND ${real('e')}
  GROUP BY 1, 2, 3`;

/** Who was given tasks by others. */
export const assignments = `
  SELECT m.id AS member_id, count(*)::int AS count
  FROM events e JOIN members m ON m.ref = e.data ->> 'assignee'
  WHERE e.type = 'task.assigned' AND e.at >= $1 AND e.at < $2 AND ${real('e')}
  GROUP BY 1`;

const liveTasks = `
  SELECT s.task_id, c.ref AS claim_ref, s.stage, s.phase, s.holder_id, s.opened_at,
    extract(epoch FROM $2 - s.opened_at)::float8 AS age
  FROM task_spans s JOIN claims c ON c.id = s.claim_id
  WHERE s.ended_at IS NULL AND ($1 OR NOT c.test) ORDER BY s.opened_at, s.task_id`;

const overdueTasks = `
  SELECT t.stage, count(*)::int AS count
  FROM review_tasks t JOIN claims c ON c.id = t.claim_id
  WHERE t.state IN ('open', 'assigned', 'in_progress', 'submitted') AND t.paused_at IS NULL AND t.due_at <= $2 AND ($1 OR NOT c.test)
  GROUP BY 1`;

/**
 * All rows the figures are made of, as of one moment. Where a second connection is free, the two look at one
 * snapshot and share the work, because over a long window most of it is sorting.
 */
export async function readFlow(pool: Pool, { from, to, tests, now }: Window & { now: Date }) {
  const window = [from, to, tests];
  const present = [tests, now];
  const readTimes = async (client: pg.PoolClient) => ({
    stages: await rows<StageRow>(client, stageTimes, window),
    live: await rows<LiveRow>(client, liveTasks, present),
    overdue: await rows<{ stage: Stage; count: number }>(client, overdueTasks, present),
    assigned: await rows<{ member_id: string; count: number }>(client, assignments, window),
  });
  const readCounts = async (client: pg.PoolClient) => ({
    ended: await rows<EndedRow>(client, finishedTasks, window),
    counted: await rows<CountRow>(client, countedEvents, window),
    members: await rows<{ id: string; ref: string }>(client, 'SELECT id, ref FROM members', []),
  });
  const clients = [await pool.connect()];
  const [first] = clients as [pg.PoolClient];
  try {
    const snapshot = await open(first);
    if (hasRoom(pool)) clients.push(await pool.connect());
    const second = clients[1];
    if (second) await open(second, snapshot);
    const [times, { members, ...counts }] = second
      ? await Promise.all([readTimes(first), readCounts(second)])
      : [await readTimes(first), await readCounts(first)];
    return { ...times, ...counts, refs: new Map(members.map(({ id, ref }) => [id, ref])) };
  } finally {
    await Promise.all(clients.map(close));
  }
}

/** Whether a connection can be had at once: whoever holds one must not wait for another, or all wait for all. */
const hasRoom = ({ idleCount, totalCount, waitingCount, options }: Pool): boolean =>
  waitingCount === 0 && (idleCount > 0 || totalCount < options.max);

export async function readNow(pool: Pool): Promise<Date> {
  const { rows: found } = await pool.query<{ now: Date }>('SELECT desk_now() AS now');
  if (!found[0]) throw new Error('the database does not tell the time');
  return found[0].now;
}

/** The name of the snapshot that this transaction, and from now on others, looks at. */
async function open(client: pg.PoolClient, snapshot?: string): Promise<string> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  if (snapshot !== undefined) await client.query(`SET TRANSACTION SNAPSHOT '${snapshot}'`);
  // Compiling a query takes longer than it saves here, and sorts of a long window would go to disk.
  await client.query("SET LOCAL jit = off; SET LOCAL work_mem = '32MB'");
  if (snapshot !== undefined) return snapshot;
  const { rows: found } = await client.query<{ name: string }>('SELECT pg_export_snapshot() AS name');
  return found[0]?.name ?? '';
}

/** A connection that cannot end its transaction is not given back to others. */
const close = (client: pg.PoolClient): Promise<void> =>
  client.query('ROLLBACK').then(
    () => {
      client.release();
    },
    (error: unknown) => {
      client.release(error instanceof Error ? error : true);
    },
  );

async function rows<Row extends pg.QueryResultRow>(
  client: pg.PoolClient,
  text: string,
  values: unknown[],
): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows;
}
