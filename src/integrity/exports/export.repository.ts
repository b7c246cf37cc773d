import type { RedactedKind } from '../../domain/erasure/redaction.js';
import type { Snapshot } from '../../platform/db/snapshot.js';
import { instantOf } from '../../domain/event/chain.js';
import type { StoredEvent } from './export-lines.js';

type Row = Omit<StoredEvent, 'subject' | 'at' | 'position' | 'withheld'> & {
  withheld: RedactedKind[] | null;
  subjectType: string;
  subjectId: string;
  micros: string;
  position: string | null;
};

const select = `
  SELECT e.id, e.type, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.claim_id AS claim,
    coalesce(e.ordinal, e.subject_ordinal) AS ordinal, e.actor_id AS actor, e.key_id AS key, e.data::text AS data,
    micros_of(e.at) AS micros, encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash, f.position,
    withheld_of(coalesce(e.claim_id, e.subject_id), coalesce(e.ordinal, e.subject_ordinal)) AS withheld
  FROM events e LEFT JOIN feed f ON f.event_seq = e.seq`;

const queries = [
  `${select} WHERE e.claim_id IS NOT NULL ORDER BY e.claim_id, e.ordinal`,
  `${select} WHERE e.claim_id IS NULL ORDER BY e.subject_type COLLATE "C", e.subject_id, e.subject_ordinal`,
];

/** Every event, chain by chain, each in its order; of one claim alone where that is given. */
export async function* streamEvents(snapshot: Snapshot, claimId?: string): AsyncGenerator<StoredEvent> {
  if (claimId === undefined) {
    for (const query of queries) for await (const row of snapshot.stream<Row>(query)) yield view(row);
  } else {
    const query = `${select} WHERE e.claim_id = $1 ORDER BY e.ordinal`;
    for await (const row of snapshot.stream<Row>(query, [claimId])) yield view(row);
  }
}

const view = ({ subjectType, subjectId, micros, position, withheld, ...row }: Row): StoredEvent => ({
  ...row,
  subject: { type: subjectType, id: subjectId },
  at: instantOf(micros),
  position: position === null ? null : Number(position),
  withheld: withheld ?? [],
});

export interface SignedRow {
  number: number;
  statement: string;
  signature: string;
}

export async function readSigned(snapshot: Snapshot): Promise<SignedRow[]> {
  const rows: SignedRow[] = [];
  const query = 'SELECT number, statement, signature FROM checkpoints ORDER BY number';
  for await (const row of snapshot.stream<SignedRow>(query)) rows.push(row);
  return rows;
}
