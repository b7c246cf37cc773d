/** What `POST /v1/webhooks/{id}/test` sends: an event that stands in no feed, so that it has no cursor. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { instant, uuid } from '../../platform/http/schema.js';
import type { DescribedWebhook } from '../../platform/http/webhook-document.js';

export const typeOfTest = 'webhook.test';

const data = z.strictObject({ message: z.string().describe('That it is a test') });

const testEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: uuid.describe('Another one for each test'),
    source: z.string().describe('The path of the webhook'),
    type: z.literal(typeOfTest),
    subject: z.string().describe('`webhook/` and its id'),
    time: instant,
    datacontenttype: z.literal('application/json'),
    data: data.describe('Nothing but that it is a test'),
  })
  .meta({ id: 'TestEvent' });

export const makeTestEvent = (webhook: string): z.output<typeof testEvent> => ({
  specversion: '1.0',
  id: randomUUID(),
  source: `/v1/webhooks/${webhook}`,
  type: typeOfTest,
  subject: `webhook/${webhook}`,
  time: new Date().toISOString(),
  datacontenttype: 'application/json',
  data: { message: 'This is a test: nothing has happened.' },
});

export const testWebhook: DescribedWebhook = {
  name: typeOfTest,
  summary: 'When its owner asks for a test: `webhook.test`',
  description:
    'Nothing has happened, and it stands in no feed. What is answered is the result of `POST /v1/webhooks/{id}/test`.',
  tag: 'Webhooks',
  event: testEvent,
  data,
  required: ['message'],
};
