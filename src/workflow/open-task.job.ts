import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** Opens the task that the claim's status owes. */
export const openTaskJob = {
  ...patient,
  payload: z.strictObject({ claimId: z.uuid() }),
} as const satisfies JobContract;
