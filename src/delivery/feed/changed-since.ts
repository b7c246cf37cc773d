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
  text: 'SELECT * FROM changed_since($1, $2)',
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
