import type { Pool } from '../db/client.js';
import type { Amount, RateStore, Total } from './rate.service.js';

/** Counts in an unlogged table: a crash of the database may take them along, and costs one minute's memory. */
export function createPostgresRateStore(pool: Pool): RateStore {
  let tidied = 0;
  return {
    async exchange(amounts) {
      await add(pool, amounts);
      const newest = Math.max(...amounts.map(({ slot }) => slot));
      if (newest > tidied) {
        tidied = newest;
        await pool.query('DELETE FROM rate_counts WHERE slot < $1', [newest - 1]);
      }
      const { rows } = await pool.query<{ subject: string; slot: string; used: string }>(
        'SELECT subject, slot, used FROM rate_counts WHERE subject = ANY($1) AND slot >= $2',
        [[...new Set(amounts.map(({ subject }) => subject))], newest - 1],
      );
      return rows.map(({ subject, slot, used }): Total => ({
        subject,
        slot: Number(slot),
        used: Number(used),
      }));
    },
  };
}

/** One row per subject and window, always in the same order: two processes then never wait for each other. */
async function add(pool: Pool, amounts: Amount[]): Promise<void> {
  const some = amounts.filter(({ amount }) => amount > 0);
  if (some.length === 0) return;
  await pool.query(
    `INSERT INTO rate_counts (subject, slot, used)
     SELECT subject, slot, sum(amount) FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS given (subject, slot, amount)
     GROUP BY subject, slot ORDER BY subject, slot
     ON CONFLICT (subject, slot) DO UPDATE SET used = rate_counts.used + EXCLUDED.used`,
    [some.map(({ subject }) => subject), some.map(({ slot }) => slot), some.map(({ amount }) => amount)],
  );
}
