import type { Db } from '../../platform/db/client.js';

/** What one key did in the hour of `lastAt` from one network; `keyId` null for keys that do not exist. */
export interface NewUse {
  keyId: string | null;
  network: string;
  used: number;
  refused: number;
  lastAt: Date;
}

/** Adds to what is known of the hour, and notes on each key when it was last used. */
export async function addUses(db: Db, uses: readonly NewUse[]): Promise<void> {
  const given = JSON.stringify(uses);
  await db.$executeRaw`
    INSERT INTO key_uses (key_id, hour, network, used, refused, last_at)
    SELECT "keyId", date_trunc('hour', "lastAt", 'UTC'), network, sum(used), sum(refused), max("lastAt")
    FROM jsonb_to_recordset(${given}::jsonb)
      AS given ("keyId" uuid, network text, used int, refused int, "lastAt" timestamptz)
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (key_id, hour, network) DO UPDATE SET
      used = key_uses.used + EXCLUDED.used, refused = key_uses.refused + EXCLUDED.refused,
      last_at = greatest(key_uses.last_at, EXCLUDED.last_at)`;
  await db.$executeRaw`
    WITH given AS (
      SELECT "keyId" AS id, max("lastAt") AS at
      FROM jsonb_to_recordset(${given}::jsonb) AS given ("keyId" uuid, used int, "lastAt" timestamptz)
      WHERE used > 0 GROUP BY 1
    ), locked AS (
      SELECT keys.id, given.at FROM keys JOIN given ON given.id = keys.id
      WHERE keys.last_used_at IS NULL OR keys.last_used_at < given.at
      ORDER BY keys.id FOR NO KEY UPDATE OF keys
    )
    UPDATE keys SET last_used_at = locked.at FROM locked WHERE keys.id = locked.id`;
}

/** Forgets the oldest of more than so many days ago; how many rows that were. */
export const forgetUses = (db: Db, days: number, limit: number): Promise<number> =>
  db.$executeRaw`
    DELETE FROM key_uses WHERE id IN (
      SELECT id FROM key_uses WHERE hour < now() - make_interval(days => ${days}::int) ORDER BY hour LIMIT ${limit})`;
