/** What is sent to a webhook: the log of it, sending it again, and a try. */
import { answerPage } from '../../platform/http/list-query.js';
import { ok, operation, type Operation } from '../../platform/http/route.js';
import type { DeliveryLog } from './delivery-log.service.js';
import {
  delivery,
  deliveryPage,
  deliveryQuery,
  newReplay,
  webhook,
  webhookParams,
} from './webhook.schema.js';
import { ifMatch, unchanged } from './webhook-tag.js';
import type { WebhookService } from './webhook.service.js';

const tag = 'Webhooks';

export const deliveryOperations = ({
  webhooks,
  deliveryLog,
}: {
  webhooks: Pick<WebhookService, 'find' | 'replay'>;
  deliveryLog: DeliveryLog;
}): Operation[] => [
  operation({
    method: 'get',
    path: '/v1/webhooks/{id}/deliveries',
    id: 'listWebhookDeliveries',
    tag,
    summary: 'What was tried, newest first unless sorted otherwise',
    description: 'The last thousand attempts that were accepted, and the last thousand that were not.',
    permission: 'read',
    params: webhookParams,
    query: deliveryQuery,
    answers: {
      200: { description: 'A page of attempts', body: deliveryPage },
      304: { description: 'Nothing has changed' },
    },
    problems: ['webhook_not_found'],
    handle: async ({ params, query, caller, request }) => {
      const { page, asked } = await deliveryLog.list(params.id, query, caller);
      return answerPage(request, page, asked);
    },
  }),
  operation({
    method: 'post',
    path: '/v1/webhooks/{id}/replays',
    id: 'createWebhookReplay',
    tag,
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
    problems: ['webhook_not_found', 'invalid_cursor', 'cursor_ahead', 'stale'],
    handle: async (call) => ({
      status: 202,
      body: await webhooks.replay(call.params.id, call.body.from, call.caller, unchanged(call)),
      headers: { Location: `/v1/webhooks/${call.params.id}` },
    }),
  }),
  operation({
    method: 'post',
    path: '/v1/webhooks/{id}/test',
    id: 'testWebhook',
    tag,
    summary: 'Send a test and see what the receiver says',
    description: 'It is of type `webhook.test`, is in no feed, and may be sent to a disabled webhook too.',
    permission: 'read',
    params: webhookParams,
    answers: { 200: { description: 'What came of it', body: delivery } },
    problems: ['webhook_not_found', 'not_adopted', 'secrets_key_wrong'],
    handle: async ({ params, caller }) => ok(await deliveryLog.test(params.id, caller)),
  }),
];
