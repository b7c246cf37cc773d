import { z } from 'zod';
import { idReference, instant, reference } from '../../platform/http/schema.js';
import { stages } from '../../domain/task/lifecycle.js';
import { ageBuckets } from '../../domain/stats/flow.js';

export const flowQuery = z.strictObject({
  from: instant.optional().describe('Start of the window, inclusive; 28 days before `to` where left out'),
  to: instant.optional().describe('End of the window, exclusive; now where left out'),
  tests: z
    .enum(['include', 'exclude'])
    .default('exclude')
    .describe('Whether claims that were entered to try things out are counted'),
});

const count = z.int().min(0);
const seconds = z.strictObject({ p50: z.number(), p90: z.number() });
const byStage = z.strictObject({ triage: count, review: count, approval: count, correction: count });

const stageFlow = z.strictObject({
  stage: z.enum(stages),
  completed: count.describe(
    'Tasks that ended in the window with their work done; canceled and expired ones do not count',
  ),
  started: count.describe('Those of them that somebody had begun'),
  waiting: seconds
    .nullable()
    .describe(
      'Seconds in which nobody had begun the task: from when it was opened, released or passed on until it was started, or until it was done where nobody said that they began',
    ),
  working: seconds
    .nullable()
    .describe(
      'Seconds from start to submission, of the tasks that were begun. Pauses, and the recording of the verdict, are neither waiting nor working',
    ),
});

const concentration = z
  .strictObject({
    total: count,
    people: count,
    busiest: z.number().nullable().describe('Share of the person who did most'),
    topThree: z.number().nullable().describe('Share of the three who did most'),
    hhi: z
      .number()
      .nullable()
      .describe(
        'Herfindahl–Hirschman index: the sum of the squared shares; 1 where one person does everything',
      ),
  })
  .meta({ id: 'Concentration' });

export const flow = z
  .strictObject({
    startsAt: instant,
    endsAt: instant,
    measuredAt: instant.describe('The moment of what is told of now: aging, overdue and held'),
    tests: z.enum(['include', 'exclude']),
    stages: z.array(stageFlow),
    weeks: z
      .array(
        z.strictObject({
          week: z.string().describe('ISO 8601 week in UTC'),
          completed: byStage,
          published: count.describe('Revisions of verdicts that were published'),
        }),
      )
      .describe('Every week that the window touches; the first and last may be cut by it'),
    aging: z.strictObject({
      live: count,
      buckets: z.strictObject(Object.fromEntries(ageBuckets.map(({ name }) => [name, count]))),
      oldest: z.array(
        z.strictObject({
          task: idReference,
          claim: reference,
          stage: z.enum(stages),
          phase: z.string().describe('waiting, working, paused or recording'),
          holder: reference.nullable(),
          openedAt: instant,
          age: z.number().describe('Seconds since it was opened'),
        }),
      ),
    }),
    overdue: byStage,
    people: z.array(
      z.strictObject({
        member: reference,
        held: count.describe('Live tasks they hold now'),
        taken: count.describe(
          'Times a task became theirs: taken by them, assigned to them, or opened in their hands',
        ),
        completed: count.describe('Tasks of theirs that ended with their work done'),
        verdicts: count.describe('Verdicts they submitted'),
        approvals: count.describe('Verdicts they approved'),
      }),
    ),
    concentration: z.strictObject({
      completed: concentration,
      verdicts: concentration,
      approvals: concentration,
    }),
    returns: z.strictObject({
      returned: count,
      approved: count,
      share: z.number().nullable().describe('Returned, of all verdicts that were decided on'),
    }),
    corrections: count.describe('Corrections that were begun'),
    retractions: count,
  })
  .meta({ id: 'Flow' });
