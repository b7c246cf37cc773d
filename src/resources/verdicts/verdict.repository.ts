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
