/** Webhooks in their list: of a secret, that there is one. */
import type { Pool } from '../../platform/db/client.js';
import { idReferenceTo, jsonList, jsonObject, moment, referenceTo } from '../../platform/db/json-sql.js';
import { byMoment } from '../../platform/db/list-page.js';
import { anyOf, mapPage, readList, type List } from '../../platform/http/read-list.js';
import { cursorAt, fingerprintInSql } from '../feed/cursor-position.js';
import type { Webhook, WebhookQuery, webhookSorts } from './webhook.schema.js';

const disabled = jsonObject(`
  SELECT coalesce(w.reason, 'asked') AS reason, w.detail, ${moment('w.disabled_at')} AS "disabledAt"
  WHERE w.disabled_at IS NOT NULL`);

/** Those that have expired sign no more. */
const secrets = jsonList(`
  SELECT s.id, ${moment('s.created_at')} AS "createdAt", ${moment('s.expires_at')} AS "expiresAt"
  FROM webhook_secrets s
  WHERE s.webhook_id = w.id AND (s.expires_at IS NULL OR s.expires_at > desk_now()) ORDER BY s.id DESC`);

const progress = jsonObject(`
  SELECT w.position::text || ' ' || coalesce((
      SELECT ${fingerprintInSql} FROM feed f JOIN events e ON e.seq = f.event_seq WHERE f.position = w.position), '') AS cursor,
    ((SELECT coalesce(max(position), 0) FROM feed) - w.position) AS behind,
    (SELECT count(*) FROM webhook_retries r WHERE r.webhook_id = w.id) AS "heldUp",
    ${moment('w.failing_since')} AS "firstFailedAt", ${moment('w.delivered_at')} AS "deliveredAt"`);

const webhooks: List<(typeof webhookSorts)[number]> = {
  from: 'webhooks w',
  alias: 'w',
  created: 'w.created_at',
  updated: 'w.updated_at',
  sorts: { createdAt: byMoment('w.created_at'), updatedAt: byMoment('w.updated_at') },
  columns: `
    w.id, w.url, w.header_names AS headers, nullif(w.types, '{}') AS types, w.description, w.concurrency,
    ${referenceTo('m', 'members m WHERE m.id = w.member_id')} AS owner, ${idReferenceTo('w.key_id')} AS key, w.status, ${disabled} AS disabled,
    ${secrets} AS secrets, ${progress} AS progress, w.version, ${moment('w.created_at')} AS "createdAt", ${moment('w.updated_at')} AS "updatedAt"`,
};

/** `memberId`: of this member only. */
export async function listWebhooks(pool: Pool, query: WebhookQuery, { memberId }: { memberId?: string }) {
  const read = await readList(
    pool,
    webhooks,
    query,
    (put) => ({
      conditions: [
        "w.status <> 'deleted'",
        memberId !== undefined && `w.member_id = ${put(memberId)}::uuid`,
        anyOf('w.status', query.status, 'webhook_status', put),
      ],
    }),
    { memberId },
  );
  return mapPage(read, ({ progress: at, ...webhook }: Webhook) => {
    const [position = '0', fingerprint = ''] = at.cursor.split(' ');
    return { ...webhook, progress: { ...at, cursor: cursorAt({ position: BigInt(position), fingerprint }) } };
  });
}
