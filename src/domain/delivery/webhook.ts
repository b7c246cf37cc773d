/** PURE: the life of a webhook. Workers disable one too, where its receiver is gone or takes nothing for days. */
import type { ListedMove } from '../listed-move.js';

export const webhookStatuses = ['enabled', 'disabled'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

export const webhookMoveNames = ['enable', 'disable'] as const;
export type WebhookMoveName = (typeof webhookMoveNames)[number];

export const webhookTable: Readonly<
  Record<WebhookStatus, Readonly<Partial<Record<WebhookMoveName, WebhookStatus>>>>
> = {
  enabled: { disable: 'disabled' },
  disabled: { enable: 'enabled' },
};

/** Whoever sees a webhook may move it, but for what stands against enabling it. */
export const listWebhookMoves = (
  status: WebhookStatus,
  againstEnabling: string | null = null,
): ListedMove<WebhookMoveName, WebhookStatus>[] =>
  (Object.entries(webhookTable[status]) as [WebhookMoveName, WebhookStatus][]).map(([event, to]) => {
    const why = event === 'enable' ? againstEnabling : null;
    return { event, to, allowed: why === null, why };
  });
