/**
 * Carries committed events on: gives them their place in the feed and has the work they owe enqueued. It
 * runs in every worker process; locks let one at a time do each of the two, and the next take over at once.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createThrottledWarning } from '../../platform/throttled-warning.js';
import type { Signal } from '../../platform/db/commit-signal.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Log } from '../../platform/log.js';
import { idForEvent, type Enqueue, type Job } from '../../platform/queue/job.js';
import {
  advanceCursor,
  hasUnsequenced,
  isBehind,
  lockCursor,
  readFeed,
  sequenceEvents,
} from './feed.repository.js';
import type { OwingEvent } from '../../platform/queue/owing-event.js';

/** What a step did: moved something (there may be more), found nothing, or found another relay at it. */
type Step = 'moved' | 'idle' | 'busy';

const sequenceBatch = 500;
const dispatchBatch = 200;
const cursorName = 'jobs';

/** Gives positions to committed events. Looks before it opens a transaction: mostly there is nothing to do. */
export async function sequence({ db, transact }: Store): Promise<Step> {
  if (!(await hasUnsequenced(db))) return 'idle';
  const moved = await transact((tx) => sequenceEvents(tx, sequenceBatch));
  if (moved === undefined) return 'busy';
  return moved > 0 ? 'moved' : 'idle';
}

interface Dispatching {
  enqueue: Enqueue;
  /** The jobs that an event owes. */
  jobsFor: (event: OwingEvent) => readonly Job[];
}

/**
 * Enqueues what the next entries of the feed owe, and only then moves on. A failure or crash in between
 * leaves the cursor where it was; the same ids are sent again, which adds nothing.
 */
export async function dispatch({ db, transact }: Store, { enqueue, jobsFor }: Dispatching): Promise<Step> {
  if (!(await isBehind(db, cursorName))) return 'idle';
  return transact(async (tx) => {
    const position = await lockCursor(tx, cursorName);
    if (position === undefined) return 'busy';
    const entries = await readFeed(tx, position, dispatchBatch);
    const last = entries.at(-1);
    if (!last) return 'idle';
    await Promise.all(
      entries.flatMap((event) =>
        jobsFor(event).map((job) => enqueue(job, { id: idForEvent(job, event.id) })),
      ),
    );
    await advanceCursor(tx, cursorName, last.position);
    return 'moved';
  });
}

interface RelayOptions extends Dispatching {
  store: Store;
  signal: Pick<Signal, 'notify' | 'wait' | 'subscribe'>;
  log: Log;
  /** How often it looks when no signal comes. */
  pollMs?: number;
}

interface Relay {
  /** Resolves when the step under way has ended. */
  close(): Promise<void>;
}

/** Two loops, so that a queue that takes nothing does not keep events out of the feed. */
export function startRelay({ store, enqueue, jobsFor, signal, log, pollMs = 1_000 }: RelayOptions): Relay {
  const closing = new AbortController();
  const warn = createThrottledWarning(log);

  const sequencing = keepGoing({
    step: async () => {
      const step = await sequence(store);
      if (step === 'moved') signal.notify('work'); // the dispatcher, and whoever waits at the feed
      return step;
    },
    failed: (error) => {
      warn(error, 'events get no place in the feed; trying again');
    },
  });
  const dispatching = keepGoing({
    step: () => dispatch(store, { enqueue, jobsFor }),
    failed: (error) => {
      warn(error, 'work that events owe is not enqueued; trying again');
    },
  });

  return {
    close: async () => {
      closing.abort();
      await Promise.all([sequencing, dispatching]);
    },
  };

  async function keepGoing(work: { step: () => Promise<Step>; failed: (error: unknown) => void }) {
    let signals = 0;
    const unsubscribe = signal.subscribe(() => {
      signals++;
    });
    for (let failures = 0; !closing.signal.aborted;) {
      const signalsBefore = signals;
      try {
        const step = await work.step();
        failures = 0;
        if (step === 'busy') await rest(100);
        // A signal that came during the step is not slept through.
        else if (step === 'idle' && signals === signalsBefore) await signal.wait(pollMs, closing.signal);
      } catch (error) {
        work.failed(error);
        await rest(Math.min(250 * 2 ** failures++, 5_000));
      }
    }
    unsubscribe();
  }

  async function rest(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: closing.signal }).catch(() => undefined);
  }
}
