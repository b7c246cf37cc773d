/** What pages are made of: editions, their words, and public marks; one statement for each page. */
import { spellingsOfNumber } from '../../domain/text/digit-groupings.js';
import { nilUuid } from '../../domain/text/uuid.js';
import type { EditionManner } from '../../domain/edition/edition.js';
import { isUuid } from '../../domain/text/uuid.js';
import { Prisma } from '../../platform/db/generated/client.js';
import type { Db } from '../../platform/db/client.js';
import {
  changedAt,
  firstOfSeries,
  momentOf,
  publishedColumns,
  publishedFrom,
  type EventMoment,
  type PublishedRow,
} from '../published.repository.js';
import type { Search } from './public-search.js';

export interface EditionWithWords {
  document: string;
  contents: Record<string, unknown>;
}

interface RevisionRow extends EditionWithWords {
  publishedAt: string;
  manner: EditionManner;
}

export interface PageRow extends PublishedRow {
  manner: EditionManner;
  before: RevisionRow[];
  takenBackBefore: boolean;
  related: EditionWithWords[];
  contested: boolean;
}

/** Editions `d` that stand: the last of a claim that bears no mark. */
const standing = Prisma.sql`o.id = d.claim_id AND o.revision = d.revision AND o.mark IS NULL AND NOT o.test`;

/** Editions `d` that name the claim as what theirs has to do with. */
const namesIt = Prisma.sql`(d.document::jsonb -> 'relations') @> jsonb_build_array(jsonb_build_object('direction', 'out', 'claim', jsonb_build_object('id', c.id)))`;

/** The page of one claim; undefined where nothing was ever published of it. */
export async function readPage(db: Db, idOrRef: string): Promise<PageRow | undefined> {
  const named = isUuid(idOrRef) ? Prisma.sql`c.id = ${idOrRef}::uuid` : Prisma.sql`c.ref = ${idOrRef}`;
  const [row] = await db.$queryRaw<PageRow[]>`
    SELECT ${publishedColumns}, e.manner::text AS manner,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('document', old.document, 'contents', contents_of(old.document),
          'publishedAt', moment_text(old.published_at), 'manner', old.manner) ORDER BY old.revision), '[]')
        FROM editions old WHERE old.claim_id = c.id AND old.revision < e.revision AND old.revision >= series.first) AS before,
      series.first > 1 AS "takenBackBefore",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('document', d.document, 'contents', contents_of(d.document)) ORDER BY o.ref), '[]')
        FROM editions d JOIN claims o ON ${standing}
        WHERE d.claim_id <> c.id AND d.digest IN (
          SELECT d.digest FROM editions d WHERE ${namesIt}
          UNION SELECT d.digest FROM jsonb_path_query(e.document::jsonb, '$.relations[*].claim.id') other JOIN editions d ON d.claim_id = (other #>> '{}')::uuid)) AS related,
      EXISTS (SELECT FROM editions d JOIN claims o ON ${standing}
        WHERE ${namesIt} AND d.claim_id <> c.id AND d.document::jsonb #>> '{verdict,rating,polarity}' = 'neutral'
          AND jsonb_path_exists(d.document::jsonb, '$.relations[*] ? (@.direction == "out" && (@.type == "denies" || @.type == "contradicts") && @.claim.id == $id)', jsonb_build_object('id', c.id))) AS contested
    ${publishedFrom} CROSS JOIN LATERAL (SELECT ${firstOfSeries} AS first) series
    WHERE ${named} AND NOT c.test`;
  return row;
}

export interface IndexRow extends EditionWithWords {
  claimId: string;
  publishedAt: string;
  /** Microseconds since 1970. */
  moment: string;
  manner: EditionManner;
  underCorrection: boolean;
}

/** An edition with a rating that is chosen by. */
interface RatingRow extends EditionWithWords {
  claimId: string;
}

interface IndexQuery {
  /** Nothing where all is asked for. */
  search: Search | undefined;
  topic: string | undefined;
  rating: string | undefined;
  after: EventMoment | undefined;
  limit: number;
}

