/**
 * Which claims something has happened to, asked of the database as it is now. Every change of a claim is an event, and
 * a committed event is in the outbox until it has its place in the feed; so of two askings the second one tells all
 * that was committed between them, whether the relay has come to it or not.
 */
import type { Pool } from '../../platform/db/client.js';
import { pastTheEnd } from '../../domain/event/feed.js';

export interface News {
  /** Where positions are counted: they say nothing in another table or database (a backup) or server (a replica). */
  place: string;
  /** The end of the feed. */
  end: bigint;
  /** Ids; what has no position yet is told each time. Undefined where there is too much to tell. */
  claims: readonly string[] | undefined;
}

/** Up to so many events it is less work to tell what has happened than to have all read anew. */
const enough = 1_000;

const news = {
  name: 'news',
  text: `
    WITH latest AS (SELECT position, tableoid FROM feed ORDER BY position DESC LIMIT 1),
    happened AS (
      (SELECT event_seq FROM feed WHERE position > $1 LIMIT $2)
      UNION ALL
      (SELECT event_seq FROM outbox LIMIT $2))
    SELECT latest.position::text,
      concat_ws(' ', latest.tableoid, (SELECT oid FROM pg_database WHERE datname = current_database()), pg_postmaster_start_time()),
      CASE WHEN (SELECT count(*) FROM happened) < $2 THEN
        -- A join would be planned for a thousand events, and read the whole table where it is small.
        array_remove(ARRAY(SELECT (SELECT e.claim_id FROM events e WHERE e.seq = happened.event_seq) FROM happened), NULL)::text[]
      END
    FROM latest`,
  rowMode: 'array',
} as const;

/** What has happened after a position, and where the feed ends; undefined while it is empty. */
export async function readNews(
  pool: Pool,
  after: bigint | undefined,
  most = enough,
): Promise<News | undefined> {
  // Whoever knows of nothing yet is told the end alone.
  const values = [after ?? pastTheEnd, most];
  const { rows } = await pool.query<[string, string, string[] | null]>({ ...news, values });
  const [row] = rows;
  if (!row) return undefined;
  const [end, place, claims] = row;
  return { place, end: BigInt(end), claims: claims ?? undefined };
}
