import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** Says that a published verdict is due to be checked again. */
export const askRecheckJob = {
  ...patient,
  payload: z.strictObject({ verdictId: z.uuid() }),
} as const satisfies JobContract;
