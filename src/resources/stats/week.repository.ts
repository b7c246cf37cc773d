/** Summing up weeks that are over, once: prisma/sql/flow-weeks.sql. */
import type { Pool } from '../../platform/db/client.js';

/** Mondays of weeks that have been over for an hour and are not summed up yet, the latest first, as dates. */
export async function findWeeksToSum(pool: Pool, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ monday: string }>(
    `SELECT to_char(week AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS monday
     FROM (SELECT min(at) AS at FROM events) first,
       generate_series(week_of(desk_now() - interval '1 hour') - interval '7 days', week_of(first.at), interval '-7 days') AS week
     WHERE NOT EXISTS (SELECT FROM flow_weeks f WHERE f.week = week.week)
     LIMIT $1`,
    [limit],
  );
  return rows.map(({ monday }) => monday);
}

/** Does nothing where the week is summed up already, or not over. */
export async function sumWeek(pool: Pool, monday: string): Promise<void> {
  await pool.query('SELECT store_flow_week($1::timestamptz)', [`${monday}T00:00:00Z`]);
}
