import type { Db, Json, Tx } from '../db/client.js';
import type { Prisma } from '../db/generated/client.js';
import { byIdOrRef } from '../db/id-or-ref.js';

const fields = {
  id: true,
  claimId: true,
  taskId: true,
  state: true,
  revision: true,
  attribution: true,
  fidelity: true,
  veracity: true,
  scale: true,
  rationale: true,
  conflicts: true,
  problem: true,
  note: true,
  authorId: true,
  submittedAt: true,
  recordedAt: true,
  publishedAt: true,
  version: true,
  claim: { select: { ref: true, kind: true, secondaryKinds: true } },
  rating: { select: { scale: true, slug: true, labels: true, polarity: true, forecast: true } },
  author: { select: { ref: true } },
  approver: { select: { ref: true } },
  evidence: {
    orderBy: { evidenceId: 'asc' },
    select: { evidence: { select: { id: true, url: true, stance: true, note: true } } },
  },
  provisions: {
    orderBy: { position: 'asc' },
    select: {
      act: true,
      actor: true,
      date: true,
      provision: { select: { ref: true, verified: true, version: true } },
    },
  },
} satisfies Prisma.VerdictSelect;

export type VerdictRow = Prisma.VerdictGetPayload<{ select: typeof fields }>;

export async function readVerdict(db: Db, id: string): Promise<VerdictRow | null> {
  return db.verdict.findUnique({ where: { id }, select: fields });
}

/** In the order in which they were submitted. */
export async function listVerdicts(db: Db, claimId: string, publishedOnly: boolean): Promise<VerdictRow[]> {
  return db.verdict.findMany({
    where: { claimId, ...(publishedOnly && { revision: { not: null } }) },
    orderBy: { submittedAt: 'asc' },
    select: fields,
  });
}

interface NewVerdict {
  claimId: string;
  taskId: string;
  authorId: string;
  findings: { attribution: VerdictRow['attribution']; fidelity: VerdictRow['fidelity']; veracity: string };
  scale: number;
  rationale: Json;
  evidence: string[];
  provisions: { provisionId: string; act: string; actor: string; date: string }[];
}

export async function insertVerdict(tx: Tx, verdict: NewVerdict): Promise<string> {
  const { findings, evidence, provisions, authorId, ...rest } = verdict;
  const { id } = await tx.verdict.create({
    data: { ...rest, ...findings, authorId, lastEditorId: authorId },
    select: { id: true },
  });
  await tx.verdictEvidence.createMany({
    data: evidence.map((evidenceId) => ({ verdictId: id, evidenceId, claimId: rest.claimId })),
  });
  await tx.verdictProvision.createMany({
    data: provisions.map((provision, position) => ({ verdictId: id, position, ...provision })),
  });
  return id;
}

/** The current scale: the newest. */
export async function readScale(db: Db) {
  return db.ratingScale.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, ratings: { select: { slug: true } } },
  });
}

/** Those of `ids` that are evidence of this claim. */
export async function findEvidence(db: Db, claimId: string, ids: string[]): Promise<Set<string>> {
  const rows = await db.evidence.findMany({ where: { claimId, id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}

/** id by id and by ref, of those that exist. */
export async function findProvisions(db: Db, idsOrRefs: string[]): Promise<Map<string, string>> {
  const rows = await db.provision.findMany({
    where: { OR: idsOrRefs.map(byIdOrRef) },
    select: { id: true, ref: true },
  });
  return new Map(rows.flatMap(({ id, ref }) => [[id, id] as const, [ref, id] as const]));
}

export async function refuseVerdict(tx: Tx, id: string, problem: Json): Promise<void> {
  await tx.verdict.update({
    where: { id },
    data: { state: 'refused', problem, version: { increment: 1 } },
    select: { id: true },
  });
}
