import { repairs } from '../../platform/http/repairs.js';
import { z } from 'zod';
import { faultOfHeader, mostHeaders } from '../../domain/delivery/custom-headers.js';
import { endings } from '../../domain/delivery/ending.js';
import { webhookMoveNames, webhookStatuses } from '../../domain/delivery/webhook.js';
import { eventTypes } from '../../domain/event/types.js';
import { feedCursor } from '../feed/cloud-event.js';
import { patchOf } from '../../platform/http/patch.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  complaint,
  httpUrl,
  idReference,
  instant,
  label,
  pageOf,
  pageQuery,
  reference,
  uuid,
} from '../../platform/http/schema.js';
import { typeOfTest } from './test-event.js';

const url = httpUrl.describe('Where events are posted to: http or https, and not inside a network');
const types = z
  .array(z.enum(eventTypes))
  .min(1)
  .max(eventTypes.length)
  .refine((all) => new Set(all).size === all.length, 'must not name a type twice')
  .nullable()
  .describe('Only events of these types; null: all of them');
const description = label(200).nullable();
const concurrency = z
  .int()
  .min(1)
  .max(16)
  .describe('The events of how many claims may be on their way at once; of one claim it is always one');

/** Name in lower case → value. */
const headers = z
  .record(z.string(), z.string())
  .check((payload) => {
    const given = Object.entries(payload.value).map(
      ([name, value]) => [name, name.toLowerCase(), value] as const,
    );
    const named: Record<string, string> = {};
    for (const [as, name, value] of given) {
      const fault = Object.hasOwn(named, name) ? 'names a header a second time' : faultOfHeader(name, value);
      if (fault !== undefined) payload.issues.push(complaint(as, fault, [as]));
      named[name] = value;
    }
    if (given.length > mostHeaders)
      payload.issues.push(complaint(given, `must hold at most ${String(mostHeaders)} headers`));
    payload.value = named;
  })
  .meta({
    maxProperties: mostHeaders,
    description:
      'Headers that are sent along, such as one that the receiver lets callers in by. What they hold is never shown again.',
  });

export const newWebhook = z.strictObject({
  url,
  headers: headers.default({}),
  types: types.default(null),
  description: description.default(null),
  concurrency: concurrency.default(4),
  from: feedCursor
    .exactOptional()
    .describe('Begin behind this cursor of the feed; left out: with what happens next'),
});
export type NewWebhook = z.output<typeof newWebhook>;

export const webhookPatch = patchOf({
  url: url
    .exactOptional()
    .describe('Headers that were for the address before are not sent to a new one: give them again'),
  headers: headers.exactOptional(),
  types: types.exactOptional().describe('Holds for what is read of the feed from now on'),
  description: description.exactOptional(),
  concurrency: concurrency.exactOptional(),
});
export type WebhookPatch = z.output<typeof webhookPatch>;

export const webhookCommand = z.strictObject({
  event: z
    .enum(webhookMoveNames)
    .describe('Enabled again, it goes on where it stopped, and nothing is left out'),
});
export const webhookMoves = transitionsOf(webhookMoveNames, webhookStatuses).meta({
  id: 'WebhookTransitions',
});

export const webhookParams = z.strictObject({ id: uuid });
export const webhookSorts = ['createdAt', 'updatedAt'] as const;
export const webhookQuery = pageQuery.extend({
  sort: sortedBy(webhookSorts),
  status: commaSeparated(z.enum(webhookStatuses)).optional(),
  ...createdWithin,
  updatedSince,
});
export type WebhookQuery = z.output<typeof webhookQuery>;
export const newReplay = z.strictObject({
  from: feedCursor.describe('Everything behind this cursor is delivered again'),
});

const webhookFields = {
  id: uuid,
  url: z.string(),
  headers: z.array(z.string()).describe('What the headers are called that are sent along'),
  types,
  description: z.string().nullable(),
  concurrency: z.int(),
  owner: reference.describe('The member it belongs to: it receives what they may see in the feed'),
  key: idReference.describe('The key it was made, or last enabled, with: without it, nothing is sent'),
  status: z.enum(webhookStatuses),
  disabled: z
    .strictObject({
      reason: z
        .enum(endings)
        .describe(
          'asked: by its owner or an admin; gone: the receiver answered 410; exhausted: three days without an event accepted; key_revoked, key_expired: the key it was made with',
        ),
      detail: z.string().nullable(),
      disabledAt: instant,
    })
    .nullable(),
  secrets: z
    .array(z.strictObject({ id: uuid, createdAt: instant, expiresAt: instant.nullable() }))
    .describe('What signs now, newest first; the secrets themselves are never shown again'),
  progress: z.strictObject({
    cursor: feedCursor.describe('Everything up to here was delivered, was not asked for, or is held up'),
    behind: z.int().describe('How many entries the feed has behind it'),
    heldUp: z.int().describe('Claims of which an event failed: it and all later ones of the claim wait'),
    firstFailedAt: instant.nullable(),
    deliveredAt: instant.nullable().describe('When an event was last accepted'),
  }),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
};

export const webhook = z.strictObject(webhookFields).meta({ id: 'Webhook' });
export type Webhook = z.output<typeof webhook>;

const secret = z
  .string()
  .describe('What to verify signatures with (Standard Webhooks). It is shown now and never again.');
export const createdWebhook = z
  .strictObject({ ...webhookFields, secret, repairs })
  .meta({ id: 'CreatedWebhook' });
export const changedWebhook = webhook.extend({ repairs }).meta({ id: 'ChangedWebhook' });
export const webhookPage = pageOf(webhook).meta({ id: 'WebhookPage' });

export const rotation = z.strictObject({
  overlapHours: z
    .number()
    .min(0)
    .max(168)
    .default(24)
    .describe('How long the secret before it signs as well; 0: not at all, for one that got out'),
});
export const rotated = z
  .strictObject({ secret, secrets: webhookFields.secrets })
  .meta({ id: 'RotatedSecret' });

const outcome = z.enum(['delivered', 'failed', 'given_up']);

export const deliverySorts = ['attemptedAt'] as const;
export const deliveryQuery = pageQuery.extend({
  sort: sortedBy(deliverySorts, '-attemptedAt'),
  outcome: commaSeparated(outcome).optional(),
  event: commaSeparated(uuid).optional().describe('Only attempts to deliver these events'),
  ...createdWithin,
});
export type DeliveryQuery = z.output<typeof deliveryQuery>;

export const delivery = z
  .strictObject({
    id: z.string(),
    event: z.strictObject({ id: uuid, type: z.enum([...eventTypes, typeOfTest]) }),
    attempt: z.int().describe('Counts the attempts of this event, from 1'),
    attemptedAt: instant,
    outcome: outcome.describe(
      'given_up: after three days in which the receiver took other events, and not this one',
    ),
    httpStatus: z.int().nullable().describe('Null where there was no answer'),
    problem: z.string().nullable(),
    response: z.string().nullable().describe('The beginning of what was answered'),
    durationMs: z.int(),
    nextAt: instant
      .nullable()
      .describe(
        'When it is tried again, unless the receiver is well before that; null while the webhook is disabled',
      ),
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.output<typeof delivery>;
export const deliveryPage = pageOf(delivery).meta({ id: 'DeliveryPage' });
