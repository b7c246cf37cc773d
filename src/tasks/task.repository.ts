import { claimSummaryFields } from '../claims/claim-summary.js';
import type { Db, Json, Tx } from '../db/client.js';
import { Prisma } from '../db/generated/client.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import { partsOf } from './parts.repository.js';
import type { Stage } from './task.lifecycle.js';
import type { TaskQuery } from './task.schema.js';

const fields = {
  id: true,
  stage: true,
  round: true,
  state: true,
  priority: true,
  draftVersion: true,
  openedAt: true,
  takenAt: true,
  closedAt: true,
  leaseUntil: true,
  clock: true,
  dueAt: true,
  overdueAt: true,
  escalatedAt: true,
  pausedAt: true,
  pauseReason: true,
  version: true,
  assignee: { select: { ref: true } },
  claim: { select: claimSummaryFields },
} satisfies Prisma.ReviewTaskSelect;

export type TaskRow = Prisma.ReviewTaskGetPayload<{ select: typeof fields }>;

export async function readTask(db: Db, id: string): Promise<TaskRow | null> {
  return db.reviewTask.findUnique({ where: { id }, select: fields });
}

/** Oldest first. */
export async function listTasks(db: Db, query: TaskQuery & { claimId?: string }, after: string | undefined) {
  const { state, stage, assignee, overdue, escalated, claimId, limit } = query;
  const said = (wanted: boolean) => (wanted ? { not: null } : null);
  return db.reviewTask.findMany({
    where: {
      ...(state && { state: { in: state } }),
      ...(stage && { stage: { in: stage } }),
      ...(assignee !== undefined && { assignee: byIdOrRef(assignee) }),
      ...(overdue !== undefined && { overdueAt: said(overdue) }),
      ...(escalated !== undefined && { escalatedAt: said(escalated) }),
      ...(claimId !== undefined && { claimId }),
      ...(after !== undefined && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
    select: fields,
  });
}

/** How many tasks, in order of priority and age, are looked through for one that suits the member best. */
const candidates = 200;

/**
 * The best open task for a member, with its claim locked. Claims that somebody else is moving at this moment
 * are skipped, so two who ask at once are never given the same task and neither waits for the other. The
 * conditions stand twice: the first time over a snapshot and by index, the second time over the locked row.
 * Nobody is offered both sides of one verdict; a first review and a triage have no other side yet.
 */
export async function findNextTask(tx: Tx, memberId: string, stages: readonly Stage[]) {
  const [row] = await tx.$queryRaw<{ id: string; claim_id: string }[]>`
    WITH me AS (SELECT id, languages, topics FROM members WHERE id = ${memberId}::uuid),
    suitable AS (
      SELECT t.id
      FROM review_tasks t JOIN claims c ON c.id = t.claim_id CROSS JOIN me
      WHERE t.state = 'open' AND t.stage = ANY (${[...stages]}::stage[])
        AND (cardinality(me.languages) = 0 OR c.language = ANY (me.languages)
          OR split_part(c.language, '-', 1) = ANY (me.languages))
        AND (t.stage = 'triage' OR (t.stage = 'review' AND t.round = 1) OR NOT EXISTS (
          SELECT 1 FROM (${partsOf(Prisma.sql`c.id`)}) parts
          WHERE parts.member_id = me.id AND parts.wrote = (t.stage = 'approval')))
      ORDER BY t.priority DESC, t.opened_at, t.id
      LIMIT ${candidates})
    SELECT t.id, t.claim_id
    FROM suitable JOIN review_tasks t ON t.id = suitable.id JOIN claims c ON c.id = t.claim_id CROSS JOIN me
    WHERE t.state = 'open'
    ORDER BY t.priority DESC, c.topics && me.topics DESC, t.opened_at, t.id
    LIMIT 1
    FOR UPDATE OF c, t SKIP LOCKED`;
  return row && { taskId: row.id, claimId: row.claim_id };
}

export async function readDraft(db: Db, id: string) {
  return db.reviewTask.findUnique({
    where: { id },
    select: { id: true, claimId: true, state: true, draft: true, draftVersion: true, assigneeId: true },
  });
}

/** Compare-and-set on the draft's version and on who holds the task; false when either has changed. */
export async function saveDraft(
  db: Db,
  { id, assigneeId, draftVersion }: { id: string; assigneeId: string; draftVersion: number },
  draft: Json,
): Promise<boolean> {
  const { count } = await db.reviewTask.updateMany({
    where: { id, assigneeId, draftVersion, state: { in: ['assigned', 'in_progress'] } },
    // That there is a draft is shown with the task.
    data: { draft, draftVersion: { increment: 1 }, ...(draftVersion === 0 && { version: { increment: 1 } }) },
  });
  return count === 1;
}

/** Claims whose status owes a task that is not there, and verdicts that wait to be recorded: for the sweep. */
export async function findOwed(db: Db, owed: readonly { status: string; stage: Stage }[], limit: number) {
  const claims = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id
    FROM claims c
    JOIN unnest(${owed.map(({ status }) => status)}::claim_status[], ${owed.map(({ stage }) => stage)}::stage[])
      AS owes (status, stage) ON owes.status = c.status
    WHERE NOT EXISTS (
      SELECT 1 FROM review_tasks t
      WHERE t.claim_id = c.id AND t.stage = owes.stage AND t.state IN ('open', 'assigned', 'in_progress', 'submitted'))
    LIMIT ${limit}`;
  const verdicts = await db.verdict.findMany({
    where: { state: 'submitted' },
    select: { id: true },
    take: limit,
  });
  return { claims: claims.map(({ id }) => id), verdicts: verdicts.map(({ id }) => id) };
}
