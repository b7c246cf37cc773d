import { idForSweep, type Enqueue, type Job } from '../../src/platform/queue/job.js';

interface Ledger {
  /** A job for everything that is owed by now, whatever the queue holds; of each feature apart. */
  owed: readonly (() => Promise<readonly Job[]>)[];
  /** Each throws away what a feature was to keep for a while, once that is over. */
  deletions: readonly (() => Promise<unknown>)[];
}

/** Few at a time: a queue in trouble must not be met with a thousand calls at once. */
const atOnce = 20;

/**
 * Enqueues what is owed. It waits in the queue like any other job: behind a backlog it finds the backlog
 * done, and asks for nothing twice. What cannot be found of one feature keeps none of the others from being found.
 */
export const sweep =
  ({ owed, deletions }: Ledger, enqueue: Enqueue, now: () => number) =>
  async (): Promise<void> => {
    const enqueueOwed = async (find: () => Promise<readonly Job[]>): Promise<void> => {
      const jobs = await find();
      for (let at = 0; at < jobs.length; at += atOnce) {
        await Promise.all(
          jobs.slice(at, at + atOnce).map((job) => enqueue(job, { id: idForSweep(job, now()) })),
        );
      }
    };
    const failures: unknown[] = [];
    for (const step of [...owed.map((find) => () => enqueueOwed(find)), ...deletions]) {
      await step().catch((error: unknown) => failures.push(error));
    }
    if (failures.length === 1) throw failures[0];
    if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join('; '));
  };
