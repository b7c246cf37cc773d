/**
 * Tells the queue of deliveries that are owed, as soon as they are: at every signal, and every second for what
 * time alone brings. It runs in every worker process; however many tell of one run, the queue takes one job.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Complain } from '../src/complain.js';
import type { Signal } from '../src/db/signal.js';
import { idForRun, type Enqueue, type Job } from '../src/queue/jobs.js';

interface AnnouncingParts {
  /** Who is owed a run, and how many leases there have been. */
  findOwedRuns: () => Promise<{ id: string; lease: bigint }[]>;
  enqueue: Enqueue;
  signal: Pick<Signal, 'wait' | 'subscribe'>;
  complain: Complain;
  pollMs?: number;
}

/** Between two looks: many commits in a row are one reason to look. */
const breathMs = 10;

export function startAnnouncing({
  findOwedRuns,
  enqueue,
  signal,
  complain,
  pollMs = 1_000,
}: AnnouncingParts) {
  const closing = new AbortController();
  let heard = false;
  const wake = (): void => {
    heard = true;
  };
  const unsubscribe = signal.subscribe(wake);

  const announce = async (): Promise<void> => {
    const owed = await findOwedRuns();
    await Promise.all(
      owed.map(({ id, lease }) => {
        const job: Job & { name: 'deliver-webhook' } = {
          name: 'deliver-webhook',
          payload: { webhookId: id },
        };
        return enqueue(job, { id: idForRun(job, lease) });
      }),
    );
  };

  async function keepAnnouncing(): Promise<void> {
    while (!closing.signal.aborted) {
      heard = false;
      try {
        await announce();
      } catch (error) {
        complain(error, 'deliveries that are owed are not enqueued; trying again');
      }
      await pause(breathMs, undefined, { signal: closing.signal }).catch(() => undefined);
      // A signal that came meanwhile is not slept through.
      if (!heard) await signal.wait(pollMs, closing.signal);
    }
  }
  const announcing = keepAnnouncing();

  return {
    close: async () => {
      closing.abort();
      unsubscribe();
      await announcing;
    },
  };
}
