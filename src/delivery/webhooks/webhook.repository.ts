/** Webhooks as their owners see them. No query here but one reads a secret, and that one signs a test. */
import type { Db, Tx } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import type { WebhookStatus } from '../../domain/delivery/webhook.js';
import type { Webhook, WebhookPatch } from './webhook.schema.js';
import { fingerprintInSql } from '../feed/cursor-position.js';
import { toWebhook, webhookFields, type Around } from './webhook-view.repository.js';

/** Headers as they lie in the database. */
export interface SealedHeaders {
  headerNames: string[];
  headers: Uint8Array<ArrayBuffer> | null;
}

interface Insert {
  id: string;
  memberId: string;
  keyId: string;
  url: string;
  headers: SealedHeaders;
  types: string[];
  description: string | null;
  concurrency: number;
  position: bigint;
  sealed: Uint8Array<ArrayBuffer>;
}

export async function insertWebhook(tx: Tx, { sealed, headers, ...given }: Insert): Promise<void> {
  await tx.webhook.create({
    data: { ...given, ...headers, secrets: { create: { sealed } } },
    select: { id: true },
  });
}

interface Whose {
  /** Left out: of anybody. */
  memberId?: string;
}

const present = { status: { not: 'deleted' } } as const satisfies Prisma.WebhookWhereInput;

export async function findWebhook(db: Db, id: string, whose: Whose): Promise<Webhook | undefined> {
  const row = await db.webhook.findFirst({ where: { id, ...present, ...whose }, select: webhookFields });
  return row ? toWebhook(row, await readAround(db, row.position)) : undefined;
}

/** What is shown beside a webhook that has come to a position. */
async function readAround(db: Db, position: bigint): Promise<Around> {
  const [row] = await db.$queryRaw<[Around]>`
    SELECT desk_now() AS now, coalesce((SELECT max(position) FROM feed), 0) AS end,
      (SELECT ${Prisma.raw(fingerprintInSql)} FROM feed f JOIN events e ON e.seq = f.event_seq WHERE f.position = ${position}) AS fingerprint`;
  return row;
}

/** How many a member has, who is locked with them: two at once cannot both be the last one allowed. */
export async function lockAndCount(tx: Tx, memberId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM members WHERE id = ${memberId}::uuid FOR NO KEY UPDATE`;
  return tx.webhook.count({ where: { memberId, ...present } });
}

/** Locked until the transaction ends; a run of deliveries waits at its next record. */
export async function lockWebhook(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM webhooks WHERE id = ${id}::uuid FOR UPDATE`;
}

export async function updateWebhook(
  tx: Tx,
  id: string,
  { types, headers, ...patch }: Omit<WebhookPatch, 'headers'> & { headers?: SealedHeaders | undefined },
): Promise<void> {
  await tx.webhook.update({
    where: { id },
    data: {
      ...patch,
      ...headers,
      ...(types !== undefined && { types: types ?? [] }),
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

export async function setStatus(tx: Tx, id: string, status: WebhookStatus): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhooks SET version = version + 1, status = ${status}::webhook_status,
      reason = CASE WHEN ${status} = 'disabled' THEN 'asked' END, detail = NULL,
      disabled_at = CASE WHEN ${status} = 'disabled' THEN desk_now() END
    WHERE id = ${id}::uuid`;
}

/** What failed before says nothing any more: everything that is held up is due, and is counted from now on. */
export async function beginAnew(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhooks SET failures = 0, failing_since = NULL, hold_until = NULL WHERE id = ${id}::uuid`;
  await tx.$executeRaw`
    UPDATE webhook_retries SET attempts = 0, first_at = desk_now(), next_at = desk_now()
    WHERE webhook_id = ${id}::uuid`;
}

/** Goes on behind a position and nowhere else; what a run under way has yet to write counts no longer. */
export async function rewind(tx: Tx, id: string, position: bigint): Promise<void> {
  await tx.webhook.update({
    where: { id },
    data: { position, round: { increment: 1 }, version: { increment: 1 } },
    select: { id: true },
  });
  await tx.webhookRetry.deleteMany({ where: { webhookId: id } });
  await beginAnew(tx, id);
}

/** What it received stays known; all that could call or sign for it is gone. */
export async function deleteWebhook(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhooks SET status = 'deleted', url = '', header_names = '{}', headers = NULL, reason = 'deleted', detail = NULL, disabled_at = desk_now(),
      version = version + 1, round = round + 1
    WHERE id = ${id}::uuid`;
  await tx.webhookSecret.deleteMany({ where: { webhookId: id } });
  await tx.webhookRetry.deleteMany({ where: { webhookId: id } });
  await tx.webhookAttempt.deleteMany({ where: { webhookId: id } });
}

/** The new secret signs from now on, the one before it for a while, and any older one no more. */
export async function replaceSecret(
  tx: Tx,
  id: string,
  { sealed, overlapHours }: { sealed: Uint8Array<ArrayBuffer>; overlapHours: number },
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM webhook_secrets WHERE webhook_id = ${id}::uuid AND expires_at IS NOT NULL`;
  await tx.$executeRaw`
    UPDATE webhook_secrets SET expires_at = desk_now() + make_interval(secs => ${overlapHours * 3_600})
    WHERE webhook_id = ${id}::uuid`;
  await tx.webhookSecret.create({ data: { webhookId: id, sealed }, select: { id: true } });
  await tx.webhook.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } });
}
