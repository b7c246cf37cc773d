import { z } from 'zod';
import { eventTypes, subjectTypes } from '../../domain/event/types.js';
import { createdWithin, sortedBy } from '../../platform/http/list-query.js';
import { commaSeparated, instant, pageQuery, reference, uuid } from '../../platform/http/schema.js';

export const historySorts = ['ordinal'] as const;
export const historyQuery = pageQuery.extend({
  sort: sortedBy(historySorts),
  types: commaSeparated(z.enum(eventTypes)).optional().describe('Only events of these types'),
  ...createdWithin,
});
export type HistoryQuery = z.output<typeof historyQuery>;

export const event = z
  .strictObject({
    id: uuid,
    type: z.enum(eventTypes),
    ordinal: z.int().describe("The claim's version after this event: 1, 2, 3 … without a gap"),
    subject: z.strictObject({ type: z.enum(subjectTypes), id: uuid }),
    occurredAt: instant,
    actor: reference.nullable().optional().describe('The member; null for Isnad itself. For the desk'),
    data: z.record(z.string(), z.unknown()).optional().describe('Left out where it is for the desk only'),
  })
  .meta({ id: 'Event' });
