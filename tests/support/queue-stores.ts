import { hasRedis, startRedis } from './redis.js';

export interface QueueStore {
  /** Absent: the queue is in the test's own database. */
  redisUrl?: string;
  close: () => Promise<void>;
}

/** Both places a queue can live in; what holds for one must hold for the other. */
export const queueStores: { name: string; skipped: boolean; open: () => Promise<QueueStore> }[] = [
  { name: 'PostgreSQL', skipped: false, open: () => Promise.resolve({ close: () => Promise.resolve() }) },
  {
    name: 'Redis',
    skipped: !hasRedis,
    open: async () => {
      const redis = await startRedis();
      return { redisUrl: redis.url, close: redis.stop };
    },
  },
];
