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
  // Last those that wait for pages nobody looks at: however many they are, the others are come to.
  const verdicts = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM verdicts v WHERE v.status = 'submitted'
    ORDER BY EXISTS (
        SELECT FROM verdict_evidence x JOIN evidence e ON e.id = x.evidence_id
        WHERE x.verdict_id = v.id AND e.capture_due_at IS NOT NULL
          AND NOT EXISTS (SELECT FROM best_capture(e.id))),
      v.submitted_at, v.id LIMIT ${limit}`;
  return { claims: claims.map(({ id }) => id), verdicts: verdicts.map(({ id }) => id) };
}
