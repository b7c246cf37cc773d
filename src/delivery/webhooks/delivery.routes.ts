/** What is sent to a webhook: the log of it, sending it again, and a try. */
import { answerPage } from '../../platform/http/list-query.js';
import { requireUnchanged } from '../../platform/http/conditional.js';
import { ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import type { DeliveryLog } from './delivery-log.service.js';
import {
  delivery,
  deliveryPage,
  deliveryQuery,
  newReplay,
  webhook,
  webhookParams,
} from './webhook.schema.js';
import { ifMatch, tagOf } from './webhook-tag.js';
import type { WebhookService } from './webhook.service.js';

const operation = operationsTagged('Webhooks');

export const deliveryOperations = ({
  webhooks,
  deliveryLog,
}: {
  webhooks: Pick<WebhookService, 'find' | 'replay'>;
  deliveryLog: DeliveryLog;
}): Operation[] => [
  operation('GET /v1/webhooks/{id}/deliveries', {
    id: 'listWebhookDeliveries',
    summary: 'What was tried, newest first unless sorted otherwise',
    description: 'The last thousand attempts that were accepted, and the last thousand that were not.',
    permission: 'read',
    params: webhookParams,
    query: deliveryQuery,
    answers: shows('A page of attempts', deliveryPage),
    problems: ['webhook_not_found'],
    handle: async ({ params, query, caller, request }) =>
      answerPage(request, await deliveryLog.list(params.id, query, caller)),
  }),
  operation('POST /v1/webhooks/{id}/replays', {
    id: 'createWebhookReplay',
    summary: 'Deliver everything behind a cursor, again',
    description:
      'The webhook goes on behind this cursor and nowhere else: what was held up before it counts as received. Events keep their ids.',
    permission: 'read',
    params: webhookParams,
    body: newReplay,
    headers: ifMatch,
    answers: {
      202: {
        description: 'The webhook, at its new place',
        body: webhook,
        headers: { Location: 'The webhook, whose `progress` says how far it has come' },
      },
    },
    problems: ['webhook_not_found', 'not_webhook_owner', 'invalid_cursor', 'cursor_ahead', 'stale'],
    handle: async ({ params, body, caller, request }) => ({
      status: 202,
      body: await webhooks.replay(params.id, body.from, caller, requireUnchanged(request, tagOf)),
      headers: { Location: `/v1/webhooks/${params.id}` },
    }),
  }),
  operation('POST /v1/webhooks/{id}/test', {
    id: 'testWebhook',
    summary: 'Send a test and see what the receiver says',
    description: 'It is of type `webhook.test`, is in no feed, and may be sent to a disabled webhook too.',
    permission: 'read',
    params: webhookParams,
    answers: { 200: { description: 'What came of it', body: delivery } },
    problems: ['webhook_not_found', 'not_webhook_owner', 'not_adopted', 'secrets_key_wrong'],
    handle: async ({ params, caller }) => ok(await deliveryLog.test(params.id, caller)),
  }),
];
