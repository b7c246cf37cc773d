import type { Db, Tx } from '../../platform/db/client.js';
import type { Prisma, Priority } from '../../platform/db/generated/client.js';
import type { Clock } from '../../domain/task/clock.js';

const settingsFields = { autoAssign: true, wipLimit: true, leaseMinutes: true, version: true } as const;

export async function readPolicies(db: Db) {
  const { version, ...desk } = await db.deskSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: settingsFields,
  });
  const clocks = await db.clockPolicy.findMany({ orderBy: [{ clock: 'asc' }, { priority: 'asc' }] });
  return { desk, clocks, version };
}

/** The policies under lock: two who change them at once do so one after the other. */
export async function lockPolicies(tx: Tx) {
  await tx.$queryRaw`SELECT 1 FROM desk_settings FOR UPDATE`;
  return readPolicies(tx);
}

export async function setClockPolicy(
  tx: Tx,
  policy: { clock: Clock; priority: Priority },
  minutes: number,
): Promise<void> {
  await tx.clockPolicy.update({ where: { clock_priority: policy }, data: { minutes } });
}

/** Every change of a policy, of whichever table, makes a new version of the whole. */
export async function setDesk(tx: Tx, change: Prisma.DeskSettingsUpdateInput): Promise<void> {
  await tx.deskSettings.update({ where: { id: 1 }, data: { ...change, version: { increment: 1 } } });
}

/**
 * The tasks on which something is due, by the indexes in which it falls due, and those of members who were set inactive.
 * The time stands in a subquery so that it is asked for once: a volatile function in a condition keeps the index from
 * being used.
 */
export async function findDueTasks(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    (SELECT id FROM review_tasks
      WHERE clock IS NOT NULL AND reminded_at IS NULL AND paused_at IS NULL AND remind_at <= (SELECT desk_now())
      ORDER BY remind_at LIMIT ${limit})
    UNION (SELECT id FROM review_tasks
      WHERE clock IS NOT NULL AND overdue_at IS NULL AND paused_at IS NULL AND due_at <= (SELECT desk_now())
      ORDER BY due_at LIMIT ${limit})
    UNION (SELECT id FROM review_tasks
      WHERE clock IS NOT NULL AND escalated_at IS NULL AND paused_at IS NULL AND escalate_at <= (SELECT desk_now())
      ORDER BY escalate_at LIMIT ${limit})
    UNION (SELECT id FROM review_tasks
      WHERE lease_until IS NOT NULL AND paused_at IS NULL AND lease_until <= (SELECT desk_now())
      ORDER BY lease_until LIMIT ${limit})
    UNION (SELECT t.id FROM members m JOIN review_tasks t ON t.assignee_id = m.id
      WHERE NOT m.active AND t.status IN ('assigned', 'in_progress') LIMIT ${limit})
    LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
