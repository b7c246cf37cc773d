import type { Db, Tx } from '../db/client.js';
import type { Stance } from '../db/generated/client.js';

const fields = { id: true, url: true, stance: true, note: true, createdAt: true } as const;

export async function insertEvidence(
  tx: Tx,
  evidence: { claimId: string; url: string; stance: Stance; note: string | null },
) {
  return tx.evidence.create({ data: evidence, select: fields });
}

export async function listEvidence(db: Db, claimId: string) {
  return db.evidence.findMany({ where: { claimId }, orderBy: { id: 'asc' }, select: fields });
}
