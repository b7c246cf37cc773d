import { z } from 'zod';
import { patient, type JobContract } from '../../platform/queue/job.js';

/** Brings the spans of tasks, which figures are made of, up to the end of the feed. */
export const updateTaskSpansJob = { ...patient, payload: z.strictObject({}) } as const satisfies JobContract;
