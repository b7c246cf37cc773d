import type { Pool } from '../../platform/db/client.js';
import { moment } from '../../platform/db/json-sql.js';

export interface KeyRow {
  id: string;
  /** ref of its member, and what they may do. */
  member: string;
  role: string;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  /** In words; null while it works. */
  ended: string | null;
}

/** What `isnad keys` shows: the keys of one member or of all, oldest first; those that ended only with `all`. The API: key-list.queries.ts. */
export async function listKeysForCommand(
  pool: Pool,
  { member, all }: { member: string | undefined; all: boolean },
): Promise<KeyRow[]> {
  const { rows } = await pool.query<KeyRow>(
    `SELECT * FROM (
       SELECT k.id, m.ref AS member, m.role::text AS role, k.name, ${moment('k.created_at')} AS "createdAt",
         ${moment('k.last_used_at')} AS "lastUsedAt", ${moment('k.expires_at')} AS "expiresAt",
         CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked ' || (${moment('k.revoked_at')})
           WHEN k.expires_at <= now() THEN 'expired ' || (${moment('k.expires_at')})
           WHEN NOT m.active THEN 'its member is not active' END AS ended
       FROM keys k JOIN members m ON m.id = k.member_id
       WHERE $1::text IS NULL OR m.ref = $1
       ORDER BY k.created_at, k.id) AS found
     WHERE $2 OR ended IS NULL`,
    [member ?? null, all],
  );
  return rows;
}
