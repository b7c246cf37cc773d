import type { Operation } from './http/route.js';
import type { Job } from './queue/job.js';

/** What a feature brings to the processes that run it; runtime.ts has the list of features. */
export interface Feature {
  operations?: readonly Operation[];
  /** A job for everything that is owed by now, whatever the queue holds: what the sweep brings back. */
  findOwed?: () => Promise<readonly Job[]>;
  /** Deletes what was to be kept for a while, once that is over. */
  deleteOld?: () => Promise<unknown>;
}
