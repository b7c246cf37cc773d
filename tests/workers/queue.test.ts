import { grantApplication } from '../../prisma/grants.js';
import { jobs, type KnownJob as Job } from '../../src/jobs.js';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createSignal, type Signal } from '../../src/platform/db/commit-signal.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { notFound } from '../../src/platform/errors.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import type { OpenQueue, OpenWorker, QueueBackend } from '../../src/platform/queue/backend.types.js';
import { idForSweep } from '../../src/platform/queue/job.js';
import { migrateQueue, openPostgresBackend } from '../../src/platform/queue/postgres.js';
import { createProducer, type Producer } from '../../src/platform/queue/producer.js';
import { createHandlers } from '../../workers/handlers.js';
import { createProcess } from '../../workers/run-job.js';
import { startWorkers } from '../../workers/start.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { emptyQueue } from '../support/empty-queue.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

const fail = (error: Error): never => {
  throw error;
};

const log = createLog({ level: 'silent', name: 'tests' });

const openTaskJob = (): Job & { name: 'open-task' } => ({
  name: 'open-task',
  payload: { claimId: randomUUID() },
});

describe.each(hasRedis ? (['postgres', 'redis'] as const) : (['postgres'] as const))(
  'a queue in %s',
  (kind) => {
    let created: TestDatabase;
    let databaseUrl: string;
    let redis: TestRedis | undefined;
    let backend: QueueBackend;
    let producer: Producer;
    /** Looks at the queue, and puts into it what the producer would not. */
    let queue: OpenQueue;

    beforeAll(async () => {
      created = await createTestDatabase();
      databaseUrl = created.url;
      if (kind === 'redis') redis = await startRedis();
      backend = createQueueBackend({ databaseUrl, redisUrl: redis?.url, log });
      producer = createProducer(backend, jobs);
      await backend.reach();
      queue = backend.openQueue();
    });

    afterAll(async () => {
      await Promise.all([producer.close(), queue.close()]);
      await backend.close();
      await redis?.stop();
      await created.drop();
    });

    const stateOf = async (id: string) => (await queue.getJob(id))?.getState();

    describe('worked on', () => {
      const openTask = vi.fn<(claimId: string) => Promise<void>>();
      let worker: OpenWorker;

      beforeAll(async () => {
        const services = {
          openTask,
          recordVerdict: openTask,
          captureEvidence: () => Promise.resolve(undefined),
          findDueCaptures: () => Promise.resolve([]),
          askRecheck: openTask,
          checkGlassBreak: openTask,
          compareEditions: () => Promise.resolve(),
          checkClock: openTask,
          deletions: [],
          signDueCheckpoint: () => Promise.resolve(),
          updateTaskSpans: () => Promise.resolve(),
          sumWeek: openTask,
          lapsePrivilegedChange: openTask,
          removeErasedFiles: openTask,
          owed: [],
        };
        const handlers = createHandlers({
          services,
          enqueue: producer.enqueue,
          deliveryPool: { send: () => undefined },
        });
        const process = createProcess({ handlers, log, timeLimit: () => 300 });
        worker = backend.openWorker(process, { concurrency: 1, maxStartedAttempts: 12 });
        await worker.waitUntilReady();
      });
      afterAll(() => worker.close());
      beforeEach(() => {
        openTask.mockReset().mockResolvedValue();
      });

      /** One try, where waiting for the others would only take time. */
      const addOnce = async (data: object, name = 'open-task'): Promise<string> => {
        const jobId = `test-${randomUUID()}`;
        await queue.add(name, data, { jobId, attempts: 1 });
        return jobId;
      };
      const failure = async (id: string): Promise<string | undefined> => {
        await expect.poll(() => stateOf(id)).toBe('failed');
        return (await queue.getJob(id))?.failedReason;
      };

      it('has a job done', async () => {
        const job = openTaskJob();
        await producer.enqueue(job, { id: 'plain' });
        await expect.poll(() => stateOf('plain')).toBe('completed');
        expect(openTask.mock.calls).toEqual([[job.payload.claimId]]);
      });

      it('has a job that was sent twice under one id done once, also when the first is done already', async () => {
        const job = openTaskJob();
        await producer.enqueue(job, { id: 'twice' });
        await producer.enqueue(job, { id: 'twice' });
        await expect.poll(() => stateOf('twice')).toBe('completed');
        await producer.enqueue(job, { id: 'twice' });
        await producer.enqueue(openTaskJob(), { id: 'behind-it' });
        await expect.poll(() => stateOf('behind-it')).toBe('completed');
        expect(openTask.mock.calls.filter(([claimId]) => claimId === job.payload.claimId)).toHaveLength(1);
      });

      it('gives a job up at once whose row is gone', async () => {
        openTask.mockRejectedValue(notFound('claim', 'C34'));
        await producer.enqueue(openTaskJob(), { id: 'row-gone' });
        expect(await failure('row-gone')).toContain('There is no claim');
        expect(openTask).toHaveBeenCalledOnce();
      });

      it('tries a job again that failed, until it succeeds', async () => {
        openTask.mockRejectedValueOnce(new Error('not now'));
        await producer.enqueue(openTaskJob(), { id: 'second-try' });
        await expect.poll(() => stateOf('second-try'), { timeout: 10_000 }).toBe('completed');
        expect(openTask).toHaveBeenCalledTimes(2);
      });

      it('gives up a job whose payload is poisoned, or which nobody knows, and goes on', async () => {
        const poisoned = await addOnce({ claimId: 'C34', extra: true });
        const unknown = await addOnce({}, 'conquer-world');
        const next = await addOnce(openTaskJob().payload);
        expect(await failure(poisoned)).toContain('payload of open-task');
        expect(await failure(unknown)).toContain('no job is called "conquer-world"');
        await expect.poll(() => stateOf(next)).toBe('completed');
        expect(openTask).toHaveBeenCalledOnce();
      });

      it.each([
        ['NUL', new Error('a\0b'), 'a\uFFFDb'],
        ['half a character', new Error('a\uD800b'), 'a\uFFFDb'],
        ['a string', 'just words\0', 'threw just words\uFFFD'],
        ['nothing', undefined, 'threw undefined'],
        ['what cannot be shown', Object.create(null), 'threw something that cannot be shown'],
      ])('keeps as failed, with its reason, a job that throws %s', async (_, thrown: unknown, reason) => {
        openTask.mockRejectedValue(thrown);
        expect(await failure(await addOnce(openTaskJob().payload))).toBe(reason);
      });

      it('keeps nothing of what a job gives back, however much that is', async () => {
        openTask.mockResolvedValueOnce('ش'.repeat(2_500_000) as never); // 5 MB
        const talkative = await addOnce(openTaskJob().payload);
        await expect.poll(() => stateOf(talkative)).toBe('completed');
        expect((await queue.getJob(talkative))?.returnvalue ?? null).toBeNull();
      });

      it('ends a job that never ends by its time limit, and goes on', async () => {
        openTask.mockReturnValueOnce(new Promise<never>(() => undefined));
        const endless = await addOnce(openTaskJob().payload);
        const next = await addOnce(openTaskJob().payload);
        expect(await failure(endless)).toBe('open-task did not end within 300 ms');
        await expect.poll(() => stateOf(next)).toBe('completed');
      });
    });

    it('takes no job whose payload is not right', async () => {
      const wrong: Job = { name: 'open-task', payload: { claimId: 'C34' } };
      await expect(producer.enqueue(wrong, { id: 'wrong' })).rejects.toThrow('Invalid UUID');
      expect(await queue.getJob('wrong')).toBeUndefined();
    });

    it('is fit for use', async () => {
      expect(await backend.check()).toBe(true);
    });

    describe('with relay and sweep', () => {
      let database: Database;
      let signal: Signal;
      let running: ReturnType<typeof startWorkers> | undefined;
      /** What the claims owe, as the database would tell. */
      const owed = new Set<string>();
      let openTask: (claimId: string) => Promise<void>;
      const recordVerdict = vi.fn<(verdictId: string) => Promise<void>>();

      const start = (): void => {
        running = startWorkers({
          services: {
            openTask: (claimId) => openTask(claimId),
            recordVerdict,
            captureEvidence: () => Promise.resolve(undefined),
            findDueCaptures: () => Promise.resolve([]),
            askRecheck: () => Promise.resolve(),
            checkGlassBreak: () => Promise.resolve(),
            compareEditions: () => Promise.resolve(),
            checkClock: () => Promise.resolve(),
            deletions: [],
            signDueCheckpoint: () => Promise.resolve(),
            deliver: () => Promise.resolve(),
            findOwedRuns: () => Promise.resolve([]),
            updateTaskSpans: () => Promise.resolve(),
            sumWeek: () => Promise.resolve(),
            lapsePrivilegedChange: () => Promise.resolve(),
            removeErasedFiles: () => Promise.resolve(),
            owed: [
              () =>
                Promise.resolve(
                  [...owed].map((claimId) => ({ name: 'open-task', payload: { claimId } }) as const),
                ),
            ],
          },
          backend,
          store: createStore(database),
          signal,
          log,
          check: () => backend.reach(),
          giveUp: fail,
          concurrency: 2,
          closeLimitMs: 500,
        });
      };

      beforeAll(() => {
        database = connectDatabase(databaseUrl);
        signal = createSignal({ url: databaseUrl, pool: database.pool, log });
      });
      afterAll(async () => {
        await signal.close();
        await database.close();
      });
      beforeEach(() => {
        owed.clear();
        recordVerdict.mockReset().mockResolvedValue();
        openTask = (claimId) => {
          owed.delete(claimId);
          return Promise.resolve();
        };
      });
      afterEach(async () => {
        await running?.close();
        running = undefined;
      });

      it('does what is owed though the queue was emptied', async () => {
        const job = openTaskJob();
        owed.add(job.payload.claimId);
        await producer.enqueue(job, { id: 'lost' });
        await emptyQueue(created, redis?.url);
        expect(await queue.getJob('lost')).toBeUndefined();
        start();
        await expect.poll(() => owed.size).toBe(0);
      });

      it('does what is owed though the queue believes that it was done', async () => {
        const job = openTaskJob();
        start();
        await producer.enqueue(job, { id: 'done-before' });
        await expect.poll(() => stateOf('done-before')).toBe('completed');
        owed.add(job.payload.claimId);
        await producer.enqueue({ name: 'sweep', payload: {} }, { id: `sweep-${randomUUID()}` });
        await expect.poll(() => owed.size).toBe(0);
        const ids = [Date.now(), Date.now() - 30_000].map((at) => idForSweep(job, at));
        await expect.poll(() => Promise.all(ids.map(stateOf))).toContain('completed');
      });

      it('does what a committed event owes', async () => {
        const subjectId = randomUUID();
        start();
        await createStore(database).transact((tx) =>
          appendEvents(tx, operator, [
            { type: 'verdict.submitted', subject: { type: 'verdict', id: subjectId } },
          ]),
        );
        signal.notify();
        await expect.poll(() => recordVerdict.mock.calls).toEqual([[subjectId]]);
      });

      it('ends in time though a job does not', async () => {
        let letGo: () => void = () => undefined;
        const started = new Promise<void>((resolve) => {
          openTask = () => {
            resolve();
            return new Promise((end) => (letGo = end));
          };
        });
        start();
        await producer.enqueue(openTaskJob(), { id: 'holds-on' });
        await started;
        const before = performance.now();
        await running?.close();
        running = undefined;
        letGo();
        expect(performance.now() - before).toBeLessThan(4_000);
      });
    });
  },
);

