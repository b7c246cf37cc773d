import type { Ingredients } from '../../domain/edition/compose-edition.js';
import type { EditionManner, PublicMark } from '../../domain/edition/edition.js';
import type { NoticeStatus } from '../../domain/edition/notice.js';
import type { Db } from '../../platform/db/client.js';
import { byIdOrRef } from '../../platform/db/id-or-ref.js';

export interface EditionRow {
  digest: string;
  revision: number;
  manner: EditionManner;
  publishedAt: Date;
  document: string;
}

/** The editions of a claim, first revision first; undefined where there is no such claim. */
export async function listEditions(db: Db, claim: string): Promise<EditionRow[] | undefined> {
  const found = await db.claim.findUnique({ where: byIdOrRef(claim), select: { id: true } });
  if (!found) return undefined;
  const rows = await db.edition.findMany({ where: { claimId: found.id }, orderBy: { revision: 'asc' } });
  return rows.map(rowOf);
}

export async function findEditionOf(db: Db, verdictId: string): Promise<EditionRow | undefined> {
  const row = await db.edition.findUnique({ where: { verdictId } });
  return row ? rowOf(row) : undefined;
}

export interface NoticeRow {
  digest: string;
  status: NoticeStatus;
  mark: PublicMark;
  revision: number;
  document: string;
  /** The member who wrote it. */
  by: string;
  proposedAt: Date;
  decidedAt: Date | null;
}

/** The notices of a claim, in the order in which they were written. */
export async function listNotices(db: Db, claim: string): Promise<NoticeRow[]> {
  const rows = await db.notice.findMany({
    where: { claim: byIdOrRef(claim) },
    orderBy: { proposedAt: 'asc' },
  });
  return rows.map(
    ({ digest, status, mark, revision, document, proposedById: by, proposedAt, decidedAt }) => ({
      status,
      mark,
      revision,
      document,
      by,
      proposedAt,
      decidedAt,
      digest: Buffer.from(digest).toString('hex'),
    }),
  );
}

const rowOf = ({ digest, ...row }: Omit<EditionRow, 'digest'> & { digest: Uint8Array }): EditionRow => ({
  ...row,
  digest: Buffer.from(digest).toString('hex'),
});

/** The words of a document, by seal. */
export async function readContents(db: Db, document: string): Promise<Record<string, unknown>> {
  const [row] = await db.$queryRaw<[{ contents: Record<string, unknown> }]>`
    SELECT contents_of(${document}) AS contents`;
  return row.contents;
}

export type Ingredient = 'claim' | 'source' | 'article' | 'instrument' | 'verdict';

/** The verdicts whose editions were read, are not decided on, and are made of this. */
export async function findProposalsOf(db: Db, about: Ingredient, id: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT v.id FROM verdicts v JOIN claims c ON c.id = v.claim_id
    WHERE v.status = 'proposed' AND v.id IN (SELECT p.verdict_id FROM edition_proposals p) AND CASE ${about}
      WHEN 'verdict' THEN v.id = ${id}::uuid
      WHEN 'claim' THEN c.id = ${id}::uuid OR EXISTS (
        SELECT FROM relations r WHERE (r.from_id, r.to_id) IN ((c.id, ${id}::uuid), (${id}::uuid, c.id)))
      WHEN 'source' THEN ${id}::uuid IN (SELECT s.id FROM edition_sources(c.id) AS s (id))
      WHEN 'article' THEN ${id}::uuid IN (SELECT a.id FROM edition_articles(c.id) AS a (id))
      WHEN 'instrument' THEN EXISTS (
        SELECT FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id
        WHERE x.verdict_id = v.id AND p.instrument_id = ${id}::uuid) END
    ORDER BY v.id`;
  return rows.map((row) => row.id);
}

/**
 * Those of which something that it names has an event since they were compared. Each looks for its own: the planner, which does not
 * know how few they are, would read all that came since.
 */
export async function findUncompared(db: Db, types: readonly string[], limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p.verdict_id AS id
    FROM edition_proposals p JOIN verdicts v ON v.id = p.verdict_id
    WHERE v.status = 'proposed'
      AND p.told_at = (SELECT max(told.told_at) FROM edition_proposals told WHERE told.verdict_id = p.verdict_id)
      AND (EXISTS (
        SELECT FROM (
          SELECT v.claim_id UNION SELECT CASE WHEN r.from_id = v.claim_id THEN r.to_id ELSE r.from_id END
          FROM relations r WHERE r.from_id = v.claim_id OR r.to_id = v.claim_id
        ) AS named (id) CROSS JOIN LATERAL (
          SELECT FROM events e JOIN feed f ON f.event_seq = e.seq
          WHERE e.claim_id = named.id AND e.type = ANY(${types}) AND f.position > p.compared_to LIMIT 1) AS changed)
      OR EXISTS (
        SELECT FROM (
          SELECT edition_articles(v.claim_id) UNION SELECT edition_sources(v.claim_id)
          UNION SELECT n.instrument_id FROM verdict_provisions x JOIN provisions n ON n.id = x.provision_id WHERE x.verdict_id = v.id
        ) AS named (id) CROSS JOIN LATERAL (
          SELECT FROM events e JOIN feed f ON f.event_seq = e.seq
          WHERE e.subject_id = named.id AND e.claim_id IS NULL AND e.type = ANY(${types}) AND f.position > p.compared_to LIMIT 1) AS changed))
    ORDER BY p.told_at, p.verdict_id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

interface PublishedEdition {
  digest: string;
  document: string;
  contents: Record<string, unknown>;
  ingredients: Ingredients;
}

/** What stands in public of a claim, and what it would be made of now; undefined where nothing does. */
export async function readPublished(db: Db, claim: string): Promise<PublishedEdition | undefined> {
  const found = await db.claim.findUnique({ where: byIdOrRef(claim), select: { id: true } });
  if (!found) return undefined;
  const [row] = await db.$queryRaw<PublishedEdition[]>`
    SELECT encode(e.digest, 'hex') AS digest, e.document, contents_of(e.document) AS contents, edition_ingredients(e.verdict_id) AS ingredients
    FROM claims c JOIN editions e ON e.claim_id = c.id AND e.revision = c.revision
    WHERE c.id = ${found.id}::uuid`;
  return row;
}
