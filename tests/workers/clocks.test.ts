import { jobs } from '../../src/jobs.js';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createSignal, type Signal } from '../../src/platform/db/commit-signal.js';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import type { OpenQueue, QueueBackend } from '../../src/platform/queue/backend.types.js';
import { createProducer, type Producer } from '../../src/platform/queue/producer.js';
import { jobServicesOf } from '../../src/job-services.js';
import { createServices, type Services } from '../../src/runtime.js';
import { startWorkers, type Workers } from '../../workers/start.js';
import { deafSignal } from '../support/silent-signal.js';
import { acceptClaim, enterClaim, readTask, startReview, takeTask } from '../support/desk.js';
import { emptyQueue } from '../support/empty-queue.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';

const fail = (error: Error): never => {
  throw error;
};

const log = createLog({ level: 'silent', name: 'tests' });

for (const { name, skipped, open } of queueStores) {
  describe.skipIf(skipped)(`clocks run by a queue in ${name}`, () => {
    let isnad: TestIsnad;
    let store: QueueStore;
    let backend: QueueBackend;
    let producer: Producer;
    let queue: OpenQueue;
    /** At the moved clock: connections that were opened after it was moved. */
    let later: { database: Database; signal: Signal; services: Services };
    let workers: Workers;

    const start = (): void => {
      const database = connectDatabase(isnad.url);
      const signal = createSignal({ url: isnad.url, pool: database.pool, log });
      later = { database, signal, services: createServices(database, signal) };
      workers = startWorkers({
        services: jobServicesOf(later.services),
        store: later.services.store,
        backend,
        signal,
        log,
        check: () => backend.reach(),
        giveUp: fail,
        concurrency: 2,
      });
    };
    const stop = async (): Promise<void> => {
      await workers.close();
      await later.signal.close();
      await later.database.close();
    };
    const moveClock = async (minutes: number): Promise<void> => {
      const admin = new pg.Client({ connectionString: isnad.ownerUrl });
      await admin.connect();
      const { pathname } = new URL(isnad.url);
      await admin.query(
        `ALTER DATABASE ${pathname.slice(1)} SET isnad.clock_offset = '${String(minutes)} minutes'`,
      );
      await admin.end();
    };
    const said = async (taskId: string): Promise<string[]> => {
      const { rows } = await isnad.database.pool.query<{ type: string }>(
        `SELECT type FROM events WHERE subject_id = $1
           AND type IN ('task.reminded', 'task.overdue', 'task.escalated', 'task.expired') ORDER BY seq`,
        [taskId],
      );
      return rows.map(({ type }) => type);
    };

    beforeAll(async () => {
      isnad = await createIsnad();
      store = await open();
      backend = createQueueBackend({ databaseUrl: isnad.url, redisUrl: store.redisUrl, log });
      await backend.reach();
      producer = createProducer(backend, jobs);
      queue = backend.openQueue();
    });
    afterAll(async () => {
      await Promise.all([producer.close(), queue.close()]);
      await backend.close();
      await store.close();
      await isnad.close();
    });

    it('puts the next look at a task into the queue, for when it is due', async () => {
      const claim = await enterClaim(isnad);
      const task = await readTask(isnad, claim);
      start();
      const delays = async (): Promise<number[]> =>
        (await queue.getJobs(['delayed']))
          .filter((job) => (job.data as { taskId?: string }).taskId === task.id)
          .map((job) => Math.round(Number(job.opts.delay) / 60_000));
      await expect.poll(delays).toEqual([120]);
      await stop();
    });

    it('says each thing once, though the queue was emptied and the job comes twice', async () => {
      const claim = await enterClaim(isnad);
      await acceptClaim(isnad, claim);
      const held = await takeTask(isnad, await startedAnother(isnad), 'checker2');
      const task = await readTask(isnad, claim);
      await emptyQueue(isnad, store.redisUrl);
      await moveClock(10 * 60);
      start();
      await expect.poll(() => said(task.id)).toEqual(['task.reminded', 'task.overdue', 'task.escalated']);
      await expect
        .poll(() => said(held.id))
        .toEqual(['task.reminded', 'task.overdue', 'task.escalated', 'task.expired']);
      for (const id of ['twice-a', 'twice-b', 'twice-c']) {
        await producer.enqueue({ name: 'check-clock', payload: { taskId: held.id } }, { id: `${id}-held` });
        await producer.enqueue({ name: 'check-clock', payload: { taskId: task.id } }, { id });
      }
      const done = async (): Promise<unknown> => (await queue.getJob('twice-c'))?.getState();
      await expect.poll(done).toBe('completed');
      expect(await said(task.id)).toHaveLength(3);
      expect(await said(held.id)).toHaveLength(4);
      await stop();
      await moveClock(0);
    });

    it('says each thing once to many who look at once', async () => {
      const task = await startReview(isnad, await enterClaim(isnad));
      await moveClock(3 * 24 * 60);
      const database = connectDatabase(isnad.url);
      const { clocks } = createServices(database, deafSignal);
      await Promise.all(Array.from({ length: 8 }, () => clocks.check(task.id)));
      await database.close();
      await moveClock(0);
      expect(await said(task.id)).toEqual([
        'task.reminded',
        'task.overdue',
        'task.escalated',
        'task.expired',
      ]);
    });
  });
}

/** A claim that was accepted and waits for somebody. */
async function startedAnother(isnad: TestIsnad): Promise<string> {
  const claim = await enterClaim(isnad);
  await acceptClaim(isnad, claim);
  return claim;
}
