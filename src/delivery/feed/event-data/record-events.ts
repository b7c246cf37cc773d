/** What the events of records, people and the installation say. */
import { z } from 'zod';
import { privilegedKinds } from '../../../domain/access/privileged-change.js';
import { roles } from '../../../domain/access/rules.js';
import {
  aloneReasons,
  erasableKinds,
  erasureReasons,
  erasureTargets,
} from '../../../domain/erasure/erasure.js';
import { redactedKinds } from '../../../domain/erasure/redaction.js';
import type { EventType } from '../../../domain/event/types.js';
import { sourceStatuses } from '../../../domain/source/lifecycle.js';
import { quoteOutcomes } from '../../../domain/text/follow-quote.js';
import { digest, instant, ref, uuid } from '../../../platform/http/schema.js';
import { priority } from '../../../workflow/command.schema.js';
import { event, quoted, sealed, type EventDescription } from './event-description.js';

const text = z.string();
const changed = z.array(text).describe('Which fields were given');
const number = z.int().describe('Its number, from 1');
const sha256 = digest.describe('SHA-256 of the text');
const review = { url: text, publisher: text, rating: text, digest: text.describe('Of all of it') };
const overlapHours = z.number().describe('For how many hours the one before it holds as well');
const webhook = { url: text, owner: uuid.describe('id of the member it belongs to') };
const member = uuid.describe('id of the member');
const admin = uuid.describe('id of the admin');
/** On whose authority, where it took a second person. */
const authority = {
  alone: z.literal(true).optional().describe('There was no second admin who could have confirmed it'),
  privilegedChange: uuid.optional().describe('id of the change that was confirmed'),
  askedBy: admin.optional(),
  confirmedBy: admin.optional(),
};
const privileged = {
  kind: z.enum(privilegedKinds),
  askedBy: admin.optional().describe('id of the admin; absent where the command did it'),
  member: member.optional(),
  key: uuid.optional().describe('id of the key'),
};
const movedSource = {
  from: z.enum(sourceStatuses),
  to: z.enum(sourceStatuses),
  note: sealed.optional().describe('Why, in the words of the editor'),
};
const erased = {
  target: z
    .strictObject({
      kind: z.enum(erasureTargets),
      id: uuid.optional().describe('For the desk where it is a member or a change that takes two admins'),
    })
    .describe('What the words belong to'),
  texts: z.array(z.enum(erasableKinds)).describe('Which of its texts'),
  reason: z.enum(erasureReasons),
};
const aloneBecause = z
  .enum(aloneReasons)
  .optional()
  .describe('Why the command did it without the second person there was');
const decided = { ...privileged, decidedBy: admin };

