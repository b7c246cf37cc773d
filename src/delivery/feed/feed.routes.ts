import { z } from 'zod';
import { eventTypes } from '../../domain/event/types.js';
import { entityTag, taggedReplyOr304 } from '../../platform/http/conditional.js';
import { Failure } from '../../platform/errors.js';
import { headerOf } from '../../platform/http/header.js';
import { preferenceApplied, preferredWait } from '../../platform/http/prefer.js';
import { ok, okRendered, operationsTagged, type Operation } from '../../platform/http/route.js';
import { commaSeparated, idOrRef, pageQuery, wholeNumber } from '../../platform/http/schema.js';
import { cloudEvent, feedCursor } from './cloud-event.js';
import type { FeedService } from './feed.service.js';
import type { OpenStreams } from './open-streams.js';

const operation = operationsTagged('Feed');

const types = commaSeparated(z.enum(eventTypes)).optional().describe('Only events of these types');
const claim = commaSeparated(idOrRef)
  .optional()
  .describe('Only events of these claims, each by its id or ref');
const after = feedCursor
  .optional()
  .describe(
    'What to go on after: a cursor, or `start` for the beginning of the feed; without it, with what happens from now on',
  );
const feedQuery = pageQuery.extend({
  after,
  types,
  claim,
  wait: wholeNumber({ min: 0, max: 30 })
    .default(0)
    .describe('Seconds to hold the answer while nothing is new; the same as `Prefer: wait`'),
});

export function feedOperations(feed: FeedService, streams: OpenStreams): Operation[] {
  return [
    operation('GET /v1/feed', {
      id: 'listEvents',
      polled: true,
      summary: 'Everything that happened behind a cursor, in the order that every reader sees',
      description:
        'CloudEvents 1.0. Read what there is from `after=start`, or only what happens from now on without it; go on with `next`, which is given also where nothing is new. `more` says that there is more to read at once, also where this page is empty because of `types` or `claim`. What you may not see is there all the same, as a tombstone without data. Acknowledge what you have worked in with `PUT /v1/feed/cursor`.',
      permission: 'read',
      query: feedQuery,
      headers: {
        'If-None-Match': 'The ETag you have: 304 while nothing is new',
        Prefer: '`wait=N`: hold the answer for up to N seconds (at most 30) while nothing is new',
      },
      answers: {
        200: {
          description: 'The next events',
          body: z.strictObject({ items: z.array(cloudEvent), next: feedCursor, more: z.boolean() }),
        },
        304: { description: 'Nothing is new' },
      },
      problems: ['cursor_ahead'],
      handle: async (call) => {
        const preferred = preferredWait(call.request);
        const wait = Math.max(call.query.wait, preferred);
        const asked = { ...call.query, claims: call.query.claim, wait };
        const { items, next, more } = await feed.read(asked, call);
        const text = `{"items":[${items.join(',')}],"next":"${next}","more":${String(more)}}`;
        const headers = { Vary: 'Authorization, Cookie, Prefer', ...preferenceApplied(preferred) };
        return taggedReplyOr304(call.request, entityTag('feed'), okRendered(text, headers));
      },
    }),
    operation('GET /v1/stream', {
      id: 'streamEvents',
      summary: 'The feed as server-sent events, for as long as you listen',
      description:
        'Each message is one CloudEvent, its `id` the cursor. A client that comes back sends the last id as `Last-Event-ID` and misses nothing; `after=start` begins with all there is; without either, the stream begins with what happens next. A message without data only moves the id on. The stream follows your role while it is open, and ends with your key. `STREAMS_PER_KEY` limits the open streams of a key, in each process.',
      permission: 'read',
      query: z.strictObject({ after, types, claim }),
      headers: { 'Last-Event-ID': 'The id of the last message you have; it counts before `after`' },
      answers: {
        200: {
          description: 'The stream',
          contentType: 'text/event-stream',
          body: z.string(),
          headers: { 'X-Accel-Buffering': 'Asks proxies to pass on each event at once' },
        },
      },
      problems: ['invalid_cursor', 'cursor_ahead', 'too_many_streams'],
      handle: async ({ query, caller, request, disconnect, rights }) => {
        const last = headerOf(request, 'last-event-id');
        const from = await (last === undefined || last === ''
          ? feed.startAt(query.after)
          : feed.startAt(readLastId(last)).catch(blameHeader));
        streams.enter(caller.keyId, disconnect);
        return {
          status: 200,
          headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
          stream: (response) =>
            feed.follow({ from, types: query.types, claims: query.claim }, { response, disconnect, rights }),
        };
      },
    }),
    operation('PUT /v1/feed/cursor', {
      id: 'acknowledgeFeed',
      summary: 'Say that this key has received everything up to a cursor',
      description: 'It never goes back: of two acknowledgements the later place counts.',
      permission: 'read',
      body: z.strictObject({ cursor: feedCursor }),
      answers: {
        200: { description: 'Where the key stands now', body: z.strictObject({ cursor: feedCursor }) },
      },
      problems: ['invalid_cursor', 'cursor_ahead'],
      handle: async ({ body, caller }) => ok(await feed.acknowledge(body.cursor, caller)),
    }),
  ];
}

/** A cursor that came as the last id: what is wrong with it is wrong with the header. */
function blameHeader(error: unknown): never {
  if (!(error instanceof Failure)) throw error;
  const { kind, message, code, details } = error;
  const faults = details.faults?.map((fault) => ({
    ...fault,
    in: 'header' as const,
    pointer: 'Last-Event-ID',
  }));
  throw new Failure(kind, message, { ...details, code, ...(faults && { faults }) });
}

function readLastId(header: string): string {
  const parsed = feedCursor.safeParse(header);
  if (parsed.success) return parsed.data;
  throw new Failure('invalid', 'The header Last-Event-ID holds no id of this stream.', {
    code: 'invalid_cursor',
    faults: [
      { in: 'header', pointer: 'Last-Event-ID', message: 'must be the id of a message of this stream' },
    ],
  });
}
