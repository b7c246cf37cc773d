import { confirmHours, escalateHours } from '../../domain/verdict/break-glass.js';
import type { Db } from '../../platform/db/client.js';

/**
 * Published verdicts whose time has passed by the desk's clock, and of which nobody has been told. The clock is
 * asked in a query of its own: asked per row, it would keep the index from being used.
 */
export async function findRechecks(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM verdicts
    WHERE status = 'published' AND recheck_asked_at IS NULL AND valid_until <= (SELECT desk_now())
    ORDER BY valid_until LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Verdicts whose decision out of turn has waited so long that something is to be done about it. */
export async function findWaitingGlassBreaks(db: Db, limit: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT verdict_id AS id FROM glass_breaks
    WHERE asked_at <= (SELECT desk_now()) - make_interval(hours => ${confirmHours})
      OR (escalated_at IS NULL AND asked_at <= (SELECT desk_now()) - make_interval(hours => ${escalateHours}))
    ORDER BY asked_at LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}
