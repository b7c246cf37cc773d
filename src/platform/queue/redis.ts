/** The queue in Redis. */
import { createRedisBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { WarnThrottled } from '../throttled-warning.js';
import { queueName, workerOptions, type QueueBackend } from './backend.types.js';
import { restWhenStoreFails } from './rest-when-store-fails.js';

const prefix = 'isnad';

const common = {
  lazyConnect: true,
  connectTimeout: 5_000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(100 * 2 ** times, 2_000),
};

/** Fails at once while Redis is down; waiting for it would hold the sender, and send later behind its back. */
const forSending = {
  ...common,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  commandTimeout: 5_000,
};

/** Waits for Redis to come back, however long it takes. */
const forWorking = { ...common, maxRetriesPerRequest: null };

export function openRedisBackend(redisUrl: string, warn: WarnThrottled): QueueBackend {
  const troubled = (error: Error): void => {
    warn(error, 'the connection to the queue (Redis) is in trouble');
  };
  const connect = (options: typeof forSending | typeof forWorking): Redis => {
    const client = new Redis(redisUrl, options);
    client.on('error', troubled);
    return client;
  };
  const sender = connect(forSending);
  const clients = [sender];

  let connecting: Promise<void> | undefined;
  const reach = async (): Promise<void> => {
    // The first call connects; from then on the client reconnects by itself.
    connecting ??= sender.connect().catch((error: unknown) => {
      troubled(error as Error);
    });
    await connecting;
    await sender.ping();
  };

  return {
    kind: 'redis',
    reach,
    check: async () => {
      await reach();
      const memory = await sender.info('memory');
      const field = (name: string): string | undefined =>
        new RegExp(`^${name}:(.*)$`, 'm').exec(memory)?.[1]?.trim();
      const policy = field('maxmemory_policy');
      if (policy !== undefined && policy !== 'noeviction') {
        return `Redis throws jobs away when it is full: maxmemory-policy is ${policy}, set it to noeviction`;
      }
      const limit = Number(field('maxmemory') ?? 0);
      return limit > 0 && Number(field('used_memory')) >= limit
        ? 'Redis is full: it takes no more jobs'
        : true;
    },
    openQueue: () => {
      const queue = new Queue(queueName, { connection: sender, prefix, skipWaitingForReady: true });
      queue.on('error', troubled);
      return queue;
    },
    openWorker: (process, settings) => {
      const connection = connect(forWorking);
      clients.push(connection);
      const worker = new Worker(
        queueName,
        process,
        { connection, prefix, ...workerOptions(settings) },
        restWhenStoreFails(createRedisBackend),
      );
      worker.on('error', troubled);
      return worker;
    },
    close: () => {
      for (const client of clients) client.disconnect();
      return Promise.resolve();
    },
  };
}
