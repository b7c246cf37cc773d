import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.js';
import { reasonOf } from '../throttled-warning.js';
import { launch, type Launch, type Server } from './server.js';

const longestBackoffMs = 30_000;

/**
 * Keeps a server running until it is told to stop: one that was killed (by the kernel, for memory) is started
 * again on the same port, so everything connected to it finds it again.
 */
export function supervise(first: Server, options: Launch, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const isStopping = (): boolean => stopping.signal.aborted;
  let server = first;

  const restart = async (): Promise<void> => {
    for (let backoffMs = 100; !isStopping(); backoffMs = Math.min(2 * backoffMs, longestBackoffMs)) {
      try {
        server = await launch(options, first.port);
        log.warn('the embedded PostgreSQL runs again');
        return;
      } catch (error) {
        log.error({ reason: reasonOf(error) }, 'the embedded PostgreSQL does not start again');
        await pause(backoffMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      }
    }
  };
  const keep = async (): Promise<void> => {
    for (;;) {
      await server.ended;
      if (isStopping()) return;
      log.error('the embedded PostgreSQL has ended, and is started again');
      await restart();
      if (isStopping()) await server.stop();
    }
  };
  const keeping = keep();

  return {
    stop: async () => {
      stopping.abort();
      await server.stop();
      await keeping;
    },
  };
}
