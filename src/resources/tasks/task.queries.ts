/** Review tasks with their claims, as their JSON is written by the database. */
import type { TaskStatus } from '../../domain/task/lifecycle.js';
import type { Pool } from '../../platform/db/client.js';
import { jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { claimSummaryColumns } from '../claims/claim-summary.js';
import { verdictOfTask } from '../claims/verdict-of-task.js';

export interface TaskRow {
  id: string;
  claimId: string;
  status: TaskStatus;
  version: number;
  claimVersion: number;
  /** The task as JSON. */
  text: string;
}

/** What is shown of a task `t`. */
export const taskColumns = `
  t.id, ${jsonObject(`SELECT ${claimSummaryColumns()} FROM claims c WHERE c.id = t.claim_id`)} AS claim, t.stage, t.round,
  t.status, ${referenceTo('holder', 'members holder WHERE holder.id = t.assignee_id')} AS assignee, ${verdictOfTask} AS verdict, t.priority,
  t.draft_version > 0 AS "hasDraft", ${moment('t.opened_at')} AS "openedAt", ${moment('t.taken_at')} AS "takenAt",
  ${moment('t.closed_at')} AS "closedAt", ${moment('t.lease_until')} AS "leaseEndsAt", t.clock,
  ${moment('t.due_at')} AS "dueAt", t.overdue_at IS NOT NULL AS overdue, t.escalated_at IS NOT NULL AS escalated,
  ${jsonObject(`SELECT ${moment('t.paused_at')} AS "startedAt", coalesce(t.pause_reason, '') AS reason WHERE t.paused_at IS NOT NULL`)} AS paused,
  ${moment('t.updated_at')} AS "updatedAt", t.version`;

/** The claim is shown with its task `t`, so its version counts too. */
const claimVersion = '(SELECT c.version FROM claims c WHERE c.id = t.claim_id)';

const one = {
  name: 'task',
  text: `
    SELECT t.id, t.claim_id AS "claimId", t.status, t.version, ${claimVersion} AS "claimVersion",
      ${jsonObject(`SELECT ${taskColumns}`)}::text AS text
    FROM review_tasks t WHERE t.id = $1`,
};

export async function readTask(pool: Pool, id: string): Promise<TaskRow | undefined> {
  return (await pool.query<TaskRow>({ ...one, values: [id] })).rows[0];
}

interface TakenRow {
  id: string;
  text: string;
  /** What is written in it so far; null also where somebody else holds it by now. */
  draft: object | null;
  draftVersion: number;
}

const taken = {
  name: 'task-taken',
  text: `
    SELECT t.id, ${jsonObject(`SELECT ${taskColumns}`)}::text AS text,
      CASE WHEN t.assignee_id = $2 THEN t.draft END AS draft, t.draft_version AS "draftVersion"
    FROM review_tasks t WHERE t.id = $1`,
};

export async function readTaken(pool: Pool, id: string, holder: string): Promise<TakenRow | undefined> {
  return (await pool.query<TakenRow>({ ...taken, values: [id, holder] })).rows[0];
}
