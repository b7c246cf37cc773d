import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** Says what is due on a task: reminder, overdue, escalation, the end of its lease. */
export const checkClockJob = {
  ...patient,
  payload: z.strictObject({ taskId: z.uuid() }),
} as const satisfies JobContract;