export const recordEvents = {
  'article.created': event('An article was stored.', {
    ref,
    title: quoted,
    language: text,
    number,
    sha256,
  }),
  'article.changed': event('What describes an article was changed.', { ref, title: quoted, changed }),
  'article.revised': event('An article has a new version.', {
    ref,
    number,
    sha256,
    claims: z
      .array(z.strictObject({ claim: uuid, outcome: z.enum(quoteOutcomes) }))
      .describe('What became of the quotes of its claims'),
  }),
  'source.created': event('A source was recorded.', { ref, kind: text, name: quoted }),
  'source.changed': event('What is known of a source was changed.', { ref, name: quoted, changed }),
  'source.merged': event('A source was found to be the same as another, and goes by its name.', {
    ...{ ref, name: quoted, ...movedSource },
    into: uuid.describe('id of the source that stands for it'),
    was: z.strictObject({ into: uuid.nullable() }).describe('The one that stood for it before'),
  }),
  'source.split': event('A source that was merged stands for itself again.', {
    ...{ ref, name: quoted, ...movedSource },
    was: z.strictObject({ into: uuid }).describe('The one that stood for it before'),
  }),
  'instrument.recorded': event('An instrument or one of its provisions was recorded or changed.', {
    ref,
    change: z
      .enum(['created', 'changed', 'provision_added', 'provision_changed'])
      .describe('What was recorded'),
    provisions: z.array(text).optional().describe('refs of those it was recorded with'),
    provision: text.optional().describe('ref of the provision'),
    changed: changed.optional(),
  }),
  'scale.published': event('A new scale of ratings is in use.', { version: z.int() }),
  'member.created': event('There is a new member.', {
    ref: sealed,
    kind: text,
    role: z.enum(roles),
    ...authority,
  }),
  'member.changed': event('A member was changed.', {
    ref: sealed.optional(),
    role: z.enum(roles),
    active: z.boolean().describe('Whether their keys work'),
    changed,
    override: z.literal(true).optional().describe('It left verdicts that wait with nobody to decide on them'),
    ...authority,
  }),
  'key.created': event('A member has a new key.', {
    name: sealed,
    member,
    expiresAt: instant.optional(),
    ...authority,
  }),
  'key.rotated': event('A key has a successor, which its webhooks go to.', {
    name: sealed,
    member,
    successor: uuid.describe('id of the key that follows'),
    overlapHours,
    ...authority,
  }),
  'key.revoked': event('A key was revoked.', { name: sealed, member, ...authority }),
  'privileged_change.asked': event('An admin asked for what another has to confirm.', {
    ...privileged,
    fields: z.array(text).optional().describe('What of it was asked for, without its values'),
    role: z.enum(roles).optional().describe('The role they would have'),
    active: z.boolean().optional().describe('Whether they would be active'),
    identities: digest
      .optional()
      .describe('SHA-256 of the change and the digests of the identities they would have'),
    ...z.object(erased).partial().shape,
    sources: z
      .array(uuid)
      .optional()
      .describe('ids of the sources whose names go: the one it is about, and those merged into it'),
    checkAt: instant.describe('When it lapses'),
  }),
  'privileged_change.confirmed': event('It was confirmed, and made.', {
    ...privileged,
    decidedBy: admin.optional().describe('id of the second person; absent where the command did it'),
  }),
  'privileged_change.rejected': event('Another admin was against it.', decided),
  'privileged_change.withdrawn': event('The admin who asked took it back.', decided),
  'privileged_change.lapsed': event('Nobody confirmed it in time.', privileged),
  'content.erased': event('Words of people were erased; their seals stay and say nothing any more.', {
    ...erased,
    seals: z.array(digest).describe('Seals of the texts that are gone'),
    aloneBecause,
    ...authority,
  }),
  'content.redacted': event(
    'Texts of others are withheld: rows are emptied, and no answer has what earlier events and editions hold of them.',
    {
      ...erased,
      texts: z.array(z.enum(redactedKinds)).describe('Which of its texts'),
      erasure: uuid.describe('id of the erasure'),
      left: z
        .record(uuid, digest)
        .describe(
          'Of each earlier event that holds them, SHA-256 of what is left of its content without them',
        ),
      aloneBecause,
      ...authority,
    },
  ),
  'policy.changed': event('How the desk is run was changed.', {
    clock: text.optional().describe('Which clock'),
    priority: priority.optional(),
    minutes: z.number().optional().describe('How long it runs since'),
    autoAssign: z.boolean().optional().describe('Whether the desk hands out work'),
    wipLimit: z.int().optional().describe('How many tasks somebody may hold'),
    leaseMinutes: z.number().optional().describe('How long a task is held'),
    was: z.unknown().describe('What it was before'),
  }),
  'checkpoint.signed': event('The history was signed.', {
    number,
    hash: digest.describe('SHA-256 of what was signed'),
    root: digest.describe('Root of the tree over all chains'),
    chains: z.int().describe('How many chains there were'),
    position: z.int().describe('How many events the feed had'),
    key: text.describe('The key that signed'),
  }),

  'review.imported': event('A review of another publisher was read.', review),
  'review.changed': event('A review of another publisher has changed.', review),
  'review.withdrawn': event('A review of another publisher was taken back.', { url: text }),

  'webhook.created': event('There is a new webhook.', {
    ...webhook,
    types: z.array(text).nullable().optional().describe('The types it asks for; all where it names none'),
  }),
  'webhook.changed': event('A webhook was changed.', {
    ...webhook,
    changed,
    headers: z.array(text).optional().describe('What the headers are called that are sent along from now on'),
    from: z.strictObject({ url: text }).optional().describe('Where it called before'),
  }),
  'webhook.secret_rotated': event('A webhook has a new secret.', { ...webhook, overlapHours }),
  'webhook.enabled': event('A webhook is sent events again.', webhook),
  'webhook.disabled': event('A webhook is sent nothing any more.', {
    ...webhook,
    reason: text,
    detail: text.nullable(),
  }),
  'webhook.handed_on': event('A webhook stands on another key.', {
    ...webhook,
    key: uuid.describe('id of the key'),
  }),
  'webhook.replayed': event('A webhook goes on behind another cursor.', {
    ...webhook,
    from: text.describe('The cursor'),
  }),
  'webhook.gave_up': event('The receiver took other events, and never this one.', {
    ...webhook,
    event: uuid.describe('id of the event'),
    type: text,
    attempts: z.int().describe('How often it was tried'),
  }),
  'webhook.deleted': event('A webhook was deleted.', webhook),
} as const satisfies Partial<Record<EventType, EventDescription>>;
