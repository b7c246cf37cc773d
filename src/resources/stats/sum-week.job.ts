import { z } from 'zod';
import { patient, type JobContract } from '../../platform/queue/job.js';

/** Sums up the figures of a week that is over, so that long windows are read from sums. */
export const sumWeekJob = {
  ...patient,
  payload: z.strictObject({ monday: z.iso.date() }),
} as const satisfies JobContract;
