import { z } from 'zod';
import { eventTypes } from '../events/event.types.js';
import { ok, operation, type Operation } from '../http/route.js';
import { instant, pageQuery, ref, uuid } from '../http/schema.js';
import type { FeedService } from './feed.service.js';

const tag = 'Feed';

const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,1024}$/, 'must be a `cursor` or `next` of this feed')
  .describe('Opaque; what to go on after, and what to acknowledge');

const entry = z
  .strictObject({
    cursor,
    event: z.strictObject({
      id: uuid,
      type: z.enum(eventTypes),
      claim: ref.nullable().describe('The claim it belongs to, where it does'),
      ordinal: z.int().nullable().describe("The claim's version after this event"),
      subject: z.strictObject({ type: z.string(), id: uuid }),
      at: instant,
      actor: z.string().optional().describe('ref of the member, or "system"; for the desk'),
      data: z.record(z.string(), z.unknown()).optional().describe('Left out where it is not for you'),
    }),
  })
  .meta({ id: 'FeedEntry' });

export function feedOperations(feed: FeedService): Operation[] {
  return [
    operation({
      method: 'get',
      path: '/v1/feed',
      id: 'readFeed',
      tag,
      summary: 'Everything that happened behind a cursor, in the order that every reader sees',
      description:
        'Start without `after`, go on with `next`, which is given also where nothing is new. Acknowledge what you have worked in with `PUT /v1/feed/cursor`.',
      permission: 'read',
      query: pageQuery,
      answers: {
        200: {
          description: 'The next events',
          body: z.strictObject({ items: z.array(entry), next: cursor }),
        },
      },
      handle: async ({ query, caller }) => ok(await feed.read(query, caller)),
    }),
    operation({
      method: 'put',
      path: '/v1/feed/cursor',
      id: 'acknowledgeFeed',
      tag,
      summary: 'Say that this key has received everything up to a cursor',
      description: 'It never goes back: of two acknowledgements the later place counts.',
      permission: 'read',
      body: z.strictObject({ cursor }),
      answers: { 200: { description: 'Where the key stands now', body: z.strictObject({ cursor }) } },
      handle: async ({ body, caller }) => ok(await feed.acknowledge(body.cursor, caller)),
    }),
  ];
}
