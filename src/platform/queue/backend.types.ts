import type { Job as QueuedJob, Queue, Worker } from 'bullmq';

export const queueName = 'isnad';

export type Process = (job: QueuedJob) => Promise<void>;

interface WorkerSettings {
  concurrency: number;
  maxStartedAttempts: number;
}

/** What we use of a queue and of a worker; the classes for the two stores agree on it. */
export type OpenQueue = Pick<
  Queue,
  'add' | 'close' | 'getJob' | 'getJobs' | 'getJobCounts' | 'obliterate' | 'waitUntilReady'
>;
export type OpenWorker = Pick<Worker, 'close' | 'waitUntilReady'>;

export interface QueueBackend {
  kind: 'redis' | 'postgres';
  /** Resolves once the store answers and can hold the queue; throws where not. */
  reach(): Promise<void>;
  /** For readiness: true, or what is wrong in words. Throws when the store does not answer. */
  check(): Promise<true | string>;
  /**
   * Both only after `reach`, and to be thrown away when `waitUntilReady` rejects: on either store, one whose
   * first connection fails stays dead for ever.
   */
  openQueue(): OpenQueue;
  openWorker(process: Process, settings: WorkerSettings): OpenWorker;
  close(): Promise<void>;
}

/** How long a worker whose store refuses it rests before it asks for the next job again. How often a job is tried: src/jobs.ts. */
export const storeRestMs = 1_000;

/** How a worker behaves, wherever its queue lives. */
export const workerOptions = ({ concurrency, maxStartedAttempts }: WorkerSettings) => ({
  concurrency,
  maxStartedAttempts,
  // A job whose worker died is taken up again within lockDuration + stalledInterval.
  lockDuration: 15_000,
  stalledInterval: 10_000,
  // How often it may be taken up again is said by maxStartedAttempts alone.
  maxStalledCount: maxStartedAttempts,
  runRetryDelay: storeRestMs,
});
