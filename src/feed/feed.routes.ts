import { z } from 'zod';
import { ok, operation, type Operation } from '../http/route.js';
import { pageQuery } from '../http/schema.js';
import { cloudEvent, feedCursor } from './cloud-event.js';
import type { FeedService } from './feed.service.js';

const tag = 'Feed';

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
          body: z.strictObject({ items: z.array(cloudEvent), next: feedCursor }),
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
      body: z.strictObject({ cursor: feedCursor }),
      answers: {
        200: { description: 'Where the key stands now', body: z.strictObject({ cursor: feedCursor }) },
      },
      handle: async ({ body, caller }) => ok(await feed.acknowledge(body.cursor, caller)),
    }),
  ];
}
