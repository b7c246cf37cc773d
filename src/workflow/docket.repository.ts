/** What lies on the desk about one claim, locked: every move of a claim, task or verdict starts here. */
import type { ClaimStatus } from '../domain/claim/lifecycle.js';
import type { Db, Tx } from '../platform/db/client.js';
import type { CorrectionReason, Prisma, Priority } from '../platform/db/generated/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';
import { liveStatuses, type Stage, type TaskStatus } from '../domain/task/lifecycle.js';

const taskFields = {
  id: true,
  stage: true,
  status: true,
  assigneeId: true,
  round: true,
  version: true,
  priority: true,
  takenAt: true,
  assignee: { select: { ref: true } },
  leaseUntil: true,
  clock: true,
  clockFrom: true,
  remindAt: true,
  dueAt: true,
  escalateAt: true,
  remindedAt: true,
  overdueAt: true,
  escalatedAt: true,
  pausedAt: true,
} satisfies Prisma.ReviewTaskSelect;

const claimFields = {
  id: true,
  ref: true,
  status: true,
  kind: true,
  secondaryKinds: true,
  priority: true,
  version: true,
  revision: true,
  tasks: { where: { status: { in: [...liveStatuses] } }, select: taskFields },
  verdicts: {
    where: { status: { in: ['submitted', 'proposed'] } },
    select: { id: true, status: true, authorId: true, scale: true, veracity: true },
  },
  sides: { select: { memberId: true, side: true } },
} satisfies Prisma.ClaimSelect;

export type Docket = Awaited<ReturnType<typeof readDocket>> & object;
export type LiveTask = Docket['tasks'][number];

/** The docket as it is, for looking only. */
export async function readDocket(db: Db, claimId: string) {
  const row = await db.claim.findUnique({ where: { id: claimId }, select: claimFields });
  if (!row) return null;
  const editors = await db.member.findMany({ where: { role: 'editor', active: true }, select: { id: true } });
  const { verdicts, sides: parts, ...claim } = row;
  return {
    ...claim,
    parts,
    editors: editors.map(({ id }) => id),
    hasPublished: claim.revision !== null,
    verdict: verdicts[0] ?? null,
  };
}

/** The docket under lock: whoever else wants to move this claim waits until the transaction ends. */
export async function lockDocket(tx: Tx, claimId: string): Promise<Docket | null> {
  await tx.$queryRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR UPDATE`;
  return readDocket(tx, claimId);
}

export async function claimOfTask(db: Db, taskId: string): Promise<string | undefined> {
  return (await db.reviewTask.findUnique({ where: { id: taskId }, select: { claimId: true } }))?.claimId;
}

/** The database's clock: every time on the desk is told by it, whatever the clocks of the processes say. */
export async function readClock(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT desk_now() AS now`;
  return row.now;
}

/** Compare-and-set: false when the claim is no longer where the move starts from. */
export async function setClaim(
  tx: Tx,
  id: string,
  from: ClaimStatus,
  change: {
    status: ClaimStatus;
    mergedInto?: string | null;
    revision?: number | null;
    rating?: string | null;
  },
): Promise<boolean> {
  const { count } = await tx.claim.updateMany({ where: { id, status: from }, data: change });
  return count === 1;
}

