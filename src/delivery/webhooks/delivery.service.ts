import { system } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { appendEvents } from '../../workflow/events/events.repository.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import type { Job } from '../../platform/queue/job.js';
import { deliverBatch } from './deliver-batch.js';
import { findOwedWebhooks, giveBackLease, takeLease, type Leased } from './lease.repository.js';
import { endingOf, type Ending } from '../../domain/delivery/ending.js';
import { eventOfWebhook } from './follow-owners.js';
import { readOwner } from './owner.repository.js';
import { disable } from './record-attempt.repository.js';

interface Halt {
  /** Nothing more is sent; what is on its way is waited for. */
  stop: AbortSignal;
  /** What is on its way is broken off, and counts as never sent. */
  cut: AbortSignal;
}

const mostOwed = 500;

/**
 * A run of deliveries is sent under one id until it has begun: `lease` counts the beginnings and the ends. A look
 * while a run is under way gives another number than one after it.
 */
export const idForRun = ({ name, payload }: Job, lease: bigint): string =>
  `${name}-${payload['webhookId'] ?? ''}-run${String(lease)}`;

/** Deliveries, as workers make them. */
export function createDeliveryService({
  store,
  outbound,
  secrets,
  mayCall,
  random = Math.random,
}: {
  store: Store;
  outbound: Outbound;
  secrets: SecretBox;
  /** Whether anybody may be called: a copy of a database must not speak for the original. */
  mayCall: () => Promise<boolean>;
  random?: () => number;
}) {
  const findRuns = async () => ((await mayCall()) ? findOwedWebhooks(store.db, mostOwed) : []);
  return {
    /** Delivers what is owed to a webhook by now; does nothing while somebody else is at it. */
    deliver: async (webhookId: string, halt: Halt): Promise<void> => {
      if (!(await mayCall())) return;
      const webhook = await takeLease(store.db, webhookId);
      if (!webhook) return;
      try {
        const ending = endingOf(await readOwner(store.db, webhookId));
        if (ending) await shutOut(store, webhook, ending);
        else await deliverBatch({ store, outbound, secrets, random }, webhook, halt);
      } finally {
        await giveBackLease(store.db, webhook);
      }
    },

    /** The webhooks to which something is owed and that nobody is at, with the number of their last run. */
    findOwedRuns: findRuns,

    /** A job for each of them. */
    async findOwed(): Promise<Job[]> {
      const owed = await findRuns();
      return owed.map(({ id }) => ({ name: 'deliver-webhook', payload: { webhookId: id } }));
    },
  };
}

/** Whoever may not read the feed any more is not told of it either: a key that has expired ends nothing by itself. */
async function shutOut(store: Store, webhook: Leased, ending: Ending): Promise<void> {
  await store.transact(async (tx) => {
    if (!(await disable(tx, webhook, ending))) return;
    await appendEvents(tx, system, [eventOfWebhook(webhook, 'webhook.disabled', { ...ending })]);
  });
}
