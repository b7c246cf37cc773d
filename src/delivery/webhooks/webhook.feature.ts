import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Outbound } from '../../platform/outbound/outbound.js';
import type { SecretBox } from '../../platform/secrets/secret-box.js';
import { createDeliveryLog } from './delivery-log.service.js';
import { createDeliveryService } from './delivery.service.js';
import { webhookOperations } from './webhook.routes.js';
import { createWebhookService } from './webhook.service.js';

interface Deps {
  store: Store;
  pool: Pool;
  outbound: Outbound;
  secrets: SecretBox;
  mayCall: () => Promise<boolean>;
}

/** Webhooks, their deliveries and the log of these. */
export function createWebhooks({ store, pool, outbound, secrets, mayCall }: Deps) {
  const service = createWebhookService({ store, pool, outbound, secrets });
  const deliveryLog = createDeliveryLog({ store, pool, webhooks: service, outbound, secrets, mayCall });
  const deliveries = createDeliveryService({ store, outbound, secrets, mayCall });
  return {
    service,
    deliveries,
    operations: webhookOperations({ webhooks: service, deliveryLog }),
    findOwed: () => deliveries.findOwed(),
  };
}
