import { z } from 'zod';
import { patient, type JobContract } from '../platform/queue/job.js';

/** What an edition can be made of: a change of it may be a change of what is about to be published. */
export const ingredients = ['claim', 'source', 'article', 'instrument', 'verdict'] as const;

/**
 * Looks whether the editions that were read, and that this is part of, would be other ones now. The sweep does not look for
 * it: should it be lost with the queue, a decision still compares what it names.
 */
export const compareEditionJob = {
  ...patient,
  payload: z.strictObject({ about: z.enum(ingredients), id: z.uuid() }),
} as const satisfies JobContract;
