import type { Db, Tx } from '../platform/db/client.js';
import type { Prisma } from '../platform/db/generated/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';

export async function insertClaim(tx: Tx, claim: Prisma.ClaimUncheckedCreateInput): Promise<string> {
  return (await tx.claim.create({ data: claim, select: { id: true } })).id;
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
