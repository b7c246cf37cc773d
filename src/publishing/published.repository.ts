/** What is public of claims: the last edition of each, and what has become of it since. */
import { nilUuid } from '../domain/text/uuid.js';
import type { PublicMark } from '../domain/edition/edition.js';
import type { Db } from '../platform/db/client.js';
import { Prisma } from '../platform/db/generated/client.js';

export interface PublishedRow {
  claimId: string;
  status: string;
  /** Of the claim, while a revision stands; null otherwise. */
  standing: number | null;
  mark: PublicMark | null;
  markReason: string | null;
  /** ref of the claim it was merged into. */
  markInto: string | null;
  /** What another editor let out about it. */
  notice: string | null;
  /** The sealed edition, and its words by seal. */
  document: string;
  contents: Record<string, unknown>;
  publishedAt: Date;
  /** Of the first revision of this series: a retraction or merge ends one, the next verdict begins another. */
  firstPublishedAt: Date;
  /** The event that took it back or merged it; null while it stands. */
  marked: { id: string; at: string } | null;
  /** When what is public last changed. */
  changedAt: Date;
}

/** The revision that the series of an edition `e` begins with: the last that corrects none before it. */
export const firstOfSeries = Prisma.sql`(
  SELECT max(first.revision) FROM editions first
  WHERE first.claim_id = e.claim_id AND first.revision <= e.revision AND first.document::jsonb -> 'correction' = 'null')`;

/** When what is public of such a claim last changed: by what happened to it, or because a text that it names was withheld. */
export const changedAt = Prisma.sql`greatest(last.at, last_withheld_in(e.document))`;

export const publishedColumns = Prisma.sql`c.id AS "claimId", c.status::text, c.revision AS standing, c.mark::text, c.mark_reason AS "markReason",
    (SELECT other.ref FROM claims other WHERE other.id = c.mark_into) AS "markInto",
    CASE WHEN c.mark IS NOT NULL THEN public_notice(c.id, e.revision) END AS notice,
    e.document, contents_of(e.document) AS contents, e.published_at AS "publishedAt",
    (SELECT series.published_at FROM editions series WHERE series.claim_id = c.id AND series.revision = ${firstOfSeries}) AS "firstPublishedAt",
    (SELECT jsonb_build_object('id', event.id, 'at', moment_text(event.at)) FROM events event
      WHERE event.claim_id = c.id AND event.type = 'claim.' || c.mark AND is_publication(event.type, event.data)
      ORDER BY event.ordinal DESC LIMIT 1) AS marked,
    ${changedAt} AS "changedAt"`;

/**
 * Claims `c` with the edition `e` that stands, or that was taken back last; those of which nothing was ever published are left
 * out.
 */
export const publishedFrom = Prisma.sql`
  FROM claims c
    CROSS JOIN LATERAL (SELECT * FROM editions d WHERE d.claim_id = c.id AND (d.revision = c.revision OR c.revision IS NULL AND c.mark IS NOT NULL)
      ORDER BY d.revision DESC LIMIT 1) e
    CROSS JOIN LATERAL (
      SELECT event.at FROM events event
      WHERE event.claim_id = c.id AND (is_publication(event.type, event.data)
        OR event.type IN ('claim.correction_started', 'claim.correction_canceled')
        OR event.type = 'content.erased' AND is_in_public(event.data -> 'seals', c.id, e.revision))
      ORDER BY event.ordinal DESC LIMIT 1) last`;

/** In the order of the ids; claims of which nothing was ever published are left out. */
export async function readPublished(db: Db, claimIds: readonly string[]): Promise<PublishedRow[]> {
  if (claimIds.length === 0) return [];
  const rows = await db.$queryRaw<PublishedRow[]>`
    SELECT ${publishedColumns} ${publishedFrom} WHERE c.id = ANY (${[...claimIds]}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.claimId, row]));
  return claimIds.flatMap((id) => byId.get(id) ?? []);
}

interface Wanted {
  /** One of them, of the last edition. */
  topics: readonly string[] | undefined;
  updatedSince: string | undefined;
}

/** One claim after the other, in the order in which they were entered. */
export async function listPublished(
  db: Db,
  { topics, updatedSince }: Wanted,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const since =
    updatedSince === undefined
      ? Prisma.empty
      : Prisma.sql`AND (SELECT last.at >= ${updatedSince}::timestamptz
          OR c.id IN (SELECT claims_withheld_since(${updatedSince}::timestamptz)) AND last_withheld_in(e.document) >= ${updatedSince}::timestamptz
          ${publishedFrom} WHERE c.id = listed.id)`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT listed.id FROM claims listed
    WHERE NOT listed.test AND listed.id > ${after ?? nilUuid}::uuid AND EXISTS (SELECT FROM editions e WHERE e.claim_id = listed.id)
      ${aboutOneOf('listed.id', topics)} ${since}
    ORDER BY listed.id LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

function aboutOneOf(claim: 'listed.id' | 'e.claim_id', topics: readonly string[] | undefined): Prisma.Sql {
  if (!topics) return Prisma.empty;
  const about = topics.map(
    (topic) => Prisma.sql`(d.document::jsonb #> '{claim,topics}') @> ${JSON.stringify([topic])}::jsonb`,
  );
  return Prisma.sql`AND ${Prisma.raw(claim)} IN (
    SELECT d.claim_id FROM editions d WHERE (${Prisma.join(about, ' OR ')})
      AND NOT EXISTS (SELECT FROM editions next WHERE next.claim_id = d.claim_id AND next.revision > d.revision))`;
}

/** Where an event stands in the order by time. */
export interface EventMoment {
  /** Microseconds since 1970. */
  moment: string;
  id: string;
}

export const momentOf = ({ moment }: EventMoment): Prisma.Sql =>
  Prisma.sql`(timestamptz 'epoch' + ${Number(moment)}::float8 * interval '1 microsecond')`;

/**
 * What was last published or taken back first, by what the events say of themselves. A topic is that of the last edition.
 * `first` is the first verdict that was ever published, whatever the page has.
 */
export async function listLatest(
  db: Db,
  before: EventMoment | undefined,
  limit: number,
  topics?: readonly string[],
) {
  const from = before
    ? Prisma.sql`AND (e.at, e.id) < (${momentOf(before)}, ${before.id}::uuid)`
    : Prisma.empty;
  const [row] = await db.$queryRaw<[{ first: string | null; latest: ({ claimId: string } & EventMoment)[] }]>`
    WITH latest AS (
    SELECT e.claim_id, e.at, e.id FROM events e JOIN claims c ON c.id = e.claim_id AND NOT c.test
    WHERE is_publication(e.type, e.data) ${from}
      AND NOT EXISTS (
        SELECT FROM events later WHERE later.claim_id = e.claim_id AND later.ordinal > e.ordinal AND is_publication(later.type, later.data))
      ${aboutOneOf('e.claim_id', topics)}
    ORDER BY e.at DESC, e.id DESC LIMIT ${limit})
    SELECT (SELECT d.verdict_id FROM editions d ORDER BY d.published_at, d.claim_id LIMIT 1) AS first,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('claimId', l.claim_id, 'moment', micros_of(l.at), 'id', l.id) ORDER BY l.at DESC, l.id DESC), '[]')
        FROM latest l) AS latest`;
  return row;
}
