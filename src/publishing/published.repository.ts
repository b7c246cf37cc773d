/** What stands in public, read along indexes of its own, however many claims there are. */
import type { Db } from '../platform/db/client.js';
import type { Prisma } from '../platform/db/generated/client.js';
import { byIdOrRef } from '../platform/db/id-or-ref.js';

/** The highest of these revisions is what stands: a published one always is, a retracted one where none followed. */
const inPublic = { status: { in: ['published', 'retracted'] } } satisfies Prisma.VerdictWhereInput;

/** The claim, and the verdict on it that stands in public, if there is one. */
export async function findPublishedOf(db: Db, idOrRef: string) {
  return db.claim.findUnique({
    where: byIdOrRef(idOrRef),
    select: {
      ref: true,
      status: true,
      verdicts: { where: inPublic, orderBy: { revision: 'desc' }, take: 1, select: { id: true } },
    },
  });
}

/** The published verdicts on these claims, by id. */
export async function findPublished(db: Db, claimIds: string[]): Promise<string[]> {
  const rows = await db.verdict.findMany({
    where: { claimId: { in: claimIds }, status: 'published' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** One verdict per claim, in the order of the claims; ids of verdicts with the id of their claim. */
export async function listPublished(db: Db, after: string | undefined, limit: number) {
  return db.$queryRaw<{ id: string; claimId: string }[]>`
    SELECT DISTINCT ON (v.claim_id) v.id, v.claim_id AS "claimId"
    FROM verdicts v JOIN claims c ON c.id = v.claim_id AND NOT c.test
    WHERE v.status IN ('published', 'retracted') AND v.claim_id > ${after ?? beforeAll}::uuid
    ORDER BY v.claim_id, v.revision DESC LIMIT ${limit}`;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';
/** No event has this number: the largest of a bigint. */
const pastTheEnd = 9_223_372_036_854_775_807n;

/** The same, what was last published or taken back first; `seq` is where the next page goes on. */
export async function listLatest(db: Db, before: bigint | undefined, limit: number) {
  return db.$queryRaw<{ id: string; seq: bigint }[]>`
    SELECT v.id, e.seq
    FROM events e
    JOIN verdicts v ON v.claim_id = e.claim_id AND v.revision = (e.data ->> 'revision')::int
      AND v.status = CASE e.type WHEN 'claim.approved' THEN 'published' ELSE 'retracted' END::verdict_status
    JOIN claims c ON c.id = e.claim_id AND NOT c.test
    WHERE e.type IN ('claim.approved', 'claim.retracted') AND e.seq < ${before ?? pastTheEnd}
      AND NOT EXISTS (SELECT 1 FROM verdicts later WHERE later.claim_id = v.claim_id AND later.revision > v.revision)
    ORDER BY e.seq DESC LIMIT ${limit}`;
}

const source = {
  select: {
    id: true,
    ref: true,
    name: true,
    kind: true,
    wikidata: true,
    version: true,
    names: { select: { language: true, text: true }, orderBy: { text: 'asc' } },
  },
} satisfies { select: Prisma.SourceSelect };

const fields = {
  id: true,
  revision: true,
  status: true,
  rationale: true,
  correctionReason: true,
  correctionNote: true,
  publishedAt: true,
  rating: true,
  evidence: {
    orderBy: { evidenceId: 'asc' },
    select: { evidence: { select: { url: true, note: true } } },
  },
  provisions: {
    orderBy: { position: 'asc' },
    select: {
      provision: {
        select: {
          ref: true,
          paragraph: true,
          verified: true,
          version: true,
          instrument: { select: { titles: true, ref: true, version: true } },
        },
      },
    },
  },
  claim: {
    select: {
      id: true,
      ref: true,
      version: true,
      status: true,
      language: true,
      quoteExact: true,
      glosses: true,
      statementDate: true,
      attributions: {
        select: { id: true, parentId: true, position: true, label: true, anonymous: true, source },
      },
      articleVersion: {
        select: {
          article: {
            select: {
              id: true,
              ref: true,
              title: true,
              url: true,
              language: true,
              datePublished: true,
              version: true,
              outlet: source,
            },
          },
        },
      },
      verdicts: {
        where: { revision: { not: null } },
        select: { revision: true, status: true, publishedAt: true },
      },
    },
  },
} satisfies Prisma.VerdictSelect;

export type PublishedRow = Prisma.VerdictGetPayload<{ select: typeof fields }>;

/** These verdicts with all that is told of them, in the order given. */
export async function readPublished(db: Db, ids: string[]): Promise<PublishedRow[]> {
  const rows = await db.verdict.findMany({ where: { id: { in: ids } }, select: fields });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export interface LastChange {
  claimId: string;
  id: string;
  at: Date;
  /** Of a retraction: why. */
  reason: string | null;
}

/** By claim, the last event that changed what stands of it. */
export async function readLastChanges(db: Db, claimIds: string[]): Promise<Map<string, LastChange>> {
  const rows = await db.$queryRaw<LastChange[]>`
    SELECT last.* FROM unnest(${claimIds}::uuid[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT e.claim_id AS "claimId", e.id, e.at, e.data ->> 'reason' AS reason FROM events e
      WHERE e.claim_id = wanted.id AND e.type IN (
        'claim.approved', 'claim.correction_started', 'claim.correction_canceled', 'claim.retracted')
      ORDER BY e.ordinal DESC LIMIT 1) AS last`;
  return new Map(rows.map((row) => [row.claimId, row]));
}
