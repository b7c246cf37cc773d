import { Failure, notFound } from '../errors.js';
import type { QueueBackend } from './backend.types.js';
import { openWhenNeeded } from './open-queue.js';
import { within } from '../time-limit.js';

/** A job that was given up, as the queue remembers it. */
export interface GivenUp {
  id: string;
  name: string;
  payload: unknown;
  /** How often it was tried. */
  attempts: number;
  at: Date | undefined;
  reason: string;
}

/** What those who look after the queue see of it and may do. Each rejects while its store does not answer. */
export interface QueueWatch {
  kind: QueueBackend['kind'];
  /** How many jobs there are, by state. */
  depth: () => Promise<Record<string, number>>;
  /** The last ones that were given up, newest first. */
  givenUp: (most: number) => Promise<GivenUp[]>;
  /** Lets a job that was given up be tried again, as often as a new one. */
  putBack: (id: string) => Promise<void>;
  close: () => Promise<void>;
}

const timeLimitMs = 1_000;
const unhurriedMs = 8_000;

export function watchQueue(backend: QueueBackend): QueueWatch {
  const queue = openWhenNeeded(backend);
  const findGivenUp = async (most: number): Promise<GivenUp[]> => {
    const jobs = await (await queue.open()).getJobs('failed', 0, most - 1);
    return jobs.map(({ id = '', name, data, attemptsMade, finishedOn, failedReason }) => ({
      id,
      name,
      payload: data as unknown,
      attempts: attemptsMade,
      at: finishedOn === undefined ? undefined : new Date(finishedOn),
      reason: failedReason,
    }));
  };
  const putBack = async (id: string): Promise<void> => {
    const job = await (await queue.open()).getJob(id);
    if (!job) throw notFound('job', id);
    if (!(await job.isFailed())) throw notGivenUp(id);
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
  };
  return {
    kind: backend.kind,
    depth: () =>
      within(
        (async () => (await queue.open()).getJobCounts('waiting', 'active', 'delayed', 'failed'))(),
        timeLimitMs,
        'the queue did not say how long it is',
      ),
    givenUp: (most) => within(findGivenUp(most), unhurriedMs, 'the queue did not say what was given up'),
    putBack: (id) => within(putBack(id), unhurriedMs, 'the queue did not take the job back'),
    close: queue.close,
  };
}

const notGivenUp = (id: string): Failure =>
  new Failure('conflict', `The job ${JSON.stringify(id)} has not been given up, or is being tried again.`, {
    code: 'job_not_given_up',
  });
