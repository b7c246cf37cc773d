import { system } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import type { Job } from '../../platform/queue/job.js';
import { deliverBatch } from './deliver-batch.js';
import { findOwedWebhooks, giveBackLease, takeLease, type Leased } from './lease.repository.js';
import { disable } from './record-attempt.repository.js';

export type DeliveryService = ReturnType<typeof createDeliveryService>;

export interface Halt {
  /** Nothing more is sent; what is on its way is waited for. */
  stop: AbortSignal;
  /** What is on its way is broken off, and counts as never sent. */
  cut: AbortSignal;
}

const mostOwed = 500;

/** Deliveries, as workers make them. */
export function createDeliveryService({
  store,
  outbound,
  random = Math.random,
}: {
  store: Store;
  outbound: Outbound;
  random?: () => number;
}) {
  return {
    /** Delivers what is owed to a webhook by now; does nothing while somebody else is at it. */
    deliver: async (webhookId: string, halt: Halt): Promise<void> => {
      const webhook = await takeLease(store.db, webhookId);
      if (!webhook) return;
      try {
        if (webhook.active) await deliverBatch({ store, outbound, random }, webhook, halt);
        else await shutOut(store, webhook);
      } finally {
        await giveBackLease(store.db, webhook);
      }
    },

    /** The webhooks to which something is owed and that nobody is at, with the number of their last run. */
    findOwedRuns: () => findOwedWebhooks(store.db, mostOwed),

    /** A job for each of them. */
    async findOwed(): Promise<Job[]> {
      const owed = await findOwedWebhooks(store.db, mostOwed);
      return owed.map(({ id }) => ({ name: 'deliver-webhook', payload: { webhookId: id } }));
    },
  };
}

/** Whoever may not read the feed any more is not told of it either. */
async function shutOut(store: Store, { id }: Leased): Promise<void> {
  const ending = { reason: 'owner_inactive', detail: 'The member it belongs to is not active any more.' };
  await store.transact(async (tx) => {
    if (!(await disable(tx, id, ending))) return;
    await appendEvents(tx, system, [
      { type: 'webhook.disabled', subject: { type: 'webhook', id }, data: ending },
    ]);
  });
}
