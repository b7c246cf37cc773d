/** Right of reply: whom the desk asked about a claim, and what came of it. */
import { contactMoveNames, contactOutcomes, contactStatuses } from '../../domain/evidence/contact.js';
import { z } from 'zod';
import { namedSource } from '../sources/source.schema.js';
import { createdWithin, sortedBy, updatedSince } from '../../platform/http/list-query.js';
import {
  commaSeparated,
  edtf,
  idOrRef,
  instant,
  label,
  pageQuery,
  prose,
  reference,
  uuid,
  withRule,
} from '../../platform/http/schema.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { longest } from '../../domain/text/lengths.js';

export const contactInput = withRule(
  z.strictObject({
    source: idOrRef.optional().describe('Who was asked'),
    label: label(500, 'Who was asked, where it is no source, or who spoke for it').optional(),
    outcome: z.enum(contactOutcomes),
    channel: label(longest.contactChannel, 'By which way: e-mail, telephone, press office').optional(),
    text: prose(20_000)
      .optional()
      .describe('What was asked or answered, in its own language, for all to read'),
    date: edtf.describe('When'),
  }),
  ({ source, label: name }) => source !== undefined || name !== undefined,
  'needs a source or a label',
  ['source'],
);
export type ContactInput = z.output<typeof contactInput>;

export const contactSorts = ['recordedAt'] as const;
export const contactQuery = pageQuery.extend({
  sort: sortedBy(contactSorts),
  outcome: commaSeparated(z.enum(contactOutcomes)).optional(),
  source: commaSeparated(idOrRef).optional().describe('id or ref of the source that was asked'),
  ...createdWithin,
  updatedSince,
});
export type ContactQuery = z.output<typeof contactQuery>;

export const contactParams = z.strictObject({ id: uuid.describe('id of the contact') });

export const contact = z
  .strictObject({
    id: uuid,
    claim: reference,
    source: namedSource.nullable(),
    label: z.string().nullable(),
    outcome: z.enum(contactOutcomes),
    channel: z.string().nullable(),
    text: z.string().nullable(),
    date: z.string(),
    recordedAt: instant,
    status: z.enum(contactStatuses).optional().describe('For the desk'),
    recordedBy: reference.optional().describe('For the desk'),
  })
  .meta({ id: 'Contact', description: 'That somebody was asked about a claim, and what came of it' });

export const contactMoves = transitionsOf(contactMoveNames, contactStatuses).meta({
  id: 'ContactTransitions',
});

export const contactCommand = z.strictObject({ event: z.enum(contactMoveNames) });
