/** Which captures a verdict rests on. */
import type { Db, Tx } from '../platform/db/client.js';

/** Those of `ids` that are evidence of this claim → its last capture that succeeded, or null. */
export async function findEvidence(
  db: Db,
  claimId: string,
  ids: string[],
): Promise<Map<string, string | null>> {
  const rows = await db.evidence.findMany({
    where: { claimId, id: { in: ids } },
    select: {
      id: true,
      captures: {
        where: { outcome: 'captured' },
        orderBy: { number: 'desc' },
        take: 1,
        select: { id: true },
      },
    },
  });
  return new Map(rows.map(({ id, captures: [last] }) => [id, last?.id ?? null]));
}

/** Of these captures, those of this claim's evidence → the evidence. */
export async function findCaptures(db: Db, claimId: string, ids: string[]): Promise<Map<string, string>> {
  const rows = await db.capture.findMany({
    where: { id: { in: ids }, evidence: { claimId } },
    select: { id: true, evidenceId: true },
  });
  return new Map(rows.map(({ id, evidenceId }) => [id, evidenceId]));
}

/** Whether this verdict, not long submitted, cites evidence that no worker has looked at yet. */
export async function waitsForCaptures(tx: Tx, verdictId: string, longestMs: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM verdicts v
    WHERE v.id = ${verdictId}::uuid AND desk_now() < v.submitted_at + ${longestMs} * interval '1 millisecond'
      AND EXISTS (
        SELECT 1 FROM verdict_evidence cited JOIN evidence e ON e.id = cited.evidence_id
        WHERE cited.verdict_id = v.id AND e.capture_due_at IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM captures c WHERE c.evidence_id = e.id))`;
  return rows.length > 0;
}

/**
 * Ties what is cited without a capture to the last one that succeeded by now, or at least to the one that
 * failed last. What is tied stays so.
 */
export async function pinCaptures(tx: Tx, verdictId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE verdict_evidence cited
    SET capture_id = (SELECT c.id FROM captures c WHERE c.evidence_id = cited.evidence_id
      ORDER BY c.outcome = 'captured' DESC, c.number DESC LIMIT 1)
    WHERE cited.verdict_id = ${verdictId}::uuid AND cited.capture_id IS NULL
      AND EXISTS (SELECT 1 FROM captures c WHERE c.evidence_id = cited.evidence_id)`;
}
