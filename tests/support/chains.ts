/** What must be so of the history of every claim, whatever happened. */
import { expect } from 'vitest';
import type { TestIsnad } from './test-runtime.js';

/** Types of the events of a claim, in order. */
export async function eventsOf(isnad: Pick<TestIsnad, 'store'>, claim: string): Promise<string[]> {
  const rows = await isnad.store.db.event.findMany({
    where: { claim: { ref: claim } },
    orderBy: { ordinal: 'asc' },
    select: { type: true },
  });
  return rows.map(({ type }) => type);
}

/** Ordinals without gaps, each event naming the one before, and as many as the claim's version says. */
export async function expectWholeChains({ database }: Pick<TestIsnad, 'database'>): Promise<void> {
  const { rows } = await database.pool.query(`
    SELECT e.id FROM (
      SELECT *, row_number() OVER chain AS place, lag(hash) OVER chain AS before FROM events
      WINDOW chain AS (PARTITION BY coalesce(claim_id, subject_id), claim_id IS NULL, CASE WHEN claim_id IS NULL THEN subject_type END
        ORDER BY coalesce(ordinal, subject_ordinal))) AS e
    WHERE coalesce(e.ordinal, e.subject_ordinal) <> e.place OR e.prev_hash IS DISTINCT FROM e.before`);
  expect(rows, 'events out of their chain').toEqual([]);
  const astray = await database.pool.query(`
    SELECT ref FROM claims AS c WHERE version <> (SELECT count(*) FROM events AS e WHERE e.claim_id = c.id)`);
  expect(astray.rows, 'claims whose version is not the number of their events').toEqual([]);
}

/** Claims that have more than one live task, or a verdict that was recorded twice. */
export async function expectNothingDoubled({ database }: Pick<TestIsnad, 'database'>): Promise<void> {
  const { rows } = await database.pool.query(`
    SELECT 'tasks of ' || claim_id AS what FROM review_tasks
      WHERE status IN ('open', 'assigned', 'in_progress', 'submitted') GROUP BY claim_id HAVING count(*) > 1
    UNION ALL SELECT type || ' of ' || subject_id FROM events
      WHERE type IN ('verdict.submitted', 'task.opened', 'task.completed', 'task.reminded', 'task.overdue', 'task.escalated')
      GROUP BY type, subject_id HAVING count(*) > 1
    UNION ALL SELECT 'feed of ' || event_seq FROM feed GROUP BY event_seq HAVING count(*) > 1`);
  expect(rows).toEqual([]);
}
