import { idForSweep, type Enqueue, type Job } from '../../src/platform/queue/job.js';

interface Ledger {
  /** A job for everything that is owed by now, whatever the queue holds. */
  findOwed(): Promise<Job[]>;
  /** Throws away what was to be kept for a while, once that is over. */
  deleteOld(): Promise<void>;
}

/** Few at a time: a queue in trouble must not be met with a thousand calls at once. */
const atOnce = 20;

/**
 * Enqueues what is owed. It waits in the queue like any other job: behind a backlog it finds the backlog
 * done, and asks for nothing twice.
 */
export const sweep = (ledger: Ledger, enqueue: Enqueue, now: () => number) => async (): Promise<void> => {
  const owed = await ledger.findOwed();
  for (let at = 0; at < owed.length; at += atOnce) {
    await Promise.all(owed.slice(at, at + atOnce).map((job) => enqueue(job, { id: idForSweep(job, now()) })));
  }
  await ledger.deleteOld();
};
