/** Spans of tasks follow the feed by a cursor of their own: prisma/sql/task-spans.sql. */
import type { Pool } from '../../platform/db/client.js';

/** Entries of the feed at a time. */
const batch = 2_000;

export async function areTaskSpansBehind(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ behind: boolean }>('SELECT task_spans_are_behind() AS behind');
  return rows[0]?.behind === true;
}

/** Takes up what the feed has had since. Mostly little: workers do the same at every sweep. */
export async function updateTaskSpans(pool: Pool): Promise<void> {
  for (let more = true; more;) {
    const { rows } = await pool.query<{ more: boolean }>('SELECT update_task_spans($1) AS more', [batch]);
    more = rows[0]?.more === true;
  }
}
