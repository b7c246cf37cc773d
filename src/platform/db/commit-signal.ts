/**
 * Tells everyone who waits, in this process and in others, that something was committed. Only ever a hint:
 * whoever waits looks into the database, and looks again after a while when no signal came.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { createThrottledWarning } from '../throttled-warning.js';
import type { Log } from '../log.js';
import type { Pool } from './client.js';

/** Changed at most claims and the work on them: who somebody is, and what they may do, is as it was. */
export type Scope = 'work';
type Listener = (scope?: Scope) => void;

export interface Signal {
  /** To be called after a commit. Never throws, never blocks. */
  notify(scope?: Scope): void;
  /** Resolves at the next signal, or after `ms`, or once `abort` is aborted. */
  wait(ms: number, abort?: AbortSignal): Promise<void>;
  /** Calls `listener` at every signal, with what it is about where that is known; gives back what ends it. */
  subscribe(listener: Listener): () => void;
  close(): Promise<void>;
}

const channel = 'isnad_events';
const longestBackoffMs = 5_000;

export function createSignal({ url, pool, log }: { url: string; pool: Pool; log: Log }): Signal {
  const warn = createThrottledWarning(log);
  const listeners = new Set<Listener>();
  const closing = new AbortController();
  const closed = (): boolean => closing.signal.aborted;
  /** Tells our own notifications, whose waiters are awake already, from those of other processes. */
  const self = randomUUID();

  const wake = (scope?: Scope): void => {
    for (const listener of [...listeners]) listener(scope);
  };

  /**
   * NOTIFY stands outside of any transaction of ours because at COMMIT it takes a lock on the whole
   * database. Commits that come while one is on its way share the next, which tells the most of them all.
   */
  let sending: Promise<void> | undefined;
  let due: Scope | 'all' | undefined;
  /** One of everything that was lost: the next makes up for it. */
  let isOwed = false;
  const send = async (): Promise<void> => {
    while (due !== undefined) {
      const isWork = due === 'work' && !isOwed;
      const payload = isWork ? `${self} work` : self;
      due = undefined;
      try {
        await pool.query({ name: 'notify', text: 'SELECT pg_notify($1, $2)', values: [channel, payload] });
        isOwed = false;
      } catch (error) {
        isOwed ||= !isWork;
        warn(error, 'other processes were not told of a change; they will find it themselves');
      }
    }
    sending = undefined;
  };

  /** One connection that does nothing but listen; resolves when it breaks or the signal is closed. */
  const listen = async (connected: () => void): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'isnad signal',
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      // Finds out within seconds that the other end is gone without a word.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    const lost = new Promise<void>((resolve, reject) => {
      client.on('error', reject);
      client.on('end', resolve);
    });
    lost.catch(() => undefined); // it may break while still connecting, which `connect` reports
    client.on('notification', ({ payload = '' }) => {
      const [sender, scope] = payload.split(' ');
      if (sender !== self) wake(scope === 'work' ? scope : undefined);
    });
    const hangUp = (): void => {
      client.end().catch(() => undefined);
    };
    closing.signal.addEventListener('abort', hangUp);
    try {
      // Hung up on while it connects, it never settles.
      await Promise.race([client.connect(), lost]);
      if (closed()) return;
      await client.query(`LISTEN ${channel}`);
      connected();
      wake(); // whatever came while nobody listened
      await lost;
    } finally {
      closing.signal.removeEventListener('abort', hangUp);
      hangUp();
    }
  };

  const keepListening = async (): Promise<void> => {
    let failures = 0;
    while (!closed()) {
      try {
        await listen(() => {
          failures = 0;
        });
      } catch (error) {
        if (!closed()) warn(error, 'signals of other processes are not heard; trying again');
      }
      const backoffMs = Math.min(250 * 2 ** failures++, longestBackoffMs);
      await pause(backoffMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const listening = keepListening();

  return {
    notify: (scope) => {
      wake(scope);
      if (closed()) return;
      due = due === undefined || due === scope ? (scope ?? 'all') : 'all';
      sending ??= send();
    },
    wait: (ms, abort) =>
      new Promise((resolve) => {
        if (abort?.aborted) {
          resolve();
          return;
        }
        const done = (): void => {
          clearTimeout(timer);
          listeners.delete(done);
          abort?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        listeners.add(done);
        abort?.addEventListener('abort', done);
      }),
    subscribe: (listener) => {
      // A function of its own for each call: the same listener may subscribe twice.
      const entry: Listener = (scope) => {
        listener(scope);
      };
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
    close: async () => {
      closing.abort();
      wake();
      await Promise.all([sending, listening]);
    },
  };
}
