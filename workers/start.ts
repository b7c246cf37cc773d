import { setTimeout as pause } from 'node:timers/promises';
import { createThrottledWarning } from '../src/platform/throttled-warning.js';
import type { Signal } from '../src/platform/db/commit-signal.js';
import { isUnusable } from '../src/platform/db/check-database.js';
import type { Store } from '../src/platform/db/transaction.js';
import { startRelay } from '../src/delivery/feed/relay.js';
import type { Log } from '../src/platform/log.js';
import type { OpenWorker, QueueBackend } from '../src/platform/queue/backend.types.js';
import { jobNames, jobs, jobsFor } from '../src/jobs.js';
import { createProducer } from '../src/platform/queue/producer.js';
import { within } from '../src/platform/time-limit.js';
import type { Trace } from '../src/platform/tracing/trace.js';
import { startEnqueueingDeliveries } from './enqueue-deliveries.js';
import { createDeliveryPool } from './delivery-pool.js';
import { createHandlers, type WorkerServices } from './handlers.js';
import { createProcess } from './run-job.js';
import { startSweepSchedule } from './sweep-schedule.js';

export interface WorkerDeps {
  services: WorkerServices;
  backend: QueueBackend;
  store: Store;
  signal: Pick<Signal, 'notify' | 'wait' | 'subscribe'>;
  log: Log;
  trace?: Trace | undefined;
  concurrency: number;
  /** Throws where the database or the queue cannot be worked on as it is. */
  check: () => Promise<void>;
  /** Called where no waiting helps. */
  giveUp: (error: Error) => void;
  /** How long jobs under way may take to end when the process is told to. */
  closeLimitMs?: number;
}

export interface Workers {
  close(): Promise<void>;
}

/** The loosest of the limits; each job's own is kept in run-job.ts. */
const maxStartedAttempts = Math.max(...jobNames.map((name) => jobs[name].maxStartedAttempts));

/**
 * Starts relay, worker, sweep and the deliveries of webhooks. It does not wait for the queue: while the store of the queue is down each
 * of them tries again by itself, and says so in the log.
 */
export function startWorkers(deps: WorkerDeps): Workers {
  const {
    services,
    backend,
    store,
    signal,
    log,
    trace,
    concurrency,
    check,
    giveUp,
    closeLimitMs = 20_000,
  } = deps;
  const warn = createThrottledWarning(log);
  const closing = new AbortController();
  const producer = createProducer(backend, jobs, trace);
  const { enqueue } = producer;
  const deliveries = startEnqueueingDeliveries({ ...services, enqueue, signal, warn });
  const deliveryPool = createDeliveryPool({ ...services, warn, trace, ended: deliveries.look });
  const handlers = createHandlers({ services, enqueue, deliveryPool, closing: closing.signal });
  const process = createProcess({ handlers, log, trace });

  const relay = startRelay({ store, enqueue, jobsFor, signal, log });
  const sweeping = startSweepSchedule({ enqueue, warn });
  const opening = openWorker();

  async function openWorker(): Promise<OpenWorker | undefined> {
    while (!closing.signal.aborted) {
      let worker: OpenWorker | undefined;
      try {
        await check();
        worker = backend.openWorker(process, { concurrency, maxStartedAttempts });
        await worker.waitUntilReady();
        log.info({ queue: backend.kind, concurrency }, 'working');
        return worker;
      } catch (error) {
        if (isUnusable(error)) {
          giveUp(error);
          return undefined;
        }
        warn(error, 'nothing can be worked on yet; trying again');
        await worker?.close().catch(() => undefined);
        await pause(1_000, undefined, { signal: closing.signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  // What brings new work ends first, what does it next, what both need last.
  async function close(): Promise<void> {
    closing.abort();
    sweeping.close();
    const ending = (async () => {
      await Promise.all([relay.close(), deliveries.close()]);
      await (await opening)?.close();
      await deliveryPool.close();
      await producer.close();
    })();
    try {
      await within(ending, closeLimitMs, 'the jobs under way, or the queue itself, did not end');
    } catch (error) {
      // Whatever is left is done by another worker, once its lock has run out.
      warn(error, 'closed without waiting any longer');
    }
  }

  return { close };
}
