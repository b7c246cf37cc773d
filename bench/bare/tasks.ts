import type { RequestHandler } from 'express';
import type pg from 'pg';
import { claimFields, joinedToClaim } from './claims.js';
import { answerPages } from './page.js';
import { instant, one, reference, verdictOfTask } from './sql.js';

export const listTasks = (pool: pg.Pool): RequestHandler => answerPages(pool, 'tasks', statement);

const fields = `
  t.id, ${one(`SELECT ${claimFields}`)} AS claim, t.stage, t.round, t.status, ${reference('assignee')} AS assignee,
  ${verdictOfTask} AS verdict, t.priority,
  t.draft_version > 0 AS "hasDraft", ${instant('t.opened_at')} AS "openedAt", ${instant('t.taken_at')} AS "takenAt",
  ${instant('t.closed_at')} AS "closedAt", ${instant('t.lease_until')} AS "leaseEndsAt", t.clock,
  ${instant('t.due_at')} AS "dueAt", t.overdue_at IS NOT NULL AS overdue, t.escalated_at IS NOT NULL AS escalated,
  CASE WHEN t.paused_at IS NOT NULL
    THEN ${one(`SELECT ${instant('t.paused_at')} AS "startedAt", coalesce(t.pause_reason, '') AS reason`)} END AS paused,
  ${instant('t.updated_at')} AS "updatedAt", t.version`;

const statement = (limit: number): string => `
  SELECT ${instant('t.opened_at', 'US')} AS key, t.id, ${one(`SELECT ${fields}`)}::text AS text
  FROM review_tasks t JOIN claims c ON c.id = t.claim_id ${joinedToClaim} LEFT JOIN members assignee ON assignee.id = t.assignee_id
  WHERE (t.opened_at, t.id) > ($1, $2) ORDER BY t.opened_at, t.id LIMIT ${String(limit)}`;
