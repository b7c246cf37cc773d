import { contactsOfClaim } from '../resources/contacts/contact.view.js';
import { evidenceOfClaim } from '../resources/evidence/evidence.view.js';
import type { Db, Tx } from '../platform/db/client.js';
import type { Prisma } from '../platform/db/generated/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';
import { notFound } from '../platform/errors.js';
import { conditionsOf } from '../resources/claims/claim-conditions.repository.js';
import { claimSummaryFields } from '../resources/claims/claim-summary.js';
import type { ClaimFilters } from '../resources/claims/claim.schema.js';

/** The little that is needed to act on a claim. Throws `not_found`. */
export async function findClaim(db: Db, idOrRef: string) {
  const claim = await db.claim.findUnique({
    where: byIdOrRef(idOrRef),
    select: { id: true, ref: true, status: true, version: true },
  });
  if (!claim) throw notFound('claim', idOrRef);
  return claim;
}

const sourceFields = { select: { ref: true, name: true, kind: true, version: true } } as const;

export type ClaimRow = Prisma.ClaimGetPayload<{ select: typeof claimSummaryFields }>;

const edge = { select: { ref: true, quoteExact: true, status: true, rating: true, version: true } } as const;

const whole = {
  ...claimSummaryFields,
  quotePrefix: true,
  quoteSuffix: true,
  quoteStart: true,
  quoteEnd: true,
  modality: true,
  statementDate: true,
  dateBasis: true,
  worthiness: true,
  fidelityNote: true,
  leads: true,
  test: true,
  articleVersion: {
    select: { number: true, article: { select: { ref: true, title: true, version: true } } },
  },
  attributions: {
    select: {
      id: true,
      parentId: true,
      position: true,
      label: true,
      verb: true,
      mode: true,
      anonymous: true,
      date: true,
      note: true,
      source: sourceFields,
    },
  },
  relationsOut: { orderBy: { id: 'asc' }, select: { id: true, type: true, note: true, to: edge } },
  relationsIn: { orderBy: { id: 'asc' }, select: { id: true, type: true, note: true, from: edge } },
  provisions: {
    orderBy: { id: 'asc' },
    select: {
      id: true,
      note: true,
      instrument: { select: { ref: true, version: true } },
      provision: { select: { ref: true, paragraph: true, direction: true, verified: true, version: true } },
    },
  },
  evidence: evidenceOfClaim,
  contacts: contactsOfClaim,
  tasks: {
    orderBy: { openedAt: 'asc' },
    select: { id: true, stage: true, round: true, status: true, assignee: { select: { ref: true } } },
  },
  verdicts: {
    orderBy: { submittedAt: 'asc' },
    select: {
      id: true,
      status: true,
      revision: true,
      veracity: true,
      recheckAskedAt: true,
      author: { select: { ref: true } },
    },
  },
} satisfies Prisma.ClaimSelect;

export type WholeClaimRow = Prisma.ClaimGetPayload<{ select: typeof whole }>;

/** Everything shown with a claim on one screen. */
export async function readClaim(db: Db, idOrRef: string): Promise<WholeClaimRow> {
  const claim = await db.claim.findUnique({ where: byIdOrRef(idOrRef), select: whole });
  if (!claim) throw notFound('claim', idOrRef);
  return claim;
}

/** One page, oldest first; `after` is the id of the last claim of the page before. */
export async function listClaims(db: Db, filters: ClaimFilters, after: string | undefined, limit: number) {
  return db.claim.findMany({
    where: { AND: [...conditionsOf(filters), ...(after === undefined ? [] : [{ id: { gt: after } }])] },
    orderBy: { id: 'asc' },
    take: limit,
    select: claimSummaryFields,
  });
}

export async function updateClaim(
  tx: Tx,
  id: string,
  change: Prisma.ClaimUncheckedUpdateInput,
): Promise<void> {
  await tx.claim.update({ where: { id }, data: change, select: { id: true } });
}

/** The version of an article a quote is looked for in: the one asked for, or the latest. */
export async function readArticleVersion(db: Db, idOrRef: string, number: number | undefined) {
  return db.articleVersion.findFirst({
    where: { article: byIdOrRef(idOrRef), ...(number !== undefined && { number }) },
    orderBy: { number: 'desc' },
    select: { id: true, text: true, article: { select: { language: true, outletId: true } } },
  });
}

/** id by ref and by id, of those that exist. */
export async function findSources(db: Db, idsOrRefs: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.source.findMany({
    where: { OR: idsOrRefs.map(byIdOrRef) },
    select: { id: true, ref: true },
  });
  return new Map(
    rows.flatMap(({ id, ref }) => [
      [id, id],
      [ref, id],
    ]),
  );
}

export async function insertAttribution(
  tx: Tx,
  link: Prisma.AttributionUncheckedCreateInput,
): Promise<string> {
  return (await tx.attribution.create({ data: link, select: { id: true } })).id;
}

export async function removeAttributions(tx: Tx, claimId: string): Promise<void> {
  await tx.attribution.deleteMany({ where: { claimId } });
}

export async function findProvision(db: Db, idOrRef: string) {
  return db.provision.findUnique({
    where: byIdOrRef(idOrRef),
    select: { id: true, ref: true, instrumentId: true },
  });
}

export async function findInstrument(db: Db, idOrRef: string) {
  return db.instrument.findUnique({ where: byIdOrRef(idOrRef), select: { id: true, ref: true } });
}

export async function insertClaimProvision(
  tx: Tx,
  link: Prisma.ClaimProvisionUncheckedCreateInput,
): Promise<string> {
  return (await tx.claimProvision.create({ data: link, select: { id: true } })).id;
}

export async function insertRelation(tx: Tx, relation: Prisma.RelationUncheckedCreateInput): Promise<string> {
  return (await tx.relation.create({ data: relation, select: { id: true } })).id;
}

export async function findRelation(db: Db, id: string) {
  return db.relation.findUnique({
    where: { id },
    select: { id: true, type: true, fromId: true, toId: true },
  });
}

export async function removeRelation(tx: Tx, id: string): Promise<void> {
  await tx.relation.delete({ where: { id }, select: { id: true } });
}

/** Locks the claim until the transaction ends; its version. */
export async function lockClaim(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<[{ version: number }]>`
    SELECT version FROM claims WHERE id = ${id}::uuid FOR UPDATE`;
  return row.version;
}

/** The outlet of the article a claim was found in. */
export async function outletOf(db: Db, id: string): Promise<string | null> {
  const claim = await db.claim.findUniqueOrThrow({
    where: { id },
    select: { articleVersion: { select: { article: { select: { outletId: true } } } } },
  });
  return claim.articleVersion.article.outletId;
}
