import type { Prisma } from '../../platform/db/generated/client.js';
import { cursorAt } from '../feed/cursor-position.js';
import { endings } from '../../domain/delivery/ending.js';
import type { Webhook } from './webhook.schema.js';

/** Everything that is shown: of a secret, that there is one. */
export const webhookFields = {
  id: true,
  url: true,
  headerNames: true,
  types: true,
  description: true,
  concurrency: true,
  status: true,
  reason: true,
  detail: true,
  disabledAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  position: true,
  failingSince: true,
  deliveredAt: true,
  member: { select: { id: true, ref: true } },
  keyId: true,
  secrets: { select: { id: true, createdAt: true, expiresAt: true }, orderBy: { id: 'desc' } },
  _count: { select: { retries: true } },
} as const satisfies Prisma.WebhookSelect;

type Row = Prisma.WebhookGetPayload<{ select: typeof webhookFields }>;

export interface Around {
  /** Secrets that have expired by then sign no more. */
  now: Date;
  /** The last position in the feed. */
  end: bigint;
  /** Of the event that it has come to; null before the first. */
  fingerprint: string | null;
}

export function toWebhook(row: Row, { now, end, fingerprint }: Around): Webhook {
  const { disabledAt, reason, detail } = row;
  return {
    id: row.id,
    url: row.url,
    headers: row.headerNames,
    types: row.types.length === 0 ? null : (row.types as Webhook['types']),
    description: row.description,
    concurrency: row.concurrency,
    owner: row.member,
    key: { id: row.keyId },
    status: row.status === 'enabled' ? 'enabled' : 'disabled',
    disabled: disabledAt && {
      reason: endings.find((one) => one === reason) ?? 'asked',
      detail,
      disabledAt: disabledAt.toISOString(),
    },
    secrets: row.secrets
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
      .map(({ id, createdAt, expiresAt }) => ({
        id,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt?.toISOString() ?? null,
      })),
    progress: {
      cursor: cursorAt({ position: row.position, fingerprint: fingerprint ?? '' }),
      behind: Number(end - row.position),
      heldUp: row._count.retries,
      firstFailedAt: row.failingSince?.toISOString() ?? null,
      deliveredAt: row.deliveredAt?.toISOString() ?? null,
    },
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
