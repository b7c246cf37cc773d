import type { Db } from '../../platform/db/client.js';

export interface CorrectionRow {
  seq: bigint;
  at: Date;
  claim: { id: string; ref: string };
  /** The revision that was corrected or taken back. */
  verdict: string;
  revision: number;
  rating: string;
  /** The revision that replaced it; null where it was retracted. */
  nextVerdict: string | null;
  nextRevision: number | null;
  nextRating: string | null;
  reason: string | null;
  note: string | null;
  /** The claim it was merged into. */
  into: { id: string; ref: string } | null;
}

/** No event has this number: the largest of a bigint. */
const pastTheEnd = 9_223_372_036_854_775_807n;

/** Corrections, retractions and merges, newest first, older than `before`; read along an index of their own. */
export async function listCorrections(
  db: Db,
  { before, claim, limit }: { before: bigint | undefined; claim: string | undefined; limit: number },
): Promise<CorrectionRow[]> {
  return db.$queryRaw<CorrectionRow[]>`
    SELECT e.seq, e.at, json_build_object('id', c.id, 'ref', c.ref) AS claim,
      old.id AS verdict, old.revision, old.veracity AS rating,
      new.id AS "nextVerdict", new.revision AS "nextRevision", new.veracity AS "nextRating",
      CASE e.type WHEN 'claim.approved' THEN new.correction_reason::text WHEN 'claim.retracted' THEN e.data ->> 'reason' END AS reason,
      new.correction_note AS note, e.data -> 'into' AS into
    FROM events e
    JOIN claims c ON c.id = e.claim_id
    JOIN verdicts old ON old.claim_id = e.claim_id
      AND old.revision = coalesce(e.data #>> '{correction,from}', e.data ->> 'revision')::int
    LEFT JOIN verdicts new ON e.type = 'claim.approved' AND new.claim_id = e.claim_id
      AND new.revision = (e.data ->> 'revision')::int
    WHERE is_correction(e.type, e.data)
      AND e.seq < ${before ?? pastTheEnd}
      AND (${claim ?? null}::text IS NULL OR ${claim ?? null} IN (c.ref, c.id::text))
    ORDER BY e.seq DESC LIMIT ${limit}`;
}
