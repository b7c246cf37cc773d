import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** Looks whether a decision out of turn has waited too long for its second person. */
export const checkGlassBreakJob = {
  ...patient,
  payload: z.strictObject({ verdictId: z.uuid() }),
} as const satisfies JobContract;