/**
 * What stands in public, the newest first; and one edition of each rating that any has: between two bounds that are the same, so
 * that it is looked for in the order of ratings and not among all there are, the newest first.
 */
export async function listIndex(db: Db, { search, topic, rating, after, limit }: IndexQuery) {
  const conditions = [
    ...(search === undefined ? [] : search.words.map(holds)),
    ...(search === undefined || search.refs.length === 0
      ? []
      : [Prisma.sql`o.ref = ANY (${[...search.refs]})`]),
    ...(topic === undefined
      ? []
      : [Prisma.sql`(d.document::jsonb #> '{claim,topics}') @> ${JSON.stringify([topic])}::jsonb`]),
    ...(rating === undefined ? [] : [Prisma.sql`d.document::jsonb #>> '{verdict,rating,slug}' = ${rating}`]),
    ...(after === undefined
      ? []
      : [Prisma.sql`(d.published_at, d.claim_id) < (${momentOf(after)}, ${after.id}::uuid)`]),
  ];
  const [row] = await db.$queryRaw<[{ items: IndexRow[]; ratings: RatingRow[] }]>`
    WITH RECURSIVE found AS (
      SELECT d.* , o.status FROM editions d JOIN claims o ON ${Prisma.join([standing, ...conditions], ' AND ')}
      ORDER BY d.published_at DESC, d.claim_id DESC LIMIT ${limit}
    ), slugs (slug) AS (
      (SELECT d.document::jsonb #>> '{verdict,rating,slug}' FROM editions d ORDER BY 1 LIMIT 1)
      UNION ALL
      SELECT (SELECT d.document::jsonb #>> '{verdict,rating,slug}' FROM editions d
        WHERE d.document::jsonb #>> '{verdict,rating,slug}' > s.slug ORDER BY 1 LIMIT 1) FROM slugs s WHERE s.slug IS NOT NULL
    )
    SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('claimId', f.claim_id, 'document', f.document, 'contents', contents_of(f.document),
        'publishedAt', moment_text(f.published_at), 'moment', (extract(epoch FROM f.published_at) * 1000000)::bigint::text, 'manner', f.manner,
        'underCorrection', f.status <> 'published') ORDER BY f.published_at DESC, f.claim_id DESC), '[]') FROM found f) AS items,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('claimId', one.claim_id, 'document', one.document, 'contents', '{}'::jsonb)), '[]') FROM slugs s CROSS JOIN LATERAL (
        SELECT d.claim_id, d.document FROM editions d JOIN claims o ON ${standing}
        WHERE d.document::jsonb #>> '{verdict,rating,slug}' BETWEEN s.slug AND s.slug
        ORDER BY d.document::jsonb #>> '{verdict,rating,slug}' DESC, d.published_at DESC, d.claim_id DESC LIMIT 1) one WHERE s.slug IS NOT NULL) AS ratings`;
  return row;
}

/**
 * In its own words, as far as they are shown, or in those that somebody has put it in. Each is looked up in an index of its own:
 * one condition of both would be put to every edition there is.
 */
