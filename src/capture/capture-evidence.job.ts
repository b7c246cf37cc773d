import { z } from 'zod';
import type { JobContract } from '../platform/queue/job.js';

/** Looks at the page of evidence and keeps what it says. What fails is tried again by the sweep. */
export const captureEvidenceJob = {
  payload: z.strictObject({ evidenceId: z.uuid() }),
  attempts: 3,
  backoffMs: 1_000,
  maxStartedAttempts: 6,
  timeLimitMs: 40_000,
} as const satisfies JobContract;
