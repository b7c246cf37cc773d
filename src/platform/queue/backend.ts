import { createThrottledWarning } from '../throttled-warning.js';
import type { Log } from '../log.js';
import type { QueueBackend } from './backend.types.js';
import { openPostgresBackend } from './postgres.js';
import { openRedisBackend } from './redis.js';

interface Address {
  redisUrl?: string | undefined;
  databaseUrl: string;
}

/** Connects nothing yet. Without `redisUrl` the queue lives in PostgreSQL, in a schema of its own. */
export function createQueueBackend({ redisUrl, databaseUrl, log }: Address & { log: Log }): QueueBackend {
  const warn = createThrottledWarning(log);
  return redisUrl === undefined ? openPostgresBackend(databaseUrl, warn) : openRedisBackend(redisUrl, warn);
}
