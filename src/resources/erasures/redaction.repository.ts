/** The events of a claim, an article or a source whose texts are withheld. */
import type { RedactedKind } from '../../domain/erasure/redaction.js';
import type { HeldEvent } from '../../domain/erasure/what-is-left.js';
import { instantOf } from '../../domain/event/chain.js';
import type { Tx } from '../../platform/db/client.js';

type Row = Omit<HeldEvent, 'subject' | 'at' | 'withheld'> & {
  subjectType: string;
  subjectId: string;
  micros: string;
  withheld: RedactedKind[] | null;
};

/** All of its chain, in their order; with what is withheld of them so far. */
export async function readChain(
  tx: Tx,
  { type, id }: { type: 'claim' | 'article' | 'source'; id: string },
): Promise<HeldEvent[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.id, e.type, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.claim_id AS claim,
      coalesce(e.ordinal, e.subject_ordinal) AS ordinal, e.actor_id AS actor, e.key_id AS key, e.data, micros_of(e.at) AS micros,
      encode(e.prev_hash, 'hex') AS "prevHash", withheld_of(${id}::uuid, coalesce(e.ordinal, e.subject_ordinal)) AS withheld
    FROM events e
    WHERE e.claim_id = ${type === 'claim' ? id : null}::uuid
      OR (e.claim_id IS NULL AND e.subject_type COLLATE "C" = ${type} AND e.subject_id = ${id}::uuid)
    ORDER BY coalesce(e.ordinal, e.subject_ordinal)`;
  return rows.map(({ subjectType, subjectId, micros, withheld, ...row }) => ({
    ...row,
    subject: { type: subjectType, id: subjectId },
    at: instantOf(micros),
    withheld: withheld ?? [],
  }));
}
