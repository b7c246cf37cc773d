import type { Db } from '../../platform/db/client.js';

export async function readDraft(db: Db, id: string) {
  return db.reviewTask.findUnique({
    where: { id },
    select: {
      id: true,
      draft: true,
      draftVersion: true,
      assigneeId: true,
    },
  });
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
