import type { Db, Json, Tx } from '../../platform/db/client.js';

export async function readDraft(db: Db, id: string) {
  return db.reviewTask.findUnique({
    where: { id },
    select: {
      id: true,
      claimId: true,
      stage: true,
      draft: true,
      draftVersion: true,
      assigneeId: true,
      claim: { select: { sides: { select: { memberId: true, side: true } } } },
    },
  });
}

/**
 * Compare-and-set on the draft's version and on who holds the task; false when either has changed. What a
 * draft says makes its writer a party to the verdict, so the claim is locked first, as for every other move.
 */
export async function saveDraft(
  tx: Tx,
  {
    id,
    claimId,
    assigneeId,
    draftVersion,
  }: Record<'id' | 'claimId' | 'assigneeId', string> & {
    draftVersion: number;
  },
  draft: Json,
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM claims WHERE id = ${claimId}::uuid FOR KEY SHARE`;
  const { count } = await tx.reviewTask.updateMany({
    where: { id, assigneeId, draftVersion, status: { in: ['assigned', 'in_progress'] } },
    // That there is a draft is shown with the task.
    data: { draft, draftVersion: { increment: 1 }, ...(draftVersion === 0 && { version: { increment: 1 } }) },
  });
  return count === 1;
}

/** Claims whose status owes a task that is not there, and verdicts that wait to be recorded: for the sweep. */
export async function findOwed(db: Db, limit: number) {
  const claims = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM claims
    WHERE live_stage IS DISTINCT FROM owed_stage(status) AND owed_stage(status) IS NOT NULL
    ORDER BY id LIMIT ${limit}`;
  const verdicts = await db.verdict.findMany({
    where: { status: 'submitted' },
    select: { id: true },
    take: limit,
  });
  return { claims: claims.map(({ id }) => id), verdicts: verdicts.map(({ id }) => id) };
}