/** Compare-and-set on the task's status. */
export async function setTask(
  tx: Tx,
  id: string,
  from: TaskStatus,
  change: Prisma.ReviewTaskUncheckedUpdateManyInput & { status: TaskStatus },
): Promise<boolean> {
  const { count } = await tx.reviewTask.updateMany({
    where: { id, status: from },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

/** The last task of a stage, with what its successor may have to take over. */
export async function lastTask(tx: Tx, claimId: string, stage: Stage) {
  return tx.reviewTask.findFirst({
    where: { claimId, stage },
    orderBy: { round: 'desc' },
    select: {
      round: true,
      status: true,
      draft: true,
      assignee: { select: { id: true, ref: true, role: true, active: true } },
      verdicts: { orderBy: { submittedAt: 'desc' }, take: 1, select: { status: true } },
    },
  });
}

/** The times of a live task, locked: whoever renews its lease waits, or has done so and is seen. */
export async function lockTask(tx: Tx, id: string): Promise<LiveTask | null> {
  await tx.$queryRaw`SELECT 1 FROM review_tasks WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.reviewTask.findFirst({ where: { id, status: { in: [...liveStatuses] } }, select: taskFields });
}

export async function insertTask(tx: Tx, task: Prisma.ReviewTaskUncheckedCreateInput): Promise<string> {
  return (await tx.reviewTask.create({ data: task, select: { id: true } })).id;
}

/** The next number in the row of the claim's published revisions. */
export async function nextRevision(tx: Tx, claimId: string): Promise<number> {
  const { _max } = await tx.verdict.aggregate({ where: { claimId }, _max: { revision: true } });
  return (_max.revision ?? 0) + 1;
}

/** Why the correction under way was begun, and the public note about it: what was said last. */
export async function readCorrection(tx: Tx, claimId: string) {
  const begun = await tx.event.findFirst({
    where: { claimId, type: 'claim.correction_started' },
    orderBy: { ordinal: 'desc' },
    select: { data: true },
  });
  return begun && (begun.data as { reason: CorrectionReason; note: string });
}

export async function setVerdict(
  tx: Tx,
  id: string,
  change: Prisma.VerdictUncheckedUpdateInput,
): Promise<void> {
  await tx.verdict.update({
    where: { id },
    data: { ...change, version: { increment: 1 } },
    select: { id: true },
  });
}

/** Takes the published revision off: it is superseded by a later one, or retracted. Its text stays. */
export async function unpublish(tx: Tx, claimId: string, status: 'superseded' | 'retracted'): Promise<void> {
  await tx.verdict.updateMany({
    where: { claimId, status: 'published' },
    data: { status, version: { increment: 1 } },
  });
}

const polarityOf = { select: { slug: true, polarity: true } } as const;

/** A neighbor's rating as far as it has come: proposed where a verdict awaits approval, published otherwise. */
const ratedClaim = {
  id: true,
  ref: true,
  status: true,
  contested: true,
  verdicts: {
    where: { status: { in: ['proposed', 'published'] } },
    orderBy: { submittedAt: 'desc' },
    select: { status: true, rating: polarityOf },
  },
} satisfies Prisma.ClaimSelect;

/** The claims a claim has relations with, each with its rating: what coherence is judged by. */
export async function readNeighbors(db: Db, claimId: string) {
  const relations = await db.relation.findMany({
    where: { OR: [{ fromId: claimId }, { toId: claimId }] },
    orderBy: { id: 'asc' },
    select: { type: true, fromId: true, from: { select: ratedClaim }, to: { select: ratedClaim } },
  });
  return relations.map(({ type, fromId, from, to }) => ({
    type,
    outgoing: fromId === claimId,
    claim: fromId === claimId ? to : from,
  }));
}

/** The claims that `claimIds` contest, each with everything that contests it. */
export async function readContested(
  tx: Tx,
  claimIds: string[],
  types: readonly ('denies' | 'contradicts')[],
) {
  return tx.claim.findMany({
    where: { id: { in: claimIds } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      contested: true,
      relationsIn: {
        where: { type: { in: [...types] } },
        select: {
          from: {
            select: {
              status: true,
              verdicts: { where: { status: 'published' }, select: { rating: polarityOf } },
            },
          },
        },
      },
    },
  });
}

export async function setContested(tx: Tx, id: string, contested: boolean): Promise<void> {
  await tx.claim.update({ where: { id }, data: { contested }, select: { id: true } });
}

export async function readRating(db: Db, scale: number, slug: string) {
  return db.rating.findUnique({ where: { scale_slug: { scale, slug } } });
}

export async function findMember(db: Db, idOrRef: string) {
  return db.member.findUnique({
    where: byIdOrRef(idOrRef),
    select: { id: true, ref: true, role: true, active: true },
  });
}

/** What an editor settles when accepting a claim. */
export async function setTriage(
  tx: Tx,
  id: string,
  { priority, topics }: { priority?: Priority | undefined; topics?: string[] | undefined },
): Promise<void> {
  if (priority === undefined && topics === undefined) return;
  await tx.claim.update({
    where: { id },
    data: { ...(priority !== undefined && { priority }), ...(topics !== undefined && { topics }) },
    select: { id: true },
  });
}
