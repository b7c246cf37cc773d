import { tellRepairs } from '../../platform/http/repairs.js';
import {
  requireUnchanged,
  ifMatchToReplace,
  withVersionTag,
  bodyOr304,
} from '../../platform/http/conditional.js';
import { answerPage } from '../../platform/http/list-query.js';
import { created, ok, operationsTagged, shows, type Operation } from '../../platform/http/route.js';
import { showMoves, spoken } from '../../platform/http/transitions.js';
import type { DeliveryLog } from './delivery-log.service.js';
import { deliveryOperations } from './delivery.routes.js';
import {
  changedWebhook,
  createdWebhook,
  newWebhook,
  rotated,
  rotation,
  webhook,
  webhookCommand,
  webhookMoves,
  webhookPage,
  webhookParams,
  webhookPatch,
  webhookQuery,
} from './webhook.schema.js';
import { ifMatch, tagOf } from './webhook-tag.js';
import type { WebhookService } from './webhook.service.js';
import { uncached } from '../../platform/http/caching.js';

const operation = operationsTagged('Webhooks');

export function webhookOperations({
  webhooks,
  deliveryLog,
}: {
  webhooks: WebhookService;
  deliveryLog: DeliveryLog;
}): Operation[] {
  return [
    operation('POST /v1/webhooks', {
      id: 'createWebhook',
      summary: 'Be called with what happens',
      description:
        'Each event of the feed is posted to `url` as the CloudEvent that the feed gives you, signed as Standard Webhooks says. Of one claim the next event comes after the one before it; an event that is not accepted is tried again for three days. The secret is in this answer only.',
      permission: 'read',
      body: newWebhook,
      answers: {
        201: {
          description: 'The webhook',
          body: createdWebhook,
          tagged: true,
          headers: uncached,
        },
      },
      shownOnce: true,
      problems: ['address_refused', 'invalid_cursor', 'cursor_ahead', 'too_many_webhooks'],
      handle: async ({ body, caller, repairs }) => {
        const made = await webhooks.create(body, caller);
        const reply = created(`/v1/webhooks/${made.id}`, made, { ETag: tagOf(made), ...uncached });
        return tellRepairs(reply, repairs);
      },
    }),
    operation('GET /v1/webhooks', {
      id: 'listWebhooks',
      summary: 'List your webhooks; as an admin, all of them',
      description: 'Oldest first, without their secrets.',
      permission: 'read',
      query: webhookQuery,
      answers: shows('A page of webhooks', webhookPage),
      handle: async ({ query, caller, request }) => answerPage(request, await webhooks.list(query, caller)),
    }),
    operation('GET /v1/webhooks/{id}', {
      id: 'getWebhook',
      summary: 'Read a webhook, and how far it has come',
      description:
        '`progress` says up to where the receiver has confirmed, how much is waiting, and since when it has been failing.',
      permission: 'read',
      params: webhookParams,
      answers: shows('The webhook', webhook),
      problems: ['webhook_not_found'],
      handle: async ({ params, caller, request }) =>
        bodyOr304(request, await webhooks.find(params.id, caller), tagOf),
    }),
    operation('PATCH /v1/webhooks/{id}', {
      id: 'updateWebhook',
      summary: 'Change a webhook',
      description:
        'A new address makes everything that is held up due at once. Only the member it belongs to changes it.',
      permission: 'read',
      params: webhookParams,
      body: webhookPatch,
      headers: { 'If-Match': ifMatchToReplace },
      answers: { 200: { description: 'The webhook as it is now', body: changedWebhook, tagged: true } },
      problems: [
        'webhook_not_found',
        'not_webhook_owner',
        'address_refused',
        'stale',
        'precondition_required',
        'changed_meanwhile',
      ],
      handle: async ({ params, body, caller, request, repairs }) => {
        const changed = await webhooks.change(
          params.id,
          body,
          caller,
          requireUnchanged(request, tagOf, body),
        );
        return tellRepairs(withVersionTag(tagOf(changed), ok(changed)), repairs);
      },
    }),
    operation('DELETE /v1/webhooks/{id}', {
      id: 'deleteWebhook',
      summary: 'Delete a webhook, its secrets and its log',
      description:
        'Nothing is sent to it any more; what was not delivered is lost to it. To stop for a while, disable it instead.',
      permission: 'read',
      params: webhookParams,
      headers: ifMatch,
      answers: { 204: { description: 'It is called no more' } },
      problems: ['webhook_not_found', 'stale'],
      handle: async ({ params, caller, request }) => {
        await webhooks.remove(params.id, caller, requireUnchanged(request, tagOf));
        return { status: 204 };
      },
    }),
    operation('GET /v1/webhooks/{id}/transitions', {
      id: 'listWebhookTransitions',
      summary: 'What you may do with the webhook now',
      description:
        'A webhook that failed for too long is disabled by itself; `enable` goes on where it stopped.',
      permission: 'read',
      params: webhookParams,
      answers: { 200: { description: 'Every move from the present status', body: webhookMoves } },
      problems: ['webhook_not_found'],
      handle: async ({ params, caller, language }) =>
        ok(showMoves(await webhooks.listMoves(params.id, caller), language), spoken),
    }),
    operation('POST /v1/webhooks/{id}/transitions', {
      id: 'transitionWebhook',
      summary: 'Disable a webhook, or enable it again',
      description: 'Enabled, everything that is held up is due at once.',
      permission: 'read',
      params: webhookParams,
      body: webhookCommand,
      headers: ifMatch,
      answers: { 200: { description: 'The webhook as it is now', body: webhook, tagged: true } },
      problems: ['webhook_not_found', 'webhook_without_key', 'illegal_move', 'stale'],
      handle: async ({ params, body, caller, request }) => {
        const moved = await webhooks.move(params.id, body.event, caller, requireUnchanged(request, tagOf));
        return withVersionTag(tagOf(moved), ok(moved));
      },
    }),
    operation('POST /v1/webhooks/{id}/secret', {
      id: 'rotateWebhookSecret',
      summary: 'Replace the secret',
      description:
        'For a while both sign, so that receivers can change over. A third, older one signs no more from now on. Only the member it belongs to is given one.',
      permission: 'read',
      params: webhookParams,
      body: rotation,
      bodyOptional: true,
      headers: ifMatch,
      answers: {
        201: { description: 'The new secret', body: rotated, headers: uncached },
      },
      shownOnce: true,
      problems: ['webhook_not_found', 'not_webhook_owner', 'stale'],
      handle: async ({ params, body: { overlapHours }, caller, request }) => {
        const made = await webhooks.rotate(params.id, overlapHours, caller, requireUnchanged(request, tagOf));
        return created(`/v1/webhooks/${params.id}`, made, uncached);
      },
    }),
    ...deliveryOperations({ webhooks, deliveryLog }),
  ];
}
