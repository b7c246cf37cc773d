/** What the events of tasks and verdicts say. */
import { z } from 'zod';
import type { EventType } from '../../../domain/event/types.js';
import { stages, taskStatuses } from '../../../domain/task/lifecycle.js';
import { digest, instant, uuid } from '../../../platform/http/schema.js';
import { priority } from '../../../workflow/command.schema.js';
import { event, sealed, was, type EventDescription } from './event-description.js';

const text = z.string();
const member = uuid.describe('id of the member');
const status = z.enum(taskStatuses);
const task = {
  stage: z.enum(stages),
  round: z.int().describe('Counts the tasks of its stage on this claim, from 1'),
};
const checkAt = instant.nullable().describe('When time has something to say about it next');
const moved = {
  ...task,
  from: status.describe('Its status before'),
  to: status.describe('Its status since'),
  checkAt,
  pauseEnded: z.literal(true).optional().describe('It stood still until then'),
  note: sealed.nullable().optional(),
};
const draftPassedOn = {
  holder: member.nullable().describe('id of the member who held it'),
  wrote: z.literal(true).optional().describe('The holder wrote some of the draft'),
  draft: sealed.nullable().describe('What was written so far'),
};
const followed = { ...task, ...z.object(moved).partial().shape };
const clockStep = {
  ...task,
  status,
  clock: text.nullable().describe('Which clock runs'),
  dueAt: instant.nullable(),
  holder: member.nullable(),
  since: instant.nullable().describe('Since when it is held, or the clock runs'),
  checkAt,
};
const reason = z.strictObject({ code: text, why: text });
const written = {
  findings: z.record(text, text),
  scale: z.int(),
  rationale: sealed.nullable(),
  evidence: z.array(z.looseObject({})).describe('What it rests on, with the captures'),
  provisions: z.array(z.looseObject({})).describe('What it cites'),
  recheckAt: instant.nullable(),
};
const second = { second: member.describe('id of the second person') };

export const deskEvents = {
  'task.opened': event('A task waits for somebody, or goes back to whoever wrote the verdict.', {
    ...task,
    status,
    priority,
    checkAt,
    assignee: member.optional(),
  }),
  'task.assigned': event('A task was given to somebody.', {
    ...moved,
    assignee: member,
    override: z.literal(true).optional().describe('Though they are away or hold as many as they may'),
    reasons: z.array(reason).optional().describe('Why them, where the desk chose'),
    skipped: z.record(text, reason).optional().describe('id of each of the others, and why not them'),
    ...z.object(draftPassedOn).partial().shape,
  }),
  'task.taken': event('Somebody took a task.', moved),
  'task.started': event('The holder of a task began.', moved),
  'task.released': event('A task went back to the pool.', { ...moved, ...draftPassedOn }),
  'task.submitted': event('The verdict that a task asks for was submitted.', moved),
  'task.completed': event('A task ended with its work done.', followed),
  'task.returned': event('A task ended, and the verdict was given back.', followed),
  'task.canceled': event('A task ended because its claim went elsewhere.', followed),
  'task.expired': event('The lease of a task ran out.', { ...moved, ...draftPassedOn }),
  'task.extended': event('A task has a new lease.', moved),
  'task.paused': event('Clock and lease of a task stand still.', { ...moved, reason: sealed.nullable() }),
  'task.resumed': event('Clock and lease of a task go on.', moved),
  'task.prioritized': event('A task has another priority.', {
    ...task,
    from: priority.describe('Its priority before'),
    to: priority.describe('Its priority since'),
    checkAt,
    note: sealed.nullable().optional(),
  }),
  'task.reminded': event('Half of the time for a task is over.', clockStep),
  'task.overdue': event('The time for a task is over.', clockStep),
  'task.escalated': event('A task was brought before the editors.', clockStep),

  'verdict.submitted': event('A verdict was submitted.', {
    task: uuid.describe('id of the task'),
    ...task,
    ...written,
  }),
  'verdict.refused': event('A verdict could not be recorded.', {
    reasons: z.array(text).describe('Codes of what stood against it'),
  }),
  'verdict.edited': event('A verdict that awaits approval was edited.', {
    fields: z.array(text).describe('What was changed'),
    ...z.object(written).partial().shape,
    was,
  }),
  'verdict.glass_broken': event(
    'Somebody decided although another holds the approval; a second person has to confirm.',
    {
      reason: sealed.nullable(),
      note: sealed.nullable().optional(),
      acknowledged: z.array(z.looseObject({})).optional().describe('Clashes that may stand, each with why'),
      ...second,
      edition: digest.describe('Digest of the edition'),
    },
  ),
  'verdict.glass_unconfirmed': event(
    'The second person has not confirmed yet; the editors are told.',
    second,
  ),
  'verdict.glass_lapsed': event('The second person did not confirm in time.', second),
  'edition.changed': event('What was read for approval is no longer what would be published.', {
    edition: digest.describe('Digest of what would be published now'),
    was: z
      .strictObject({ edition: digest.describe('Digest of what the desk knew') })
      .describe('What stood there before'),
    changed: z.array(z.string()).describe('JSON pointers into the document'),
  }),
  'verdict.recheck_due': event('The time has passed for which a published finding was taken to hold.', {
    revision: z.int(),
    recheckAt: instant.describe('When that was'),
  }),
} as const satisfies Partial<Record<EventType, EventDescription>>;
