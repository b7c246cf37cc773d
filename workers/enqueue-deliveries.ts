/**
 * Tells the queue of deliveries that are owed, as soon as they are: at every signal, and every second for what
 * time alone brings. It runs in every worker process; however many tell of one run, the queue takes one job.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { WarnThrottled } from '../src/platform/throttled-warning.js';
import type { Signal } from '../src/platform/db/commit-signal.js';
import type { Deliveries } from './delivery-pool.js';
import { idForRun } from '../src/delivery/webhooks/delivery.service.js';
import type { Enqueue } from '../src/platform/queue/job.js';

interface Deps extends Pick<Deliveries, 'findOwedRuns'> {
  enqueue: Enqueue;
  signal: Pick<Signal, 'wait' | 'subscribe'>;
  warn: WarnThrottled;
  pollMs?: number;
}

/** Between two looks: many commits in a row are one reason to look. */
const breathMs = 10;
const failureMs = 500;

interface EnqueuedDeliveries {
  /** Looks now rather than later: a run has ended, and there may be more. */
  look: () => void;
  close(): Promise<void>;
}

export function startEnqueueingDeliveries(deps: Deps): EnqueuedDeliveries {
  const { findOwedRuns, enqueue, signal, warn, pollMs = 1_000 } = deps;
  const closing = new AbortController();
  let signals = 0;
  let nap = new AbortController();
  const look = (): void => {
    signals++;
    nap.abort();
  };
  const unsubscribe = signal.subscribe(look);

  const enqueueOwedRuns = async (): Promise<void> => {
    const owed = await findOwedRuns();
    await Promise.all(
      owed.map(({ id, lease }) => {
        const job = { name: 'deliver-webhook', payload: { webhookId: id } } as const;
        return enqueue(job, { id: idForRun(job, lease) });
      }),
    );
  };

  async function keepEnqueueing(): Promise<void> {
    while (!closing.signal.aborted) {
      const signalsBefore = signals;
      try {
        await enqueueOwedRuns();
      } catch (error) {
        warn(error, 'deliveries that are owed are not enqueued; trying again');
        await pause(failureMs, undefined, { signal: closing.signal }).catch(() => undefined);
      }
      await pause(breathMs);
      nap = new AbortController();
      // A signal that came meanwhile is not slept through.
      if (signals === signalsBefore) await signal.wait(pollMs, nap.signal);
    }
  }
  const enqueueing = keepEnqueueing();

  return {
    look,
    close: async () => {
      closing.abort();
      unsubscribe();
      look();
      await enqueueing;
    },
  };
}
