import type { Tx } from '../../platform/db/client.js';

/** Never back, and never beyond what has happened. */
export async function markInbox(tx: Tx, memberId: string, upTo: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO member_preferences (member_id, inbox_read)
    VALUES (${memberId}::uuid, least(${upTo}::bigint, (SELECT coalesce(max(position), 0) FROM feed)))
    ON CONFLICT (member_id) DO UPDATE SET inbox_read = greatest(member_preferences.inbox_read, EXCLUDED.inbox_read)`;
}
