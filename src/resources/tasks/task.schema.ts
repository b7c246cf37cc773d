import { z } from 'zod';
import { priorities } from '../../domain/task/priority.js';
import { claimSummary, verdictOfTask } from '../claims/claim-output.schema.js';
import { idReference, instant, reference, uuid } from '../../platform/http/schema.js';
import { clocks } from '../../domain/task/clock.js';
import { peoplesTaskMoves, stages, taskStatuses } from '../../domain/task/lifecycle.js';
import { transitionsOf } from '../../platform/http/transitions.js';
import { startAtOnce } from '../../workflow/command.schema.js';

export const nextInput = z.strictObject({
  stages: z
    .array(z.enum(stages))
    .min(1)
    .max(4)
    .optional()
    .describe('All that your role may work at, if left out'),
  start: startAtOnce,
});
export type NextInput = z.output<typeof nextInput>;

export const draft = z
  .strictObject({ task: idReference, draft: z.record(z.string(), z.unknown()).nullable(), version: z.int() })
  .meta({ id: 'Draft' });

export const task = z
  .strictObject({
    id: uuid,
    claim: claimSummary,
    stage: z.enum(stages),
    round: z.int(),
    status: z.enum(taskStatuses),
    assignee: reference.nullable(),
    verdict: verdictOfTask,
    priority: z.enum(priorities),
    hasDraft: z.boolean(),
    openedAt: instant,
    takenAt: instant.nullable(),
    closedAt: instant.nullable(),
    leaseEndsAt: instant.nullable().describe("Until then it is its holder's; work on it moves it on"),
    clock: z.enum(clocks).nullable().describe('What is measured at present'),
    dueAt: instant.nullable(),
    overdue: z.boolean(),
    escalated: z.boolean().describe('Brought before the editors: it is long overdue'),
    paused: z
      .strictObject({ startedAt: instant, reason: z.string() })
      .nullable()
      .describe('Clock and lease stand still, and move on by as much when the pause ends'),
    updatedAt: instant,
    version: z.int(),
  })
  .meta({ id: 'ReviewTask' });

/** With all that is needed to write on it at once. */
export const takenTask = task
  .extend({
    draft: draft.shape.draft,
    draftTag: z
      .string()
      .describe('The ETag of its draft: what `PUT /v1/tasks/{id}/draft` wants as `If-Match`'),
  })
  .meta({ id: 'TakenTask' });

export const taskMoves = transitionsOf(peoplesTaskMoves, taskStatuses).meta({ id: 'TaskTransitions' });
