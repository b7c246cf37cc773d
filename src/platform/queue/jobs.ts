/**
 * PURE: what work there is. One table says of every job what it is told, how often it is tried and how long
 * it may take; whoever sends a job and whoever does it both read it here.
 */
import { z } from 'zod';

export interface JobContract {
  payload: z.ZodType;
  /** How often it is tried before it is given up. */
  attempts: number;
  /** Milliseconds before the second try; doubled before each further one. */
  backoffMs: number;
  /** How often it may be started at all: a worker that dies with the job in hand uses up no attempt. */
  maxStartedAttempts: number;
  /** Milliseconds after which a try counts as failed. */
  timeLimitMs: number;
}

const patient = { attempts: 8, backoffMs: 500, maxStartedAttempts: 12, timeLimitMs: 20_000 };

export const jobs = {
  /** Opens the task that the claim's status owes. */
  'open-task': { ...patient, payload: z.strictObject({ claimId: z.uuid() }) },
  /** Records a submitted verdict, or refuses it with a reason. */
  'record-verdict': { ...patient, payload: z.strictObject({ verdictId: z.uuid() }) },
  /** Looks at the page of evidence and keeps what it says. What fails is tried again by the sweep. */
  'capture-evidence': {
    payload: z.strictObject({ evidenceId: z.uuid() }),
    attempts: 3,
    backoffMs: 1_000,
    maxStartedAttempts: 6,
    timeLimitMs: 40_000,
  },
  /** Says that a published verdict is due to be checked again. */
  'ask-recheck': { ...patient, payload: z.strictObject({ verdictId: z.uuid() }) },
  /** Says what is due on a task: reminder, overdue, escalation, the end of its lease. */
  'check-clock': { ...patient, payload: z.strictObject({ taskId: z.uuid() }) },
  /** Signs a checkpoint over all chains, once a day; a million claims take a while to look up. */
  'sign-checkpoint': {
    payload: z.strictObject({}),
    attempts: 3,
    backoffMs: 5_000,
    maxStartedAttempts: 4,
    timeLimitMs: 600_000,
  },
  /** Delivers what is owed to a webhook by now. */
  'deliver-webhook': { ...patient, payload: z.strictObject({ webhookId: z.uuid() }) },
  /** Brings the spans of tasks, which figures are made of, up to the end of the feed. */
  'update-task-spans': { ...patient, payload: z.strictObject({}) },
  /** Sums up a week that is over, so that long windows are read from few rows. */
  'sum-week': { ...patient, payload: z.strictObject({ monday: z.iso.date() }) },
  /** Brings back whatever is owed and was lost; the next one comes soon, so this one is not tried again. */
  sweep: {
    payload: z.strictObject({}),
    attempts: 1,
    backoffMs: 0,
    maxStartedAttempts: 2,
    timeLimitMs: 60_000,
  },
} as const satisfies Record<string, JobContract>;

export type JobName = keyof typeof jobs;
export type Payload<Name extends JobName> = z.output<(typeof jobs)[Name]['payload']>;
export type Job = {
  [Name in JobName]: {
    name: Name;
    payload: Payload<Name>;
    /** How long it waits in the queue; not at all where this is left out. */
    delayMs?: number;
  };
}[JobName];
/** What services and the relay are given to have work done. Rejects when the queue did not take the job. */
export type Enqueue = (job: Job, options: { id: string }) => Promise<void>;

export const jobNames = Object.keys(jobs) as JobName[];

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobs, name);

/** Work asked for by an event is sent under one id, however often it is sent. */
export const idForEvent = (job: Job, eventId: string): string => `${job.name}-${eventId}`;

/**
 * A run of deliveries is sent under one id until it has begun: `lease` counts the beginnings and the ends. Whoever
 * looks while a run is under way sees another number afterwards.
 */
export const idForRun = ({ name, payload }: Job & { name: 'deliver-webhook' }, lease: bigint): string =>
  `${name}-${payload.webhookId}-run${String(lease)}`;

/**
 * Work found by the sweep is sent under one id per half minute. A queue takes an id that it still remembers
 * as done for done: without the time in it, work that got lost after that would never come back.
 */
export function idForSweep(job: Job, nowMs: number): string {
  const subject = Object.values<string>(job.payload);
  return [job.name, ...subject, `sweep${String(Math.floor(nowMs / 30_000))}`].join('-');
}

export const sweepIntervalMs = 20_000;

/** However many processes call for a sweep in one interval, the queue takes one. */
export const idOfSweep = (nowMs: number): string => `sweep-at${String(Math.floor(nowMs / sweepIntervalMs))}`;
