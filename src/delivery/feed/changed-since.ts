/**
 * Which claims have changed since a position in the feed, asked of the database as it is now. Every change of a claim
 * is an event, and a committed event is in the outbox until it has its position; one statement reads both, so of two
 * calls the second tells all that was committed between them, whether the relay has come to it or not.
 */
import type { Pool } from '../../platform/db/client.js';
import { pastTheEnd } from '../../domain/event/feed.js';

export interface Changes {
  /** Which feed it is: positions mean nothing in another table or database (a backup) or server (a replica). */
  feed: string;
  /** The last position. */
  end: bigint;
  /** Ids; what has no position yet is told each time. Undefined where there is too much to tell. */
  claims: readonly string[] | undefined;
}

/** From so many events on it is less work to read anew what is asked for. */
const tooMany = 1_000;

const changedSince = {
  name: 'changed-since',
  text: `
    WITH latest AS (SELECT position, tableoid FROM feed ORDER BY position DESC LIMIT 1),
    recent AS (
      (SELECT event_seq FROM feed WHERE position > $1 LIMIT $2)
      UNION ALL
      (SELECT event_seq FROM outbox LIMIT $2))
    SELECT latest.position::text,
      concat_ws(' ', latest.tableoid, (SELECT oid FROM pg_database WHERE datname = current_database()), pg_postmaster_start_time()),
      CASE WHEN (SELECT count(*) FROM recent) < $2 THEN
        -- A join would be planned for a thousand events, and read the whole table where it is small.
        array_remove(ARRAY(SELECT (SELECT e.claim_id FROM events e WHERE e.seq = recent.event_seq) FROM recent), NULL)::text[]
      END
    FROM latest`,
  rowMode: 'array',
} as const;

/** What has changed after a position, and where the feed ends; undefined while it is empty. */
export async function readChanges(
  pool: Pool,
  after: bigint | undefined,
  limit = tooMany,
): Promise<Changes | undefined> {
  // Without a position nothing is behind it: only the end is wanted.
  const values = [after ?? pastTheEnd, limit];
  const { rows } = await pool.query<[string, string, string[] | null]>({ ...changedSince, values });
  const [row] = rows;
  if (!row) return undefined;
  const [end, feed, claims] = row;
  return { feed, end: BigInt(end), claims: claims ?? undefined };
}
