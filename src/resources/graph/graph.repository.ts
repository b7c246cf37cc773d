import type { Db } from '../../platform/db/client.js';
import { sourceFields } from '../sources/source.repository.js';
import { standingOf, withStanding } from '../sources/standing-source.js';
import type { Prisma, RelationType } from '../../platform/db/generated/client.js';

/**
 * Claims that `frontier` has a relation of one of these types with, in either direction, and that are not
 * among `seen`: one query, however many relations there are, in order of entry.
 */
export async function findNeighbors(
  db: Db,
  {
    frontier,
    seen,
    types,
    most,
  }: { frontier: readonly string[]; seen: readonly string[]; types: readonly RelationType[]; most: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT to_id AS id FROM relations
      WHERE from_id = ANY (${frontier}::uuid[]) AND type = ANY (${types}::relation_type[])
      UNION
      SELECT from_id FROM relations
      WHERE to_id = ANY (${frontier}::uuid[]) AND type = ANY (${types}::relation_type[])
    ) AS neighbors
    WHERE id <> ALL (${seen}::uuid[])
    ORDER BY id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** The claims of a graph, in no particular order. */
export async function readNodes(db: Db, ids: string[]) {
  return db.claim.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      ref: true,
      kind: true,
      status: true,
      rating: true,
      contested: true,
      quoteExact: true,
      language: true,
    },
  });
}

const reference = { select: { id: true, ref: true } } as const;

/** The relations among these claims, in the order in which they were made. */
export async function readEdges(db: Db, ids: string[], types: RelationType[]) {
  return db.relation.findMany({
    where: { fromId: { in: ids }, toId: { in: ids }, type: { in: types } },
    orderBy: { id: 'asc' },
    select: { id: true, type: true, note: true, from: reference, to: reference },
  });
}

/**
 * The claim and every claim that says the same, nearest first: what repeats it or is repeated by it, what was
 * merged into it or it was merged into, and so on. UNION drops what was reached before, so circles end, and
 * the recursion stops once `most` are found. Rejected claims were entered in error and lead nowhere, tests nowhere but from a test.
 */
export async function findRepeated(db: Db, id: string, most: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE same (id) AS (
      SELECT ${id}::uuid
      UNION
      SELECT next.id FROM same CROSS JOIN LATERAL (
        SELECT to_id AS id FROM relations WHERE from_id = same.id AND type = 'repeats'
        UNION ALL
        SELECT from_id FROM relations WHERE to_id = same.id AND type = 'repeats'
        UNION ALL
        SELECT merged_into FROM claims WHERE id = same.id AND merged_into IS NOT NULL
        UNION ALL
        SELECT id FROM claims WHERE merged_into = same.id
      ) AS next JOIN claims ON claims.id = next.id AND claims.status <> 'rejected'
        AND (NOT claims.test OR (SELECT test FROM claims WHERE id = ${id}::uuid))
    )
    SELECT id FROM same LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

const named = withStanding({ id: true, ref: true, name: true, names: sourceFields.names, kind: true });

/** What is asked of a claim to know who stands behind it. */
const chain = {
  id: true,
  ref: true,
  articleVersion: {
    select: { article: { select: { id: true, ref: true, title: true, outlet: named } } },
  },
  attributions: {
    select: { id: true, parentId: true, position: true, label: true, anonymous: true, source: named },
  },
} satisfies Prisma.ClaimSelect;

export type ChainRow = Awaited<ReturnType<typeof readChains>>[number];

/** In order of entry; sources as they stand, so that those that were recorded twice are one. */
export async function readChains(db: Db, ids: string[]) {
  const rows = await db.claim.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' }, select: chain });
  return rows.map(({ id, ref, articleVersion: { article }, attributions }) => ({
    ...{ id, ref },
    article: { ...article, outlet: standingOf(article.outlet) },
    attributions: attributions.map((link) => ({ ...link, source: standingOf(link.source) })),
  }));
}
