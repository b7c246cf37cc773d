import { makeTestEvent } from './test-event.js';
import { Failure } from '../../platform/errors.js';
import type { Caller } from '../../domain/access/rules.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import { attempt } from './attempt.js';
import { listDeliveries } from './delivery-list.queries.js';
import { logTest } from './delivery-log.repository.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { readSealedHeaders, readSealedSecrets } from './webhook-secrets.repository.js';
import { openHeaders } from './seal-headers.js';
import { beginAnew, lockWebhook } from './webhook.repository.js';
import type { Delivery, DeliveryQuery } from './webhook.schema.js';
import type { WebhookService } from './webhook.service.js';

export type DeliveryLog = ReturnType<typeof createDeliveryLog>;

interface Deps {
  store: Store;
  pool: Pool;
  webhooks: Pick<WebhookService, 'find' | 'findOwn'>;
  outbound: Outbound;
  secrets: SecretBox;
  mayCall: () => Promise<boolean>;
}

/** What was tried, and a try on purpose. */
export function createDeliveryLog({ store, pool, webhooks, outbound, secrets: box, mayCall }: Deps) {
  return {
    async list(id: string, query: DeliveryQuery, caller: Caller) {
      await webhooks.find(id, caller);
      return listDeliveries(pool, id, query);
    },

    /**
     * Sends an event that is in no feed, and waits for what comes of it. A receiver that takes it is well: what
     * it was spared while it was ill is due.
     */
    async test(id: string, caller: Caller): Promise<Delivery> {
      const { url } = await webhooks.findOwn(id, caller);
      if (!(await mayCall())) {
        throw new Failure('conflict', 'Nobody is called for this database yet: isnad adopt', {
          code: 'not_adopted',
        });
      }
      const secrets = (await readSealedSecrets(store.db, id)).map((sealed) => box.open(sealed, id));
      const headers = openHeaders(box, id, await readSealedHeaders(store.db, id));
      const event = makeTestEvent(id);
      const outcome = await attempt(outbound, { url, headers, secrets, skewMs: 0 }, event);
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
