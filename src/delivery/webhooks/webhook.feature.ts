import type { Store } from '../../platform/db/transaction.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import { createDeliveryLog } from './delivery-log.service.js';
import { createDeliveryService } from './delivery.service.js';
import { webhookOperations } from './webhook.routes.js';
import { createWebhookService } from './webhook.service.js';

/** Webhooks, their deliveries and the log of these. */
export function createWebhooks({ store, outbound }: { store: Store; outbound: Outbound }) {
  const service = createWebhookService({ store, outbound });
  const deliveryLog = createDeliveryLog({ store, webhooks: service, outbound });
  const deliveries = createDeliveryService({ store, outbound });
  return {
    service,
    deliveries,
    operations: webhookOperations({ webhooks: service, deliveryLog }),
    findOwed: () => deliveries.findOwed(),
  };
}
