import { createThrottledWarning } from '../throttled-warning.js';
import type { Log } from '../log.js';
import type { QueueBackend } from './backend.types.js';

interface Address {
  redisUrl?: string | undefined;
  databaseUrl: string;
}

/**
 * Connects nothing yet, and loads nothing: most commands have no use for the queue. Without `redisUrl` it lives in
 * PostgreSQL, in a schema of its own.
 */
export function createQueueBackend({ redisUrl, databaseUrl, log }: Address & { log: Log }): QueueBackend {
  const warn = createThrottledWarning(log);
  const load = async (): Promise<QueueBackend> =>
    redisUrl === undefined
      ? (await import('./postgres.js')).openPostgresBackend(databaseUrl, warn)
      : (await import('./redis.js')).openRedisBackend(redisUrl, warn);
  let loading: Promise<QueueBackend> | undefined;
  let loaded: QueueBackend | undefined;
  const open = async (): Promise<QueueBackend> => (loaded = await (loading ??= load()));
  const reached = (): QueueBackend => {
    if (!loaded) throw new Error('the queue was not reached yet');
    return loaded;
  };
  return {
    kind: redisUrl === undefined ? 'postgres' : 'redis',
    reach: async () => (await open()).reach(),
    check: async () => (await open()).check(),
    openQueue: () => reached().openQueue(),
    openWorker: (process, settings) => reached().openWorker(process, settings),
    close: async () => (await loading)?.close(),
  };
}
