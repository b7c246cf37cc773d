import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import { createDeliveryLog } from './delivery-log.service.js';
import { createDeliveryService } from './delivery.service.js';
import { webhookOperations } from './webhook.routes.js';
import { createWebhookService } from './webhook.service.js';

interface Parts {
  store: Store;
  pool: Pool;
  outbound: Outbound;
}

/** Webhooks, their deliveries and the log of these. */
export function createWebhooks({ store, pool, outbound }: Parts) {
  const service = createWebhookService({ store, pool, outbound });
  const deliveryLog = createDeliveryLog({ store, pool, webhooks: service, outbound });
  const deliveries = createDeliveryService({ store, outbound });
  return {
    service,
    deliveries,
    operations: webhookOperations({ webhooks: service, deliveryLog }),
    findOwed: () => deliveries.findOwed(),
  };
}
