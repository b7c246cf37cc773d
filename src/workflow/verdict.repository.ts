import type { Db, Json, Tx } from '../platform/db/client.js';
import type { Prisma } from '../platform/db/generated/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';
import { captureSummaryFields } from '../resources/evidence/capture.view.js';

const fields = {
  id: true,
  claimId: true,
  taskId: true,
  status: true,
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
  lastEditorId: true,
  correctionReason: true,
  correctionNote: true,
  validUntil: true,
  recheckAskedAt: true,
  breakGlassReason: true,
  submittedAt: true,
  recordedAt: true,
  publishedAt: true,
  version: true,
  claim: {
    select: { ref: true, kind: true, secondaryKinds: true, _count: { select: { contacts: true } } },
  },
  rating: { select: { scale: true, slug: true, labels: true, polarity: true, forecast: true } },
  author: { select: { ref: true } },
  lastEditor: { select: { ref: true } },
  second: { select: { ref: true } },
  approver: { select: { ref: true } },
  evidence: {
    orderBy: { evidenceId: 'asc' },
    select: {
      capture: { select: captureSummaryFields },
      evidence: { select: { id: true, url: true, stance: true, note: true } },
    },
  },
  provisions: {
    orderBy: { position: 'asc' },
    select: {
      act: true,
      actor: true,
      date: true,
      direction: true,
      provision: {
        select: {
          ref: true,
          verified: true,
          version: true,
          direction: true,
          inForceFrom: true,
          inForceUntil: true,
        },
      },
    },
  },
} satisfies Prisma.VerdictSelect;

export type VerdictRow = Prisma.VerdictGetPayload<{ select: typeof fields }>;

export async function readVerdict(db: Db, id: string): Promise<VerdictRow | null> {
  return db.verdict.findUnique({ where: { id }, select: fields });
}

interface NewVerdict {
  claimId: string;
  taskId: string;
  authorId: string;
  findings: { attribution: VerdictRow['attribution']; fidelity: VerdictRow['fidelity']; veracity: string };
  scale: number;
  rationale: Json;
  evidence: Cited[];
  provisions: Citation[];
  validUntil: Date | null;
}

/** Evidence with the capture it is read in, where there is one yet. */
export interface Cited {
  evidenceId: string;
  captureId: string | null;
}

export interface Citation {
  provisionId: string;
  act: string;
  actor: string;
  date: string;
  direction: 'to' | 'from' | null;
}

export async function insertVerdict(tx: Tx, verdict: NewVerdict): Promise<string> {
  const { findings, evidence, provisions, authorId, ...rest } = verdict;
  const { id } = await tx.verdict.create({
    data: { ...rest, ...findings, authorId, lastEditorId: authorId },
    select: { id: true },
  });
  await citeEvidence(tx, id, rest.claimId, evidence);
  await citeProvisions(tx, id, provisions);
  return id;
}

async function citeEvidence(tx: Tx, verdictId: string, claimId: string, cited: Cited[]): Promise<void> {
  await tx.verdictEvidence.createMany({
    data: cited.map((one) => ({ verdictId, claimId, ...one })),
  });
}

async function citeProvisions(tx: Tx, verdictId: string, provisions: Citation[]): Promise<void> {
  await tx.verdictProvision.createMany({
    data: provisions.map((provision, position) => ({ verdictId, position, ...provision })),
  });
}

type VerdictEdit = Partial<Omit<NewVerdict, 'claimId' | 'taskId' | 'authorId'>> & { lastEditorId: string };

/** Writes what an edit changes; citations are replaced as a whole. */
export async function editVerdict(
  tx: Tx,
  { id, claimId }: Pick<VerdictRow, 'id' | 'claimId'>,
  { findings, evidence, provisions, ...rest }: VerdictEdit,
): Promise<void> {
  await tx.verdict.update({
    where: { id },
    data: { ...rest, ...findings, version: { increment: 1 } },
    select: { id: true },
  });
  if (evidence) {
    await tx.verdictEvidence.deleteMany({ where: { verdictId: id } });
    await citeEvidence(tx, id, claimId, evidence);
  }
  if (provisions) {
    await tx.verdictProvision.deleteMany({ where: { verdictId: id } });
    await citeProvisions(tx, id, provisions);
  }
}

export async function setConflicts(tx: Tx, id: string, conflicts: Json): Promise<void> {
  await tx.verdict.update({ where: { id }, data: { conflicts }, select: { id: true } });
}

/** What the author is given back if the verdict is returned: the text as it was last edited. */
export async function keepAsDraft(tx: Tx, taskId: string, draft: Json): Promise<void> {
  await tx.reviewTask.update({
    where: { id: taskId },
    data: { draft, draftVersion: { increment: 1 } },
    select: { id: true },
  });
}

/** A person by id or ref, to stand in as the second one. */
export async function findPerson(db: Db, idOrRef: string) {
  return db.member.findUnique({
    where: byIdOrRef(idOrRef),
    select: { id: true, ref: true, role: true, active: true },
  });
}

/**
 * Published verdicts whose time has passed by the desk's clock, and of which nobody has been told. The clock is
 * asked in a query of its own: asked per row, it would keep the index from being used.
 */
export async function findRechecks(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM verdicts
    WHERE status = 'published' AND recheck_asked_at IS NULL AND valid_until <= (SELECT desk_now())
    ORDER BY valid_until LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Compare-and-set: false where it is not due, or has been asked for. */
export async function markRecheckAsked(tx: Tx, id: string): Promise<boolean> {
  const count = await tx.$executeRaw`
    UPDATE verdicts SET recheck_asked_at = desk_now(), version = version + 1
    WHERE id = ${id}::uuid AND status = 'published' AND recheck_asked_at IS NULL AND valid_until <= (SELECT desk_now())`;
  return count === 1;
}

/** The current scale: the newest. */
export async function readScale(db: Db) {
  return db.ratingScale.findFirst({
    orderBy: { version: 'desc' },
    select: { version: true, ratings: { select: { slug: true } } },
  });
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
    data: { status: 'refused', problem, version: { increment: 1 } },
    select: { id: true },
  });
}
