/** What concerns somebody, as it is asked for and shown. */
import { z } from 'zod';
import { subjectTypes } from '../../domain/event/types.js';
import { inboxTypes } from '../../domain/inbox/sentences.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import { flag, idReference, instant, pageQuery, reference, uuid } from '../../platform/http/schema.js';
import { stages } from '../../domain/task/lifecycle.js';

export const inboxSorts = ['position'] as const;
export const inboxQuery = pageQuery.extend({
  sort: sortedBy(inboxSorts, '-position'),
  unread: flag.optional().describe('Whether you have not marked it as read'),
  ...createdWithin,
});
export type InboxQuery = z.output<typeof inboxQuery>;

const position = z.string().regex(/^\d{1,18}$/, 'must be a `position` of the inbox');

const item = z
  .strictObject({
    id: uuid.describe('id of the newest event of it that concerns you'),
    position: position.describe('Its place in the feed'),
    type: z.enum(inboxTypes).describe('The type of the event'),
    sentence: z.strictObject({ ar: z.string(), en: z.string() }).describe('What happened, in words'),
    occurredAt: instant,
    unread: z.boolean().describe('You have not marked it as read'),
    waits: z
      .boolean()
      .nullable()
      .describe(
        'Whether what it asks for is still to be done; once it is done, it is read. null: it asks for nothing',
      ),
    claim: reference
      .extend({ text: z.string().describe('The quote, in its original language') })
      .nullable()
      .describe('The claim it is about; null: it is about none'),
    at: z
      .string()
      .nullable()
      .describe(
        'Path of what waits for a second person, where it is no claim; `…/transitions` decides on it',
      ),
    subject: idReference.extend({ type: z.enum(subjectTypes) }).describe('What it happened to'),
    actor: reference.nullable().describe('Who did it; null: the system'),
    stage: z.enum(stages).nullable(),
    reason: z.string().nullable().describe('The code of the reason, or several with commas'),
    note: z.string().nullable().describe('What was written to you, where it is still kept'),
  })
  .meta({ id: 'InboxItem' });
export type InboxItem = z.output<typeof item>;

export const inbox = z
  .strictObject({
    items: z.array(item),
    next: z.string().nullable(),
    unread: z.int().describe('How many you have not marked as read, on all pages; 100 stands for more'),
  })
  .meta({ id: 'Inbox' });

export const inboxMark = z.strictObject({
  upTo: position.describe('The `position` of the newest item that you have seen'),
});
export const inboxRead = z
  .strictObject({ unread: z.int().describe('How many are left; 100 stands for more') })
  .meta({ id: 'InboxRead' });
