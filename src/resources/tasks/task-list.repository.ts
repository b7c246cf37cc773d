/** Which tasks a list shows. Each filter is answered by an index in the order of the list, however many tasks there are. */
import type { Db } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';
import { stages, taskStatuses } from '../../domain/task/lifecycle.js';
import type { TaskQuery } from './task.schema.js';

export type TaskFilters = Omit<TaskQuery, 'after' | 'limit'> & { claimId?: string };

/**
 * The ids of up to `limit` tasks after the one named, oldest first. By id alone where nothing is asked for;
 * else one walk per status and stage, each along the index that begins with them (and with the assignee), so
 * that no walk passes by tasks of other states: those that have ended are many.
 */
export async function findTaskIds(
  db: Db,
  filters: TaskFilters,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const conditions = Prisma.join(conditionsOf(filters, after), ' AND ');
  const rows = isPlain(filters)
    ? await db.$queryRaw<{ id: string }[]>`
        SELECT t.id FROM review_tasks t WHERE ${conditions} ORDER BY t.id LIMIT ${limit}`
    : await db.$queryRaw<{ id: string }[]>`
        SELECT next.id
        FROM unnest(${filters.status ?? [...taskStatuses]}::task_status[]) AS wanted_status (status)
          CROSS JOIN unnest(${filters.stage ?? [...stages]}::stage[]) AS wanted_stage (stage)
          CROSS JOIN LATERAL (
            SELECT t.id FROM review_tasks t
            WHERE t.status = wanted_status.status AND t.stage = wanted_stage.stage AND ${conditions}
            ORDER BY t.id LIMIT ${limit}) next
        ORDER BY next.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** A claim has had few tasks: they are read whole. */
const isPlain = ({ claimId, status, stage, assignee, overdue, escalated }: TaskFilters): boolean =>
  claimId === undefined && [status, stage, assignee, overdue, escalated].every((one) => one === undefined);

function conditionsOf(
  { assignee, overdue, escalated, claimId }: TaskFilters,
  after: string | undefined,
): Prisma.Sql[] {
  const conditions = [Prisma.sql`true`];
  const add = (condition: Prisma.Sql): void => {
    conditions.push(condition);
  };
  if (assignee !== undefined) {
    const key = byIdOrRef(assignee);
    if ('id' in key) add(Prisma.sql`t.assignee_id = ${key.id}::uuid`);
    else add(Prisma.sql`t.assignee_id = (SELECT m.id FROM members m WHERE m.ref = ${key.ref})`);
  }
  if (overdue !== undefined)
    add(overdue ? Prisma.sql`t.overdue_at IS NOT NULL` : Prisma.sql`t.overdue_at IS NULL`);
  if (escalated !== undefined)
    add(escalated ? Prisma.sql`t.escalated_at IS NOT NULL` : Prisma.sql`t.escalated_at IS NULL`);
  if (claimId !== undefined) add(Prisma.sql`t.claim_id = ${claimId}::uuid`);
  if (after !== undefined) add(Prisma.sql`t.id > ${after}::uuid`);
  return conditions;
}
