import type { Db, Tx } from '../../platform/db/client.js';
import type { Stance } from '../../platform/db/generated/client.js';
import { evidenceFields, evidenceOfClaim } from './evidence.view.js';

export async function insertEvidence(
  tx: Tx,
  evidence: { claimId: string; url: string; stance: Stance; note: string | null },
) {
  return tx.evidence.create({ data: evidence, select: evidenceFields });
}

export async function listEvidence(db: Db, claimId: string) {
  return db.evidence.findMany({ where: { claimId }, ...evidenceOfClaim });
}
