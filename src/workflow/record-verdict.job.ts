import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** Records a submitted verdict, or refuses it with a reason. */
export const recordVerdictJob = {
  ...patient,
  payload: z.strictObject({ verdictId: z.uuid() }),
} as const satisfies JobContract;
