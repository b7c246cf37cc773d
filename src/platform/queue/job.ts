/** What a job is. What each is given, how often it is tried and how long it may take: src/jobs.ts. */
import type { z } from 'zod';

interface JobContract {
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

/** Contracts by the names of their jobs. */
export type JobContracts = Readonly<Record<string, JobContract>>;

/** So that a job does not come a moment before what it is to look for. */
const marginMs = 200;
/** What is due later than that is left to the sweep, or to an event in between. */
export const longestDelayMs = 7 * 24 * 3_600_000;
export const delayUntil = (dueInMs: number): number =>
  Math.min(Math.max(0, Math.ceil(dueInMs)), longestDelayMs) + marginMs;

export interface Job {
  name: string;
  payload: Readonly<Record<string, string>>;
  /** How long it waits in the queue; not at all where this is left out. */
  delayMs?: number;
}

/** What services and the relay are given to have work done. Rejects when the queue did not take the job. */
export type Enqueue = (job: Job, options: { id: string }) => Promise<void>;

/** Work asked for by an event is sent under one id, however often it is sent. */
export const idForEvent = (job: Job, eventId: string): string => `${job.name}-${eventId}`;

/**
 * Work found by the sweep is sent under one id per half minute. A queue takes an id that it still remembers
 * as done for done: without the time in it, work that got lost after that would never come back.
 */
export const idForSweep = ({ name, payload }: Job, nowMs: number): string =>
  [name, ...Object.values(payload), `sweep${String(Math.floor(nowMs / 30_000))}`].join('-');
