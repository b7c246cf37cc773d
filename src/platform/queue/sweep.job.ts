import { z } from 'zod';
import type { JobContract } from './job.js';

/** Brings back whatever is owed and was lost; the next one comes soon, so this one is not tried again. */
export const sweepJob = {
  payload: z.strictObject({}),
  attempts: 1,
  backoffMs: 0,
  maxStartedAttempts: 2,
  timeLimitMs: 60_000,
} as const satisfies JobContract;

export const sweepIntervalMs = 20_000;

/** However many processes call for a sweep in one interval, the queue takes one. */
export const idOfSweep = (nowMs: number): string => `sweep-at${String(Math.floor(nowMs / sweepIntervalMs))}`;
