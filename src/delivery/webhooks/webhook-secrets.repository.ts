/** What a webhook sends along and signs with, as it lies in the database. */
import type { Db } from '../../platform/db/client.js';

/** What is sent along, sealed; null where nothing is. */
export async function readSealedHeaders(db: Db, webhookId: string): Promise<Uint8Array | null> {
  const [row] = await db.$queryRaw<{ headers: Uint8Array | null }[]>`
    SELECT headers FROM webhooks WHERE id = ${webhookId}::uuid`;
  return row?.headers ?? null;
}

/** What signs at this moment, newest first, as it lies in the database. */
export async function readSealedSecrets(db: Db, webhookId: string): Promise<Uint8Array[]> {
  const rows = await db.$queryRaw<{ sealed: Uint8Array }[]>`
    SELECT sealed FROM webhook_secrets
    WHERE webhook_id = ${webhookId}::uuid AND (expires_at IS NULL OR expires_at > desk_now())
    ORDER BY expires_at DESC NULLS FIRST, id DESC`;
  return rows.map(({ sealed }) => sealed);
}
