import { z } from 'zod';
import type { OwingEvent } from '../../platform/queue/owing-event.js';
import { patient, type Job, type JobContract } from '../../platform/queue/job.js';

/** Ends a change that nobody has confirmed in time. */
export const lapsePrivilegedChangeJob = {
  ...patient,
  payload: z.strictObject({ changeId: z.uuid() }),
} as const satisfies JobContract;

/** So that the job does not come a moment before the time is over. */
const marginMs = 200;

export const privilegedJobsFor = ({ type, subjectId, checkInMs }: OwingEvent): Job[] =>
  type === 'privileged_change.asked'
    ? [
        {
          name: 'lapse-privileged-change',
          payload: { changeId: subjectId },
          delayMs: Math.max(0, Math.ceil(checkInMs ?? 0)) + marginMs,
        },
      ]
    : [];
