import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../../domain/access/rules.js';
import type { Store } from '../../platform/db/transaction.js';
import { decodeCursor } from '../../platform/http/cursor.js';
import { toPage } from '../../platform/http/page.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import { attempt } from './attempt.js';
import { logTest, readLog } from './delivery-log.repository.js';
import { readSecrets } from './feed-cursor.repository.js';
import { beginAnew, lockWebhook } from './webhook.repository.js';
import type { Delivery, deliveryQuery } from './webhook.schema.js';
import type { WebhookService } from './webhook.service.js';

export type DeliveryLog = ReturnType<typeof createDeliveryLog>;

const rowCursor = z.strictObject({ below: z.string().regex(/^\d{1,18}$/) });

interface Deps {
  store: Store;
  webhooks: Pick<WebhookService, 'find'>;
  outbound: Outbound;
}

/** What was tried, and a try on purpose. */
export function createDeliveryLog({ store, webhooks, outbound }: Deps) {
  return {
    /** Newest first. */
    async list(
      id: string,
      { limit, after, outcome, event }: z.output<typeof deliveryQuery>,
      caller: Caller,
    ): Promise<{ items: Delivery[]; next: string | null }> {
      await webhooks.find(id, caller);
      const from = decodeCursor(after, rowCursor);
      const below = from === undefined ? undefined : BigInt(from.below);
      const rows = await readLog(store.db, id, { limit: limit + 1, below, outcome, event });
      const { items, next } = toPage(rows, limit, (row) => ({ below: String(row.id) }));
      return { items: items.map(({ delivery }) => delivery), next };
    },

    /**
     * Sends an event that is in no feed, and waits for what comes of it. A receiver that takes it is well: what
     * it was spared while it was ill is due.
     */
    async test(id: string, caller: Caller): Promise<Delivery> {
      const { url } = await webhooks.find(id, caller);
      const secrets = await readSecrets(store.db, id);
      const event = {
        specversion: '1.0',
        id: randomUUID(),
        source: `/v1/webhooks/${id}`,
        type: 'webhook.test',
        subject: `webhook/${id}`,
        time: new Date().toISOString(),
        datacontenttype: 'application/json',
        data: { message: 'This is a test: nothing has happened.' },
      };
      const outcome = await attempt(outbound, { url, secrets, skewMs: 0 }, event);
      return store.transact(async (tx) => {
        await lockWebhook(tx, id);
        // It may have been deleted meanwhile.
        const { progress } = await webhooks.find(id, caller);
        if (outcome.problem === null && progress.firstFailedAt !== null) await beginAnew(tx, id);
        return logTest(tx, id, event, outcome);
      });
    },
  };
}
