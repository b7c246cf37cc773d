import type { Db, Tx } from '../../src/platform/db/client.js';
import type { Seed } from './seed.schema.js';

/** Two processes that start at once load one after the other. Held until the transaction ends. */
export async function lockSeeding(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('isnad.seed'))`;
}

export const countMembers = (db: Db): Promise<number> => db.member.count();

/** Which refs of the seed are there already, whoever brought them and whatever has become of them. */
export async function readKnown(tx: Tx, { article, sources, instruments, claims }: Seed) {
  const among = (rows: { ref: string }[]) => ({
    where: { ref: { in: rows.map(({ ref }) => ref) } },
    select: { ref: true },
  });
  const refs = (rows: { ref: string }[]): Set<string> => new Set(rows.map(({ ref }) => ref));
  return {
    sources: refs(await tx.source.findMany(among(sources))),
    articles: refs(await tx.article.findMany(among([article]))),
    instruments: refs(await tx.instrument.findMany(among(instruments))),
    claims: refs(await tx.claim.findMany(among(claims))),
    hasScale: (await tx.ratingScale.count()) > 0,
  };
}

/** The number of the version that holds exactly this text; the article may have been revised since. */
export async function findVersionNumber(
  tx: Tx,
  article: { ref: string; sha256: string },
): Promise<number | undefined> {
  const version = await tx.articleVersion.findFirst({
    where: { sha256: article.sha256, article: { ref: article.ref } },
    select: { number: true },
  });
  return version?.number;
}
