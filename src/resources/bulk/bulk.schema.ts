import { z } from 'zod';
import { mostTopics } from '../../domain/claim/limits.js';
import { priorities } from '../../domain/task/priority.js';
import { claimStatuses } from '../../domain/claim/lifecycle.js';
import {
  assignment,
  mergeNote,
  note,
  prioritization,
  priority,
  topic,
} from '../../workflow/command.schema.js';
import { itemProblem } from '../../platform/http/problem.js';
import { idOrRef, reference, uuid } from '../../platform/http/schema.js';
import { stages, taskStatuses } from '../../domain/task/lifecycle.js';

const mostItems = 200;

const item = z.union([z.strictObject({ claim: idOrRef }), z.strictObject({ task: uuid })]);
export type BulkItem = z.output<typeof item>;

const items = z
  .array(item)
  .min(1)
  .max(mostItems)
  .describe('Claims, or tasks that stand for their claims, in the order in which they are worked off');

export const bulkCommand = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('accept'),
    items,
    priority: priority.optional(),
    topics: z.array(topic).max(mostTopics).optional(),
  }),
  z.strictObject({ event: z.literal('reject'), items, reason: note }),
  z.strictObject({
    event: z.literal('merge'),
    items,
    into: idOrRef.describe('The claim that all of them go into'),
    note: mergeNote,
  }),
  assignment.extend({ event: z.literal('assign'), items }),
  prioritization.extend({ event: z.literal('prioritize'), items }),
]);
export type BulkCommand = z.output<typeof bulkCommand>;

const index = z.int().describe('Its place among the items, from 0');

const done = z.strictObject({
  index,
  outcome: z.literal('done'),
  claim: reference
    .extend({ status: z.enum(claimStatuses), priority: z.enum(priorities) })
    .describe('As it is now'),
  task: z
    .strictObject({
      id: uuid,
      stage: z.enum(stages),
      status: z.enum(taskStatuses),
      assignee: reference.nullable(),
    })
    .nullable()
    .describe('The one under way on it'),
});

const refused = z.strictObject({
  index,
  outcome: z.literal('refused'),
  problem: itemProblem,
});

export const bulkOutcome = z
  .strictObject({ items: z.array(z.discriminatedUnion('outcome', [done, refused])) })
  .meta({ id: 'BulkOutcome' });
