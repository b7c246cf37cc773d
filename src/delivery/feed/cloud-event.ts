/** One event as everybody outside sees it, in the feed, the stream and webhooks: the same bytes everywhere. */
import { z } from 'zod';
import { may, type Role } from '../../domain/access/rules.js';
import { publicData } from '../../domain/event/public-data.js';
import { eventTypes, type EventType } from '../../domain/event/types.js';
import { cursorText, instant, ref, uuid } from '../../platform/http/schema.js';
import { cursorAt, fingerprintOf } from './cursor-position.js';
import type { EntryRow } from './reader.repository.js';

export const feedCursor = cursorText('must be a `cursor` or `next` of this feed').describe(
  'Opaque; what to go on after, and what to acknowledge',
);

/** CloudEvents 1.0, structured JSON. Extension attributes: cursor, claim, ordinal, actor, withheld. */
export const cloudEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: uuid.describe(
      'The same wherever the event is delivered: deliveries are told apart from repeats by it',
    ),
    source: z.literal('/v1/feed'),
    type: z.enum(eventTypes),
    subject: z
      .string()
      .describe(
        'What it happened to: `claim/…`, `task/…`, `verdict/…` and its id. Outside the desk, `member` and `key` without one',
      ),
    time: instant,
    datacontenttype: z.literal('application/json').optional(),
    cursor: feedCursor,
    claim: ref.optional().describe('The claim it belongs to, where it does'),
    ordinal: z.int().optional().describe("The claim's version after this event"),
    actor: z
      .string()
      .optional()
      .describe('ref of the member, "operator" for a command, or "system"; for the desk'),
    withheld: z
      .literal(true)
      .optional()
      .describe('Only that it happened is for you: a tombstone, so that no cursor has a gap'),
    data: z.record(z.string(), z.unknown()).optional().describe('What happened'),
  })
  .meta({ id: 'CloudEvent' });
export type CloudEvent = z.output<typeof cloudEvent>;

/** Who sees the same of every event. Each class of readers has its own text of an event, and no more. */
export const audiences = ['public', 'desk', 'admin'] as const;
export type Audience = (typeof audiences)[number];

export const audienceOf = (role: Role): Audience =>
  may(role, 'administer') ? 'admin' : may(role, 'read_desk') ? 'desk' : 'public';

/** People, their keys and where they are called are for those who administer them. */
const forAdmins: ReadonlySet<string> = new Set(['member', 'key', 'webhook', 'privileged_change']);
export const isForAdmins = (type: EventType): boolean => forAdmins.has(type.split('.', 1)[0] ?? '');

function dataFor({ subjectType, type, data }: EntryRow, audience: Audience) {
  if (forAdmins.has(subjectType) && audience !== 'admin') return undefined;
  return audience === 'public' ? publicData(type, data) : data;
}

/** Who somebody is stays at the desk, also where only that something happened to them is told. */
const subjectFor = ({ subjectType, subjectId }: EntryRow, audience: Audience): string =>
  audience === 'public' && ['member', 'key'].includes(subjectType)
    ? subjectType
    : `${subjectType}/${subjectId}`;

/** Where no member did it. */
const nobodyOf = ({ data }: EntryRow): string => (data['operator'] === true ? 'operator' : 'system');

/** Attributes in the order of the schema, always: consumers may compare bytes. */
export function viewEvent(event: EntryRow, audience: Audience): CloudEvent {
  const data = dataFor(event, audience);
  return {
    specversion: '1.0',
    id: event.id,
    source: '/v1/feed',
    type: event.type as CloudEvent['type'],
    subject: subjectFor(event, audience),
    time: event.at,
    ...(data && { datacontenttype: 'application/json' as const }),
    cursor: cursorAt({ position: event.position, fingerprint: fingerprintOf(event.id) }),
    ...(event.claim !== null && { claim: event.claim }),
    ...(event.ordinal !== null && { ordinal: event.ordinal }),
    ...(audience !== 'public' && { actor: event.actor ?? nobodyOf(event) }),
    ...(data ? { data } : { withheld: true as const }),
  };
}
