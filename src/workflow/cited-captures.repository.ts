import type { Tx } from '../platform/db/client.js';

/** What a verdict rests on, for the event that publishes it: evidence, capture and the hash of its bytes. */
export async function readCitedCaptures(tx: Tx, verdictId: string) {
  const cited = await tx.verdictEvidence.findMany({
    where: { verdictId },
    orderBy: { evidenceId: 'asc' },
    select: { evidenceId: true, capture: { select: { id: true, sha256: true } } },
  });
  return cited.map(({ evidenceId, capture }) => ({
    evidence: evidenceId,
    capture: capture?.id ?? null,
    sha256: capture?.sha256 ?? null,
  }));
}
