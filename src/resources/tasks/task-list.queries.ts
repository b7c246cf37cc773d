/** A page of the list of tasks, in one statement. */
import { stages, taskStatuses } from '../../domain/task/lifecycle.js';
import type { Pool } from '../../platform/db/client.js';
import {
  byMoment,
  createParameters,
  readPage,
  type Page,
  type RowKey,
  type SortKey,
} from '../../platform/db/list-page.js';
import { named } from '../../platform/db/named.js';
import { priorities } from '../../domain/task/priority.js';
import { conditionsOf as conditionsOfClaim, selectiveConditionsOf } from '../claims/claim-conditions.js';
import { isOfLanguage } from '../../platform/http/read-list.js';
import type { TaskFilters, taskSorts } from './task-list.schema.js';
import { taskColumns } from './task.queries.js';

export const taskSortKeys: Readonly<Record<(typeof taskSorts)[number], SortKey>> = {
  openedAt: byMoment('t.opened_at'),
  updatedAt: byMoment('t.updated_at'),
  // What is due at no time is due last.
  dueAt: byMoment("coalesce(t.due_at, '9999-12-31 00:00:00+00'::timestamptz)"),
  priority: { expression: 't.priority', type: 'priority', values: priorities },
};

interface Asked {
  filters: TaskFilters;
  /** Those of one claim. */
  claimId?: string | undefined;
  sort: SortKey;
  descending: boolean;
  after: RowKey | undefined;
  limit: number;
}

/**
 * One walk for each status and stage that is asked for, along the index that begins with them: those that have ended are
 * many. A claim has had few tasks, and the plain list has an index of its own.
 */
export function listTasks(pool: Pool, { filters, claimId, sort, ...page }: Asked): Promise<Page> {
  const parameters = createParameters();
  const { put } = parameters;
  const { status, stage, ...others } = filters;
  const conditions = conditionsOf(others, put);
  const isPlain = conditions.length === 0;
  const hasOwnIndex =
    status === undefined && stage === undefined && isPlain && sort === taskSortKeys.openedAt;
  const lookups =
    hasOwnIndex || claimId !== undefined
      ? undefined
      : {
          from: `unnest(${put(status ?? taskStatuses)}::task_status[]) AS by_status (status)
            CROSS JOIN unnest(${put(stage ?? stages)}::stage[]) AS by_stage (stage)`,
          conditions: ['t.status = by_status.status', 't.stage = by_stage.stage'],
        };
  if (claimId !== undefined) {
    conditions.push(`t.claim_id = ${put(claimId)}::uuid`);
    if (status) conditions.push(`t.status = ANY (${put(status)}::task_status[])`);
    if (stage) conditions.push(`t.stage = ANY (${put(stage)}::stage[])`);
  }
  return readPage(pool, {
    from: 'review_tasks t',
    alias: 't',
    conditions,
    lookups,
    parameters,
    sort,
    ...page,
    columns: taskColumns,
    samePlan: isPlain,
  });
}

function conditionsOf(
  filters: Omit<TaskFilters, 'status' | 'stage'>,
  put: (value: unknown) => string,
): string[] {
  const { priority, assignee, unassigned, overdue, escalated, updatedSince, createdSince, createdBefore } =
    filters;
  const { topic, kind, language, article } = filters;
  const claim = { topic, kind, article };
  const ofClaim = [...selectiveConditionsOf(claim, put), ...conditionsOfClaim(claim, true, put)];
  const isNull = (column: string, wanted: boolean): string => `${column} IS ${wanted ? '' : 'NOT '}NULL`;
  return [
    language && isOfLanguage('t.language', language, put),
    priority && `t.priority = ANY (${put(priority)}::priority[])`,
    assignee && `t.assignee_id = ANY (${named('members', assignee, put)})`,
    unassigned !== undefined && isNull('t.assignee_id', unassigned),
    overdue !== undefined && isNull('t.overdue_at', !overdue),
    escalated !== undefined && isNull('t.escalated_at', !escalated),
    updatedSince !== undefined && `t.updated_at >= ${put(updatedSince)}::timestamptz`,
    createdSince !== undefined && `t.opened_at >= ${put(createdSince)}::timestamptz`,
    createdBefore !== undefined && `t.opened_at < ${put(createdBefore)}::timestamptz`,
    ofClaim.length > 0 && `t.claim_id IN (SELECT c.id FROM claims c WHERE ${ofClaim.join(' AND ')})`,
  ].filter((condition) => typeof condition === 'string');
}
