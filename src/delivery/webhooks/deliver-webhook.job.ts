import { z } from 'zod';
import { patient, type Job, type JobContract } from '../../platform/queue/job.js';

/** Delivers what is owed to a webhook by now. */
export const deliverWebhookJob = {
  ...patient,
  payload: z.strictObject({ webhookId: z.uuid() }),
} as const satisfies JobContract;

/**
 * A run of deliveries is sent under one id until it has begun: `lease` counts the beginnings and the ends. A look
 * while a run is under way gives another number than one after it.
 */
export const idForRun = ({ name, payload }: Job, lease: bigint): string =>
  `${name}-${payload['webhookId'] ?? ''}-run${String(lease)}`;
