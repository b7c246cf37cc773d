/**
 * Candidates by keys (see prisma/sql/match-keys.sql): of each key at most so many, so that the cost does
 * not grow with what is stored. Those that share rare keys come first.
 */
import { nilUuid } from '../domain/text/uuid.js';
import type { Db, Pool } from '../platform/db/client.js';
import type { AlikeClaim } from '../workflow/write-claims.repository.js';
import { Prisma } from '../platform/db/generated/client.js';

/** Of a key that more have than this, only the newest are looked at: it says little. */
const mostPerKey = 200;
const mostCandidates = 200;

/** Claims that may be about the same as this text, folded; `checked`: only those with a published verdict. */
export async function findClaims(
  db: Db,
  { folded, checked, except }: { folded: string; checked: boolean; except?: string },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${found(folded, Prisma.sql`claim_keys`, Prisma.sql`claim_id`)}
    SELECT found.id FROM found JOIN claims c ON c.id = found.id
    WHERE NOT c.test AND c.id <> ${except ?? nilUuid}::uuid
      AND CASE WHEN ${checked} THEN c.revision IS NOT NULL ELSE c.status <> 'rejected' END
    ORDER BY found.weight DESC, found.id LIMIT ${mostCandidates}`;
  return rows.map(({ id }) => id);
}

/** What shares most words with a claim: the same that is found where the claim is written. */
export async function findAlike(pool: Pool, claim: string): Promise<AlikeClaim[]> {
  const text = 'SELECT claim_twins($1) AS alike';
  const { rows } = await pool.query<{ alike: AlikeClaim[] }>({ name: 'claim-twins', text, values: [claim] });
  return rows[0]?.alike ?? [];
}

/** Reviews of others, likewise. */
export async function findReviews(db: Db, folded: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    ${found(folded, Prisma.sql`review_keys`, Prisma.sql`review_id`)}
    SELECT found.id FROM found JOIN external_reviews r ON r.id = found.id
    WHERE r.withdrawn_at IS NULL
    ORDER BY found.weight DESC, found.id LIMIT ${mostCandidates}`;
  return rows.map(({ id }) => id);
}

const found = (folded: string, table: Prisma.Sql, id: Prisma.Sql): Prisma.Sql => Prisma.sql`
  WITH hits AS (
    SELECT hit.id, count(*) OVER (PARTITION BY wanted.key) AS popularity
    FROM (SELECT DISTINCT key FROM match_keys(${folded}) AS key) AS wanted CROSS JOIN LATERAL (
      SELECT ${id} AS id FROM ${table} WHERE key = wanted.key ORDER BY ${id} DESC LIMIT ${mostPerKey}) AS hit
  ), found AS (
    SELECT id, sum(ln(1 + ${mostPerKey}::float8 / popularity)) AS weight FROM hits GROUP BY id
  )`;

export async function readClaims(db: Db, ids: string[]) {
  return db.claim.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      ref: true,
      language: true,
      quoteExact: true,
      glosses: true,
      folded: true,
      foldedGlosses: true,
      status: true,
      rating: true,
    },
  });
}
export type ComparedClaim = Awaited<ReturnType<typeof readClaims>>[number];

export const readReviews = async (db: Db, ids: string[]) =>
  db.externalReview.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });

export type ComparedReview = Awaited<ReturnType<typeof readReviews>>[number];

const called = { ref: true, name: true } as const;

/** Whose names these are, among those that are the name of exactly one source: folded name → the source. */
export async function findNames(db: Db, folded: string[]) {
  const rows = await db.sourceName.findMany({
    where: { folded: { in: folded } },
    select: { folded: true, source: { select: { ...called, mergedInto: { select: called } } } },
  });
  return new Map(rows.map(({ folded: name, source: { mergedInto, ...own } }) => [name, mergedInto ?? own]));
}

/** The relations between a claim and others, by the other's id. */
export async function findRelations(db: Db, id: string, others: string[]) {
  const rows = await db.relation.findMany({
    where: {
      OR: [
        { fromId: id, toId: { in: others } },
        { toId: id, fromId: { in: others } },
      ],
    },
    select: { fromId: true, toId: true, type: true },
  });
  return rows.map(({ fromId, toId, type }) =>
    fromId === id
      ? { other: toId, type, direction: 'out' as const }
      : { other: fromId, type, direction: 'in' as const },
  );
}
