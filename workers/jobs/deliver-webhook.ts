import type { Payload } from '../../src/platform/queue/jobs.js';
import type { Courier } from '../delivery-pool.js';

/** Hands a webhook to the courier; the job is done before the deliveries are. */
export const deliverWebhook =
  (courier: Pick<Courier, 'send'>) =>
  ({ webhookId }: Payload<'deliver-webhook'>): Promise<void> => {
    courier.send(webhookId);
    return Promise.resolve();
  };
