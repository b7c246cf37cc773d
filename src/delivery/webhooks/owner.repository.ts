/** Whom webhooks belong to and which key they were made with: what ends with these, and what is passed on. */
import type { Ending, OwnerState } from '../../domain/delivery/ending.js';
import type { Role } from '../../domain/access/rules.js';
import type { Db, Tx } from '../../platform/db/client.js';

/** A webhook as events name it. */
export interface WebhookRef {
  id: string;
  url: string;
  /** id of the member */
  owner: string;
}

/** Of a member, or made with a key. */
export type Whose = { memberId: string } | { keyId: string };

/** Disables those that are enabled; which they were. */
export async function disableAll(tx: Tx, whose: Whose, { reason, detail }: Ending): Promise<WebhookRef[]> {
  const [memberId, keyId] = 'keyId' in whose ? [null, whose.keyId] : [whose.memberId, null];
  return tx.$queryRaw<WebhookRef[]>`
    WITH locked AS (
      SELECT id FROM webhooks
      WHERE status = 'enabled' AND (member_id = ${memberId}::uuid OR key_id = ${keyId}::uuid)
      ORDER BY id FOR UPDATE)
    UPDATE webhooks w SET status = 'disabled', reason = ${reason}, detail = ${detail}, disabled_at = desk_now(),
      version = w.version + 1
    FROM locked, members m WHERE w.id = locked.id AND m.id = w.member_id
    RETURNING w.id, w.url, m.id AS owner`;
}

/** Those made with one key belong to another from now on; which they were. */
export async function giveToKey(tx: Tx, from: string, to: string): Promise<WebhookRef[]> {
  return tx.$queryRaw<WebhookRef[]>`
    WITH locked AS (
      SELECT id FROM webhooks WHERE status <> 'deleted' AND key_id = ${from}::uuid ORDER BY id FOR UPDATE)
    UPDATE webhooks w SET key_id = ${to}::uuid
    FROM locked, members m WHERE w.id = locked.id AND m.id = w.member_id
    RETURNING w.id, w.url, m.id AS owner`;
}

export interface CurrentOwner extends OwnerState {
  role: Role;
  /** Of the settings; undefined where it is not enabled. */
  version: number | null;
}

/** What a webhook stands on now. */
export async function readOwner(db: Db, id: string): Promise<CurrentOwner> {
  const [row] = await db.$queryRaw<[CurrentOwner]>`
    SELECT m.role::text AS role, m.active, k.revoked_at IS NOT NULL AS revoked,
      coalesce(k.expires_at <= now(), false) AS expired, CASE WHEN w.status = 'enabled' THEN w.version END AS version
    FROM webhooks w JOIN members m ON m.id = w.member_id JOIN keys k ON k.id = w.key_id
    WHERE w.id = ${id}::uuid`;
  return row;
}

/** Whoever enables it stands for it with their key from now on, or with the one that takes its place. */
export async function setKey(tx: Tx, id: string, keyId: string): Promise<void> {
  const data = { keyId: await findLastSuccessor(tx, keyId) };
  await tx.webhook.update({ where: { id }, data, select: { id: true } });
}

/** Nobody rotates the key until the end: who does so later hands on the webhook too. Keys are locked before webhooks. */
export async function keepKey(tx: Tx, keyId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM keys WHERE id = ${keyId}::uuid FOR SHARE`;
}

/** The last key that was made in place of this one and still works; the key itself where there is none. */
export async function findLastSuccessor(tx: Tx, keyId: string): Promise<string> {
  await keepKey(tx, keyId);
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE line AS (
      SELECT id, successor_id, 0 AS step FROM keys WHERE id = ${keyId}::uuid
      UNION SELECT k.id, k.successor_id, line.step + 1 FROM keys k JOIN line ON k.id = line.successor_id)
    SELECT line.id FROM line JOIN keys k ON k.id = line.id
    WHERE k.revoked_at IS NULL AND coalesce(k.expires_at > now(), true)
    ORDER BY line.step DESC LIMIT 1`;
  return row?.id ?? keyId;
}