it('says which step is missing when the tables of the queue are', async () => {
  const created = await createTestDatabase();
  const databaseUrl = created.url;
  const owner = connectDatabase(created.ownerUrl);
  await owner.pool.query('DROP SCHEMA bullmq CASCADE');
  const backend = createQueueBackend({ databaseUrl, log });
  expect(await backend.check()).toContain('run `npx isnad migrate`');
  await migrateQueue(created.ownerUrl);
  await grantApplication(created);
  expect(await backend.check()).toBe(true);
  await backend.close();
  await owner.close();
  await created.drop();
});

it('rests before it asks again for a job that a read-only database cannot give', async () => {
  const created = await createTestDatabase();
  const owner = connectDatabase(created.ownerUrl);
  const name = new URL(created.url).pathname.slice(1);
  await owner.pool.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const troubles: number[] = [];
  const backend = openPostgresBackend(created.url, () => troubles.push(performance.now()));
  const worker = backend.openWorker(() => Promise.resolve(), { concurrency: 10, maxStartedAttempts: 1 });
  await expect.poll(() => troubles.length, { timeout: 20_000 }).toBeGreaterThan(4);
  const [first = 0, , , , fifth = 0] = troubles;
  expect(fifth - first).toBeGreaterThan(2_000);
  await worker.close();
  await backend.close();
  await owner.close();
  await created.drop();
});
