import type { Payload } from '../../src/jobs.js';
import type { DeliveryPool } from '../delivery-pool.js';

/** Hands a webhook to the courier; the job is done before the deliveries are. */
export const deliverWebhook =
  (deliveryPool: Pick<DeliveryPool, 'send'>) =>
  ({ webhookId }: Payload<'deliver-webhook'>): Promise<void> => {
    deliveryPool.send(webhookId);
    return Promise.resolve();
  };
