/** The delay of a webhook's first delivery. There are no webhooks yet; this is where the row will stand. */
import type { Line } from '../report.js';

export const benchWebhook = (): Promise<Line[]> =>
  Promise.resolve([
    { what: 'webhook: first delivery', measured: 'missing', beside: 'there are no webhooks yet' },
  ]);
