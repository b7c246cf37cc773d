/** Where every chain stood at a place of the feed: how long it was, and the hash of its last event. */
import type { Pace, Snapshot } from '../../platform/db/snapshot.js';
import type { Leaf } from './statement.js';

/** `changedAt` is where in the feed its last event stands. */
export interface Head extends Leaf {
  changedAt: number;
}

export interface FeedEnd {
  position: number;
  event: string;
  /** Microseconds since 1970, by the clock of Isnad. */
  micros: string;
}

/** Undefined while nothing has happened yet. */
export async function readCheckpointEnd(snapshot: Snapshot): Promise<FeedEnd | undefined> {
  const end = await snapshot.one<FeedEnd & { position: string }>(
    `SELECT f.position, e.id AS event, micros_of(desk_now()) AS micros
     FROM feed f JOIN events e ON e.seq = f.event_seq ORDER BY f.position DESC LIMIT 1`,
  );
  return end && { ...end, position: Number(end.position) };
}

interface Row {
  type: string;
  id: string;
  length: number;
  hash: string;
  position: string;
}

/** Claim by claim along the primary key; of each, one look into the index from its newest event back. */
const claimHeads = `
  SELECT 'claim' AS type, c.id, head.length, head.hash, head.position
  FROM claims c CROSS JOIN LATERAL (
    SELECT e.ordinal AS length, encode(e.hash, 'hex') AS hash, f.position
    FROM events e JOIN feed f ON f.event_seq = e.seq
    WHERE e.claim_id = c.id AND f.position <= $1
    ORDER BY e.ordinal DESC LIMIT 1) head
  ORDER BY c.id`;

/** What belongs to no claim is little, and read whole. */
const subjectEvents = `
  SELECT e.subject_type AS type, e.subject_id AS id, e.subject_ordinal AS length, encode(e.hash, 'hex') AS hash, f.position
  FROM events e JOIN feed f ON f.event_seq = e.seq
  WHERE e.claim_id IS NULL AND f.position <= $1
  ORDER BY e.subject_type COLLATE "C", e.subject_id, e.subject_ordinal`;

const headOf = ({ length, hash, position }: Row, chain: string): Head => ({
  chain,
  length,
  head: hash,
  changedAt: Number(position),
});

/** All chains that had begun by `position`, in the order in which chains are signed. */
export async function* readHeads(
  snapshot: Snapshot,
  position: number,
  pace: Pace = {},
): AsyncGenerator<Head> {
  for await (const row of snapshot.stream<Row>(claimHeads, [position], pace)) {
    yield headOf(row, `claim/${row.id}`);
  }
  let last: Head | undefined;
  for await (const row of snapshot.stream<Row>(subjectEvents, [position], pace)) {
    const head = headOf(row, `subject/${row.type}/${row.id}`);
    if (last && last.chain !== head.chain) yield last;
    last = head;
  }
  if (last) yield last;
}