const holds = (word: string) => {
  const patterns = spellingsOfNumber(word).map((one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`);
  const holdsAny = (words: string) =>
    Prisma.sql`(${Prisma.join(
      patterns.map((pattern) => Prisma.sql`${Prisma.raw(words)} LIKE ${pattern}`),
      ' OR ',
    )})`;
  return Prisma.sql`d.digest IN (
    SELECT own.digest FROM editions own WHERE ${holdsAny('edition_words(own.document)')} AND ${holdsAny('shown_words(own.document)')}
    UNION SELECT put.digest FROM contents g JOIN editions put ON put.claim_id = g.subject_id AND put.document::jsonb #>> '{claim,glosses,sealed}' = encode(g.seal, 'hex')
    WHERE g.kind = 'glosses' AND ${holdsAny('readers_fold(g.value::text)')})`;
};

export interface CorrectionRow extends EditionWithWords {
  id: string;
  claimId: string;
  moment: string;
  at: string;
  kind: 'correction' | 'retraction' | 'merge';
  /** Whether what it was corrected to was taken back since. */
  takenBack: boolean;
  was: EditionWithWords | null;
  reason: string;
  into: string | null;
  notice: string | null;
}

/** What was put right in public, the newest first. */
export async function listCorrections(
  db: Db,
  after: EventMoment | undefined,
  limit: number,
): Promise<CorrectionRow[]> {
  const from =
    after === undefined
      ? Prisma.empty
      : Prisma.sql`AND (e.at, e.id) < (${momentOf(after)}, ${after.id}::uuid)`;
  return db.$queryRaw<CorrectionRow[]>`
    SELECT e.id, e.claim_id AS "claimId", d.revision < standing.first OR standing.first IS NULL AS "takenBack", (extract(epoch FROM e.at) * 1000000)::bigint::text AS moment, moment_text(e.at) AS at,
      CASE e.type WHEN 'claim.approved' THEN 'correction' WHEN 'claim.merged' THEN 'merge' ELSE 'retraction' END AS kind,
      d.document, contents_of(d.document) AS contents,
      (SELECT jsonb_build_object('document', old.document, 'contents', '{}'::jsonb) FROM editions old
        WHERE old.claim_id = e.claim_id AND old.revision = number_or_null(e.data #>> '{correction,from}') AND d.revision >= standing.first) AS was,
      CASE WHEN e.type = 'claim.approved' THEN d.document::jsonb #>> '{correction,reason}' ELSE coalesce(e.data ->> 'reason', 'duplicate') END AS reason,
      (SELECT other.ref FROM claims other WHERE e.type = 'claim.merged' AND other.id = id_or_null(e.data #>> '{into,id}')) AS into,
      CASE WHEN e.type <> 'claim.approved' THEN public_notice(e.claim_id, d.revision) END AS notice
    FROM events e JOIN claims c ON c.id = e.claim_id AND NOT c.test
      JOIN editions d ON d.claim_id = e.claim_id AND d.revision = number_or_null(e.data ->> 'revision')
      JOIN verdicts told ON told.id = d.verdict_id AND is_put_right(e.type, e.data, told)
      LEFT JOIN LATERAL (SELECT max(first.revision) AS first FROM editions first
        WHERE c.mark IS NULL AND first.claim_id = c.id AND first.document::jsonb -> 'correction' = 'null') standing ON true
    WHERE is_correction(e.type, e.data) ${from} ORDER BY e.at DESC, e.id DESC LIMIT ${limit}`;
}

/** Whether anything stands in public. */
export async function isAnythingPublished(db: Db): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ found: boolean }]>`
    SELECT EXISTS (SELECT FROM editions d JOIN claims o ON ${standing}) AS found`;
  return row.found;
}

/** One page of what stands, by the order of ids, with the languages of its texts: for the map of the site. */
export async function listAddresses(db: Db, after: string | undefined, limit: number) {
  return db.$queryRaw<{ id: string; ref: string; changedAt: Date; tags: string[] }[]>`
    SELECT c.id, c.ref, ${changedAt} AS "changedAt", ARRAY(
        SELECT read.edition #>> '{claim,language}'
        UNION SELECT jsonb_object_keys(texts.value) FROM contents texts
        WHERE texts.seal IN (decode(read.edition #>> '{claim,glosses,sealed}', 'hex'), decode(read.edition #>> '{verdict,rationale,sealed}', 'hex'))) AS tags
    ${publishedFrom} CROSS JOIN LATERAL (SELECT e.document::jsonb AS edition) read
    WHERE c.revision IS NOT NULL AND c.mark IS NULL AND NOT c.test AND c.id > ${after ?? nilUuid}::uuid ORDER BY c.id LIMIT ${limit}`;
}

/** The last id of each full part of so many claims. */
export async function listParts(db: Db, size: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (SELECT o.id, row_number() OVER (ORDER BY o.id) AS place, count(*) OVER () AS total FROM claims o WHERE o.revision IS NOT NULL AND o.mark IS NULL AND NOT o.test) counted
    WHERE place % ${size} = 0 AND place < total ORDER BY id`;
  return rows.map(({ id }) => id);
}
