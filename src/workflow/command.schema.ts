/** What callers may ask of the desk: one shape per move. */
import { z } from 'zod';
import { mostTopics } from '../domain/claim/limits.js';
import { claimEventsElsewhere } from '../domain/claim/rules.js';
import { correctionReasons } from '../domain/claim/correction.js';
import { canonicalTopic } from '../domain/text/canonical-topic.js';
import { priorities } from '../domain/task/priority.js';
import { retractionReasons } from '../domain/claim/retraction.js';
import { digest, idOrRef, prose } from '../platform/http/schema.js';
import { madeElsewhere } from '../platform/http/transitions.js';

export const priority = z.enum(priorities);

/** Up to eight words of any script, in lower case where it knows cases; kept and looked for in one spelling. */
const topicWord = String.raw`[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}\u200C]+`;
const topicForm = new RegExp(`^${topicWord}(?:-${topicWord}){0,7}$`, 'u');
export const topic = z
  .string()
  .max(64, { abort: true })
  .normalize('NFC')
  .overwrite(canonicalTopic)
  .refine((text) => topicForm.test(text), 'must be lower-case words joined by hyphens')
  .meta({ pattern: '^[^-A-Z\\s]+(?:-[^-A-Z\\s]+){0,7}$' });

export const note = prose(4000);

const acknowledgement = z.strictObject({
  claim: idOrRef.describe('The related claim whose rating clashes'),
  note: note.describe('Why both may stand'),
});

const edition = digest
  .optional()
  .describe('The digest of the edition you read, where `If-Match` does not name it');

const decision = {
  edition,
  note: note.optional(),
  acknowledge: z
    .array(acknowledgement)
    .max(100)
    .optional()
    .describe('One for each clash with the rating of a related claim'),
};

export const mergeNote = note
  .optional()
  .describe(
    'Needed of a published claim (422 `merge_note_missing`): for readers; public once another editor has approved it',
  );

export const claimCommand = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('accept'),
    priority: priority.optional(),
    topics: z.array(topic).max(mostTopics).optional(),
  }),
  z.strictObject({ event: z.literal('reject'), reason: note }),
  z.strictObject({ event: z.literal('merge'), into: idOrRef, note: mergeNote }),
  z.strictObject({ event: z.literal('start') }),
  z.strictObject({ event: z.literal('release'), note: note.optional() }),
  z.strictObject({ event: z.literal('correct'), reason: z.enum(correctionReasons), note }),
  z.strictObject({ event: z.literal('cancel'), note: note.optional() }),
  z.strictObject({
    event: z.literal('retract'),
    reason: z.enum(retractionReasons),
    note: note.optional().describe('For readers; public once another editor has approved it'),
  }),
  z.strictObject({ event: z.literal('reopen'), reason: note }),
  madeElsewhere(claimEventsElsewhere),
]);
type AnyClaimCommand = z.output<typeof claimCommand>;
type ClaimCommand = Exclude<AnyClaimCommand, { event: (typeof claimEventsElsewhere)[number] }>;

export const isOfClaim = (command: AnyClaimCommand): command is ClaimCommand =>
  !(claimEventsElsewhere as readonly string[]).includes(command.event);

const breaking = z.strictObject({
  event: z.literal('break_glass'),
  reason: note.describe('Why the verdict cannot wait for whoever holds its approval'),
  second: idOrRef.describe('The second person: a checker or editor who neither wrote nor approves it'),
  ...decision,
});

const ownDecisions = [
  z.strictObject({ event: z.literal('approve'), ...decision }),
  z.strictObject({ event: z.literal('return'), edition, note }),
  z.strictObject({ event: z.literal('withdraw'), note: note.optional() }),
] as const;

export const verdictCommand = z.discriminatedUnion('event', [
  ...ownDecisions,
  breaking,
  z.strictObject({ event: z.literal('confirm'), edition }),
  madeElsewhere(['retract']),
]);

export const assignment = z.strictObject({
  assignee: idOrRef,
  note: note.optional(),
  override: z
    .boolean()
    .optional()
    .describe('true: also where they are away, or hold as many tasks as they may'),
});

export const prioritization = z.strictObject({ priority, note: note.optional() });

export const startAtOnce = z.boolean().optional().describe('true: it is taken and begun in one step');

export const taskCommand = z.discriminatedUnion('event', [
  assignment.extend({ event: z.literal('assign') }),
  z.strictObject({ event: z.literal('take'), start: startAtOnce }),
  z.strictObject({ event: z.literal('start') }),
  z.strictObject({ event: z.literal('release'), note: note.optional() }),
  z.strictObject({ event: z.literal('extend'), note: note.optional() }),
  z.strictObject({ event: z.literal('pause'), reason: note.describe('What is waited for') }),
  z.strictObject({ event: z.literal('unpause'), note: note.optional() }),
  prioritization.extend({ event: z.literal('prioritize') }),
  madeElsewhere(['submit']),
]);
