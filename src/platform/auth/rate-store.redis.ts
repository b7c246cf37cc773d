import { Redis } from 'ioredis';
import type { WarnThrottled } from '../throttled-warning.js';
import { windowMs } from '../../domain/access/rate.js';
import type { RateStore, Total } from './rate.service.js';

const prefix = 'isnad:rate:';
/** A window is looked at until the one after it has ended. */
const lifetimeSeconds = (3 * windowMs) / 1000;

export function createRedisRateStore(redisUrl: string, warn: WarnThrottled): RateStore {
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 5_000,
    // While it is down, an exchange fails at once; the next one comes in a second.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 2_000,
    retryStrategy: (times: number) => Math.min(100 * 2 ** times, 2_000),
  });
  client.on('error', (error: Error) => {
    warn(error, 'the connection to the rate limits (Redis) is in trouble');
  });
  let connecting: Promise<void> | undefined;

  return {
    async exchange(amounts) {
      // From then on the client reconnects by itself.
      connecting ??= client.connect().catch(() => undefined);
      await connecting;
      const pipeline = client.pipeline();
      for (const { subject, slot, amount } of amounts) {
        const name = `${prefix}${subject}:${String(slot)}`;
        pipeline
          .incrby(name, amount)
          .expire(name, lifetimeSeconds)
          .get(`${prefix}${subject}:${String(slot - 1)}`);
      }
      const answers = (await pipeline.exec()) ?? [];
      const failed = answers.find(([error]) => error)?.[0];
      if (failed) throw failed;
      return amounts.flatMap(({ subject, slot }, index): Total[] => [
        { subject, slot, used: Number(answers[3 * index]?.[1]) },
        { subject, slot: slot - 1, used: Number(answers[3 * index + 2]?.[1] ?? 0) },
      ]);
    },
    close: () => {
      client.disconnect();
      return Promise.resolve();
    },
  };
}
