import { z } from 'zod';
import { patient, type Job, type JobContract } from '../../platform/queue/job.js';
import type { OwingEvent } from '../../platform/queue/owing-event.js';

/** Removes captured bytes from their store, once what they belong to was erased. */
export const removeErasedFilesJob = {
  ...patient,
  payload: z.strictObject({ erasureId: z.uuid() }),
} as const satisfies JobContract;

export const erasureJobsFor = ({ type, subjectId }: OwingEvent): Job[] =>
  type === 'content.erased' ? [{ name: 'remove-erased-files', payload: { erasureId: subjectId } }] : [];
