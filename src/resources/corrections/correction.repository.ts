import type { Db } from '../../platform/db/client.js';
import type { CorrectionReason } from '../../platform/db/generated/client.js';

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
  reason: CorrectionReason | null;
  note: string;
}

/** No event has this number: the largest of a bigint. */
const pastTheEnd = 9_223_372_036_854_775_807n;

/** Corrections and retractions, newest first, older than `before`; read along an index of their own. */
export async function listCorrections(
  db: Db,
  { before, claim, limit }: { before: bigint | undefined; claim: string | undefined; limit: number },
): Promise<CorrectionRow[]> {
  return db.$queryRaw<CorrectionRow[]>`
    SELECT e.seq, e.at, json_build_object('id', c.id, 'ref', c.ref) AS claim,
      old.id AS verdict, old.revision, old.veracity AS rating,
      new.id AS "nextVerdict", new.revision AS "nextRevision", new.veracity AS "nextRating",
      new.correction_reason::text AS reason, coalesce(new.correction_note, e.data ->> 'reason') AS note
    FROM events e
    JOIN claims c ON c.id = e.claim_id
    JOIN verdicts old ON old.claim_id = e.claim_id
      AND old.revision = coalesce(e.data #>> '{correction,from}', e.data ->> 'revision')::int
    LEFT JOIN verdicts new ON e.type = 'claim.approved' AND new.claim_id = e.claim_id
      AND new.revision = (e.data ->> 'revision')::int
    WHERE (e.type = 'claim.retracted' OR e.data ? 'correction')
      AND e.seq < ${before ?? pastTheEnd}
      AND (${claim ?? null}::text IS NULL OR ${claim ?? null} IN (c.ref, c.id::text))
    ORDER BY e.seq DESC LIMIT ${limit}`;
}
