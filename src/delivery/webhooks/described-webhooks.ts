/** Everything that receivers are sent, as the document of the API shows it. */
import { eventWebhooks } from '../feed/event-webhooks.js';
import { testWebhook } from './test-event.js';

export const describedWebhooks = [...eventWebhooks, testWebhook];
