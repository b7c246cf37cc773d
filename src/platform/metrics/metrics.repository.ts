import type { Pool } from '../db/client.js';

interface Owed {
  /** Events without a place in the feed: how many (up to a bound), and how old the oldest is, in seconds. */
  unsequenced: number;
  unsequencedAge: number;
  /** Entries of the feed whose work has not been enqueued yet. */
  undispatched: number;
  /** Seconds since the oldest verdict that waits to be recorded was submitted. */
  unrecordedAge: number;
  /** Seconds since the clock or lease that is furthest behind fell due. */
  dueAge: number;
}

/** The outbox is only counted so far: a long one is bad enough, and counting it should not make it worse. */
const most = 10_000;

const seconds = (since: string): string => `greatest(0, extract(epoch FROM clock.now - ${since}))::float8`;

/** What is owed and how long it has been, each part by an index. */
export async function readOwed(pool: Pool): Promise<Owed> {
  const { rows } = await pool.query<Owed>({
    name: 'owed',
    text: `
      SELECT (SELECT count(*)::int FROM (SELECT 1 FROM outbox LIMIT ${String(most)}) AS part) AS unsequenced,
        coalesce((SELECT ${seconds('e.at')} FROM outbox o JOIN events e ON e.seq = o.event_seq
          ORDER BY o.event_seq LIMIT 1), 0) AS "unsequencedAge",
        (SELECT coalesce((SELECT max(position) FROM feed), 0)
          - coalesce((SELECT position FROM feed_cursors WHERE name = 'jobs'), 0))::float8 AS undispatched,
        coalesce((SELECT ${seconds('min(submitted_at)')} FROM verdicts WHERE status = 'submitted'), 0) AS "unrecordedAge",
        greatest(
          coalesce((SELECT ${seconds('min(remind_at)')} FROM review_tasks
            WHERE clock IS NOT NULL AND reminded_at IS NULL AND paused_at IS NULL AND remind_at <= clock.now), 0),
          coalesce((SELECT ${seconds('min(lease_until)')} FROM review_tasks
            WHERE lease_until IS NOT NULL AND paused_at IS NULL AND lease_until <= clock.now), 0)) AS "dueAge"
      FROM (SELECT desk_now() AS now) clock`,
  });
  if (!rows[0]) throw new Error('the database says nothing of what is owed');
  return rows[0];
}
