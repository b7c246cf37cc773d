import { z } from 'zod';
import { priorities } from '../desk/desk.schema.js';
import { claimSummary } from '../claims/claim-output.schema.js';
import { commaSeparated, idOrRef, instant, pageQuery, ref, uuid } from '../http/schema.js';
import { stages, taskStates } from './task.lifecycle.js';

export const taskQuery = pageQuery.extend({
  state: commaSeparated(z.enum(taskStates)).optional(),
  stage: commaSeparated(z.enum(stages)).optional(),
  assignee: idOrRef.optional().describe('id or ref of a member; `me` for your own'),
});
export type TaskQuery = z.output<typeof taskQuery>;

export const nextInput = z.strictObject({
  stages: z
    .array(z.enum(stages))
    .min(1)
    .max(4)
    .optional()
    .describe('All that your role may work at, if left out'),
});

export const draft = z
  .strictObject({ task: uuid, draft: z.record(z.string(), z.unknown()).nullable(), version: z.int() })
  .meta({ id: 'Draft' });

export const task = z
  .strictObject({
    id: uuid,
    claim: claimSummary,
    stage: z.enum(stages),
    round: z.int(),
    state: z.enum(taskStates),
    assignee: ref.nullable(),
    priority: z.enum(priorities),
    hasDraft: z.boolean(),
    openedAt: instant,
    takenAt: instant.nullable(),
    closedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'ReviewTask' });
