/** What callers may ask of the desk: one shape per move. */
import { z } from 'zod';
import { claimEvents, claimStatuses } from '../domain/claim/lifecycle.js';
import { idOrRef, label, prose } from '../platform/http/schema.js';
import { taskEvents, taskStatuses } from '../domain/task/lifecycle.js';

export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const priority = z.enum(priorities);
export const topic = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+){0,7}$/, 'must be lower-case words joined by hyphens')
  .max(64);

const note = prose(4000);

/** Why a published verdict is corrected. */
export const correctionReasons = ['error', 'new_evidence', 'clarification', 'source_corrected'] as const;

export const acknowledgement = z.strictObject({
  claim: idOrRef.describe('The related claim whose rating clashes'),
  note: note.describe('Why both may stand'),
});

export const decision = z.strictObject({
  note: note.optional(),
  acknowledge: z.array(acknowledgement).max(100).optional(),
});

export const claimCommand = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('accept'),
    priority: priority.optional(),
    topics: z.array(topic).max(20).optional(),
  }),
  z.strictObject({ event: z.literal('reject'), reason: note }),
  z.strictObject({ event: z.literal('merge'), into: idOrRef, note: note.optional() }),
  z.strictObject({ event: z.literal('start') }),
  z.strictObject({ event: z.literal('release'), note: note.optional() }),
  decision.extend({ event: z.literal('approve') }),
  z.strictObject({ event: z.literal('return'), note }),
  z.strictObject({ event: z.literal('withdraw'), note: note.optional() }),
  z.strictObject({ event: z.literal('correct'), reason: z.enum(correctionReasons), note }),
  z.strictObject({ event: z.literal('cancel'), note: note.optional() }),
  z.strictObject({ event: z.literal('retract'), reason: note }),
  z.strictObject({ event: z.literal('reopen'), reason: note }),
]);
export type ClaimCommand = z.output<typeof claimCommand>;

export const assignment = z.strictObject({
  assignee: idOrRef,
  note: note.optional(),
  override: z
    .boolean()
    .optional()
    .describe('true: also where they are away, or hold as many tasks as they may'),
});

export const prioritization = z.strictObject({ priority, note: note.optional() });
export type Prioritization = z.output<typeof prioritization>;

export const taskCommand = z.discriminatedUnion('event', [
  assignment.extend({ event: z.literal('assign') }),
  z.strictObject({ event: z.literal('take') }),
  z.strictObject({ event: z.literal('start') }),
  z.strictObject({ event: z.literal('release'), note: note.optional() }),
  z.strictObject({ event: z.literal('extend'), note: note.optional() }),
  z.strictObject({ event: z.literal('pause'), reason: note.describe('What is waited for') }),
  z.strictObject({ event: z.literal('unpause'), note: note.optional() }),
]);
export type TaskCommand = z.output<typeof taskCommand>;

const move = {
  allowed: z.boolean(),
  why: label(1000).nullable().describe('Why not, where it is not allowed'),
};

export const claimMoves = z
  .strictObject({
    status: z.enum(claimStatuses),
    items: z.array(z.strictObject({ event: z.enum(claimEvents), to: z.enum(claimStatuses), ...move })),
  })
  .meta({ id: 'ClaimTransitions' });

export const taskMoves = z
  .strictObject({
    status: z.enum(taskStatuses),
    items: z.array(z.strictObject({ event: z.enum(taskEvents), to: z.enum(taskStatuses), ...move })),
  })
  .meta({ id: 'TaskTransitions' });

/** A related claim whose rating clashes with this verdict's. */
export const conflict = z
  .strictObject({
    claim: z.string().describe('ref of the related claim'),
    relation: z.string().describe('as an edge: "C37 denies C34"'),
    rating: z.string(),
    theirs: z.string(),
    status: z.enum(['proposed', 'published']).describe('of their verdict'),
    note: z.string().nullable().describe('why both may stand, in the words of whoever approved'),
  })
  .meta({ id: 'CoherenceConflict' });
export type Conflict = z.output<typeof conflict>;
