import { z } from 'zod';
import type { JobContract } from '../../platform/queue/job.js';

/** Signs a checkpoint over all chains, once a day; a million claims take a while to look up. */
export const signCheckpointJob = {
  payload: z.strictObject({}),
  attempts: 3,
  backoffMs: 5_000,
  maxStartedAttempts: 4,
  timeLimitMs: 600_000,
} as const satisfies JobContract;
