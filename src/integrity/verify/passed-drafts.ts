/** Whether each draft that somebody else went on from says of its holder what its words do. */
import type { Snapshot } from '../../platform/db/snapshot.js';
import { VerificationError } from '../checkpoints/verification-error.js';

interface Passed {
  claim: string;
  id: string;
  ordinal: number;
  holder: string | null;
}

/**
 * Seals of the same words differ by their salts, so the words are compared, as long as they are not erased: only a database has
 * them. Where a task began with the words of an earlier one, its first holder is not judged.
 */
export async function verifyPassedDrafts(snapshot: Snapshot): Promise<void> {
  const unsaid = await snapshot.one<Passed>(notSaidToBeWritten);
  if (!unsaid) return;
  const { claim, id, ordinal, holder } = unsaid;
  throw new VerificationError(
    `says of the draft that ${holder ?? 'its holder'} wrote none of it, and its words are others than before`,
    { chain: `claim/${claim}`, ordinal, id },
  );
}

const notSaidToBeWritten = `
  WITH passed AS (
    SELECT e.claim_id, e.id, e.ordinal, e.data, c.value, row_number() OVER of_task AS place, lag(c.value) OVER of_task AS before
    FROM events e LEFT JOIN contents c ON c.seal = decode(e.data #>> '{draft,sealed}', 'hex')
    WHERE e.claim_id IS NOT NULL AND passes_on_draft(e.type) AND e.data #>> '{draft,sealed}' ~ '^[0-9a-f]{64}$'
    WINDOW of_task AS (PARTITION BY e.subject_id ORDER BY e.ordinal)
  )
  SELECT claim_id AS claim, id, ordinal, data ->> 'holder' AS holder FROM passed
  WHERE data ->> 'wrote' IS DISTINCT FROM 'true' AND value <> '{}' AND (
    value <> before
    OR place = 1 AND NOT EXISTS (
      SELECT FROM events earlier
      WHERE earlier.claim_id = passed.claim_id AND earlier.ordinal < passed.ordinal
        AND (earlier.type = 'verdict.submitted' OR passes_on_draft(earlier.type) AND earlier.data #> '{draft,sealed}' IS NOT NULL)))
  ORDER BY claim_id, ordinal LIMIT 1`;
