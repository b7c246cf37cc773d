/**
 * Every job there is, by its name in the queue: what it is given, how often it is tried and after which rest. And which
 * events owe which.
 */
import { z } from 'zod';
import { captureJobsFor } from './capture/owed-jobs.js';
import { delayUntil, type Job, type JobContracts } from './platform/queue/job.js';
import type { OwingEvent } from './platform/queue/owing-event.js';
import { ingredients, workflowJobsFor } from './workflow/owed-jobs.js';

/** How a job is tried where its line says nothing else: for work that soon succeeds or never will. */
const usual = { attempts: 8, backoffMs: 500, maxStartedAttempts: 12, timeLimitMs: 20_000 };

/** `policy`: in what its tries differ from the usual ones. */
const job = <Payload extends z.ZodRawShape>(payload: Payload, policy: Partial<typeof usual> = {}) => ({
  ...usual,
  ...policy,
  payload: z.strictObject(payload),
});

export const jobs = {
  /** Opens the task that the claim's status owes. */
  'open-task': job({ claimId: z.uuid() }),
  /** Records a submitted verdict, or refuses it with a reason. */
  'record-verdict': job({ verdictId: z.uuid() }),
  /** Looks at the page of evidence and keeps what it says. What fails is tried again by the sweep. */
  'capture-evidence': job(
    { evidenceId: z.uuid() },
    { attempts: 3, backoffMs: 1_000, maxStartedAttempts: 6, timeLimitMs: 40_000 },
  ),
  /** Says that a published verdict is due to be checked again. */
  'ask-recheck': job({ verdictId: z.uuid() }),
  /** Looks whether a decision out of turn has waited too long for its second person. */
  'check-glass-break': job({ verdictId: z.uuid() }),
  /** Says what is due on a task: reminder, overdue, escalation, the end of its lease. */
  'check-clock': job({ taskId: z.uuid() }),
  /** Looks whether the editions that were read, and that this is part of, would be other ones now. */
  'compare-edition': job({ about: z.enum(ingredients), id: z.uuid() }),
  /** Signs a checkpoint over all chains, if one is due; a million claims take a while to look up. */
  'sign-checkpoint': job({}, { attempts: 3, backoffMs: 5_000, maxStartedAttempts: 4, timeLimitMs: 600_000 }),
  /** Delivers what is owed to a webhook by now. */
  'deliver-webhook': job({ webhookId: z.uuid() }),
  /** Brings the spans of tasks, which figures are made of, up to the end of the feed. */
  'update-task-spans': job({}),
  /** Sums up the figures of a week that is over, so that long windows are read from sums. */
  'sum-week': job({ monday: z.iso.date() }),
  /** Ends a change that nobody has confirmed in time. */
  'lapse-privileged-change': job({ changeId: z.uuid() }),
  /** Removes captured bytes from their store, once what they belong to was erased. */
  'remove-erased-files': job({ erasureId: z.uuid() }),
  /** Brings back whatever is owed and was lost; the next one comes soon, so this one is not tried again. */
  sweep: job({}, { attempts: 1, backoffMs: 0, maxStartedAttempts: 2, timeLimitMs: 60_000 }),
} as const satisfies JobContracts;

export type JobName = keyof typeof jobs;
export type Payload<Name extends JobName> = z.output<(typeof jobs)[Name]['payload']>;

/** A job of the list, with the payload of its contract. */
export type KnownJob = {
  [Name in JobName]: { name: Name; payload: Payload<Name>; delayMs?: number };
}[JobName];

export const jobNames = Object.keys(jobs) as JobName[];

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/**
 * The jobs an event owes, none for most. One that names what can be no job's is passed over: the queue would refuse it
 * for ever, and nobody would get past the event.
 */
export const jobsFor = (event: OwingEvent): Job[] =>
  [...workflowJobsFor(event), ...captureJobsFor(event), ...adminJobsFor(event)].filter(
    ({ name, payload }) => isJobName(name) && jobs[name].payload.safeParse(payload).success,
  );

const adminJobsFor = ({ type, subjectId, checkInMs }: OwingEvent): Job[] => {
  if (type === 'content.erased') return [{ name: 'remove-erased-files', payload: { erasureId: subjectId } }];
  if (type !== 'privileged_change.asked') return [];
  return [
    {
      name: 'lapse-privileged-change',
      payload: { changeId: subjectId },
      delayMs: delayUntil(checkInMs ?? 0),
    },
  ];
};
