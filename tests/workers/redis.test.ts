import { jobs } from '../../src/jobs.js';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import type { OpenWorker, QueueBackend } from '../../src/platform/queue/backend.types.js';
import type { Job } from '../../src/platform/queue/job.js';
import { createProducer, type Producer } from '../../src/platform/queue/producer.js';
import { createProcess } from '../../workers/run-job.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

const log = createLog({ level: 'silent', name: 'tests' });
const databaseUrl = 'postgres://nobody@127.0.0.1:1/not-asked';
const openTask = (): Job => ({ name: 'open-task', payload: { claimId: randomUUID() } });

describe.skipIf(!hasRedis)('Redis going away', () => {
  let redis: TestRedis;
  let backend: QueueBackend;
  let producer: Producer;
  let worker: OpenWorker;
  const done: string[] = [];

  beforeAll(async () => {
    redis = await startRedis();
    backend = createQueueBackend({ databaseUrl, redisUrl: redis.url, log });
    producer = createProducer(backend, jobs);
    await backend.reach();
    const handle = ({ claimId }: { claimId: string }): Promise<void> => {
      done.push(claimId);
      return Promise.resolve();
    };
    const idle = (): Promise<void> => Promise.resolve();
    const handlers = {
      'open-task': handle,
      'record-verdict': idle,
      'capture-evidence': idle,
      'ask-recheck': idle,
      'check-glass-break': idle,
      'check-clock': idle,
      'compare-edition': idle,
      'sign-checkpoint': idle,
      'deliver-webhook': idle,
      'update-task-spans': idle,
      'sum-week': idle,
      'lapse-privileged-change': idle,
      'remove-erased-files': idle,
      sweep: idle,
    };
    worker = backend.openWorker(createProcess({ handlers, log }), { concurrency: 2, maxStartedAttempts: 12 });
    await worker.waitUntilReady();
  });

  afterAll(async () => {
    await Promise.all([worker.close(), producer.close()]);
    await backend.close();
    await redis.stop();
  });

  it('makes sending fail soon instead of hanging, and nothing of it comes back later', async () => {
    await producer.enqueue(openTask(), { id: 'before' });
    await expect.poll(() => done).toHaveLength(1);
    await redis.kill();
    const before = performance.now();
    await expect(producer.enqueue(openTask(), { id: 'meanwhile' })).rejects.toThrow();
    expect(performance.now() - before).toBeLessThan(8_500);
    await expect(backend.check()).rejects.toThrow();

    await redis.restart();
    await expect.poll(() => backend.check().catch(() => false), { timeout: 10_000 }).toBe(true);
    await producer.enqueue(openTask(), { id: 'after' });
    await expect.poll(() => done, { timeout: 15_000 }).toHaveLength(2);
  });
});

describe.skipIf(!hasRedis)('a Redis that is not fit for a queue', () => {
  it.each([
    [['--maxmemory-policy', 'allkeys-lru'], 'maxmemory-policy is allkeys-lru, set it to noeviction'],
    [['--maxmemory', '1'], 'Redis is full'],
  ])('is not ready and says why: %j', async (settings, why) => {
    const redis = await startRedis(settings);
    const backend = createQueueBackend({ databaseUrl, redisUrl: redis.url, log });
    expect(await backend.check()).toContain(why);
    await backend.close();
    await redis.stop();
  });
});

describe.skipIf(!hasRedis)('a Redis that comes only later', () => {
  it('is used as soon as it is there', async () => {
    const redis = await startRedis();
    await redis.kill();
    const backend = createQueueBackend({ databaseUrl, redisUrl: redis.url, log });
    const producer = createProducer(backend, jobs);
    await expect(producer.enqueue(openTask(), { id: 'too-early' })).rejects.toThrow();
    await redis.restart();
    await expect
      .poll(
        () =>
          producer.enqueue(openTask(), { id: 'in-time' }).then(
            () => 'taken',
            () => 'refused',
          ),
        { timeout: 15_000, interval: 200 },
      )
      .toBe('taken');
    await producer.close();
    await backend.close();
    await redis.stop();
  });
});
