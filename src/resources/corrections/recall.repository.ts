import type { VerdictStatus } from '../../domain/verdict/lifecycle.js';
import type { Db } from '../../platform/db/client.js';

interface Reference {
  id: string;
  ref: string;
}

interface Recall {
  verdict: { id: string };
  claim: Reference;
  revision: number | null;
  status: VerdictStatus;
  /** Whether it is the published revision, or none at all. */
  stands: boolean;
  /** Where in the feed the revision was published; null while it has no place there. */
  published: bigint | null;
  /** Where in the feed it was superseded or retracted. */
  replaced: bigint | null;
}

/** A verdict with the two places in the feed that recall is judged by. */
export async function readRecall(db: Db, verdictId: string): Promise<Recall | undefined> {
  const [row] = await db.$queryRaw<Recall[]>`
    SELECT json_build_object('id', v.id) AS verdict, json_build_object('id', c.id, 'ref', c.ref) AS claim, v.revision, v.status::text AS status,
      v.status NOT IN ('superseded', 'retracted') AS stands, started.position AS published, ended.position AS replaced
    FROM verdicts v
    JOIN claims c ON c.id = v.claim_id
    LEFT JOIN LATERAL (
      SELECT e.ordinal, f.position FROM events e LEFT JOIN feed f ON f.event_seq = e.seq
      WHERE e.claim_id = v.claim_id AND e.type = 'claim.approved' AND e.data ->> 'verdict' = v.id::text
      ORDER BY e.ordinal LIMIT 1) started ON true
    LEFT JOIN LATERAL (
      SELECT f.position FROM events e LEFT JOIN feed f ON f.event_seq = e.seq
      WHERE e.claim_id = v.claim_id AND (e.type IN ('claim.approved', 'claim.retracted') OR e.type = 'claim.merged' AND e.data ? 'revision') AND e.ordinal > started.ordinal
      ORDER BY e.ordinal LIMIT 1) ended ON true
    WHERE v.id = ${verdictId}::uuid`;
  return row;
}

export interface RecipientRow {
  kind: 'key' | 'webhook';
  id: string;
  name: string | null;
  member: Reference;
  active: boolean;
  receivedCorrection: boolean;
}

interface Asking {
  published: bigint;
  /** null while the revision stands. */
  replaced: bigint | null;
  above: string | undefined;
  limit: number;
}

/**
 * The keys that have acknowledged the feed up to where the revision was published, and the webhooks that it was
 * delivered to; in order of creation.
 */
export async function listRecipients(
  db: Db,
  { published, replaced, above, limit }: Asking,
): Promise<RecipientRow[]> {
  return db.$queryRaw<RecipientRow[]>`
    (SELECT 'key' AS kind, k.id, k.name, json_build_object('id', m.id, 'ref', m.ref) AS member, k.revoked_at IS NULL AND m.active AS active,
      coalesce(k.feed_position >= ${replaced}::bigint, false) AS "receivedCorrection"
    FROM keys k JOIN members m ON m.id = k.member_id
    WHERE k.feed_position >= ${published} AND (${above ?? null}::uuid IS NULL OR k.id > ${above ?? null}::uuid)
    ORDER BY k.id LIMIT ${limit})
    UNION ALL
    (SELECT 'webhook', w.id, w.description, json_build_object('id', m.id, 'ref', m.ref), w.status = 'enabled',
      EXISTS (SELECT 1 FROM webhook_receipts later JOIN feed f ON f.event_seq = later.event_seq
        WHERE later.webhook_id = w.id AND f.position = ${replaced}::bigint)
    FROM feed f JOIN webhook_receipts r ON r.event_seq = f.event_seq
      JOIN webhooks w ON w.id = r.webhook_id JOIN members m ON m.id = w.member_id
    WHERE f.position = ${published} AND (${above ?? null}::uuid IS NULL OR w.id > ${above ?? null}::uuid)
    ORDER BY w.id LIMIT ${limit})
    ORDER BY id LIMIT ${limit}`;
}
