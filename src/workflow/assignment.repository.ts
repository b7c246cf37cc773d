/** What handing out work looks at: who holds how much, and what a task asks for. */
import type { Tx } from '../platform/db/client.js';
import { Prisma } from '../platform/db/generated/client.js';
import type { Candidate, Need } from '../domain/task/assignment.js';
import type { Docket, LiveTask } from './docket.repository.js';

export interface Workload {
  ref: string;
  awayUntil: Date | null;
  away: boolean;
  held: number;
  limit: number;
}

const awayNow = Prisma.sql`coalesce(m.away_until > desk_now(), false)`;
const held = Prisma.sql`(
  SELECT count(*)::int FROM review_tasks t WHERE t.assignee_id = m.id AND t.status IN ('assigned', 'in_progress'))`;
const limit = Prisma.sql`coalesce(m.wip_limit, (SELECT wip_limit FROM desk_settings))`;

/**
 * What a member has to do, with the member locked until the transaction ends: whatever else is handed to
 * them waits, and then counts this. Counted by a statement of its own, which sees what the lock waited for.
 */
export async function lockWorkload(tx: Tx, memberId: string): Promise<Workload> {
  await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<Workload[]>`
    SELECT m.ref, m.away_until AS "awayUntil", ${awayNow} AS away, ${held} AS held, ${limit} AS "limit"
    FROM members m WHERE m.id = ${memberId}::uuid`;
  if (!row) throw new Error(`member ${memberId} is gone`);
  return row;
}

export async function readsAutoAssign(tx: Tx): Promise<boolean> {
  const { autoAssign } = await tx.deskSettings.findUniqueOrThrow({
    where: { id: 1 },
    select: { autoAssign: true },
  });
  return autoAssign;
}

/** All active members of a role with what they have to do; locked, in the same order by everybody. */
export async function lockCandidates(tx: Tx, role: string): Promise<Candidate[]> {
  await tx.$queryRaw`SELECT 1 FROM members WHERE active AND role = ${role}::role ORDER BY id FOR NO KEY UPDATE`;
  return tx.$queryRaw<Candidate[]>`
    SELECT m.id, m.ref, m.role::text AS role, m.languages, m.topics,
      ${awayNow} AS away, ${held} AS held, ${limit} AS "limit",
      (SELECT count(*)::int FROM review_tasks t
        WHERE t.assignee_id = m.id AND t.taken_at > desk_now() - interval '7 days') AS "takenLately",
      (SELECT max(t.taken_at) FROM review_tasks t WHERE t.assignee_id = m.id) AS "lastTakenAt"
    FROM members m WHERE m.active AND m.role = ${role}::role`;
}

export async function readNeed(
  tx: Tx,
  { id: claimId, parts, editors }: Docket,
  { stage, round }: LiveTask,
): Promise<Need> {
  const { language, topics, tasks } = await tx.claim.findUniqueOrThrow({
    where: { id: claimId },
    select: {
      language: true,
      topics: true,
      tasks: { where: { stage, round: round - 1, status: 'expired' }, select: { assigneeId: true } },
    },
  });
  return { stage, language, topics, parts, editors, lapsed: tasks[0]?.assigneeId ?? null };
}

export async function setPriority(
  tx: Tx,
  id: string,
  priority: Prisma.ClaimUpdateInput['priority'] & string,
): Promise<void> {
  await tx.claim.update({ where: { id }, data: { priority }, select: { id: true } });
}
