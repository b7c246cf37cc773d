/** F7 and F8: PostgreSQL stopped as by a crash and started again, and stores that are not there, or not ready, at the start. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { eventsOf, expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { createEmptyDatabase } from '../support/database.js';
import { startLoad } from '../support/load.js';
import { makeOwnPostgres } from '../support/own-postgres.js';
import { prepareDatabase } from '../support/prepare-database.js';
import { startProcess, type Started } from '../support/processes.js';
import { queueStores } from '../support/queue-stores.js';
import { startRedis } from '../support/redis.js';
import { startRunningProduct } from '../support/running-product.js';

const patient = { timeout: 60_000, interval: 100 };
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

const readiness = async (url: string) => {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, text: await response.text() };
};
const degraded = (...reasons: string[]): unknown =>
  expect.stringContaining(`"degraded":${JSON.stringify(reasons)}`) as unknown;
const isReady = async (url: string): Promise<boolean> => (await readiness(url)).status === 200;
const linesOf = ({ output }: Started): number => output().trim().split('\n').length;

describe.each(queueStores)('with the queue in $name', ({ open, skipped }) => {
  it.skipIf(skipped)(
    'F7: PostgreSQL stopped at once and started again loses nothing that was acknowledged',
    async () => {
      const store = await open();
      undo.push(store.close);
      const postgres = await makeOwnPostgres();
      undo.push(postgres.remove);
      await prepareDatabase(postgres);
      const on = { ...postgres, drop: () => Promise.resolve() };
      const isnad = await startRunningProduct({ redisUrl: store.redisUrl, on });
      undo.push(isnad.close);
      const [api, worker] = [await isnad.startApi(), await isnad.startWorker()];
      const load = startLoad(isnad);
      for (const round of [1, 2]) {
        const enough = load.accepted.length + 5;
        await expect.poll(() => load.accepted.length, patient).toBeGreaterThan(enough);
        await postgres.crash();
        await expect.poll(() => isReady(api.url), patient).toBe(false);
        await pause(round * 1_500);
        await postgres.start();
        await expect.poll(() => isReady(api.url), patient).toBe(true);
      }
      const enough = load.accepted.length + 5;
      await expect.poll(() => load.accepted.length, patient).toBeGreaterThan(enough);
      const { accepted } = await load.end();
      await isnad.work();
      for (const claim of accepted) {
        const types = (await eventsOf(isnad, claim)).filter((type) => /accepted|task/.test(type));
        expect(types, claim).toEqual(expect.arrayContaining(['claim.accepted', 'task.opened']));
        expect(types.at(-1), claim).toBe('task.opened');
      }
      await expectWholeChains(isnad);
      await expectNothingDoubled(isnad);
      // They are the processes that were started at first.
      expect([await api.end(), await worker.end()]).toEqual([0, 0]);
    },
  );
});

describe('F8: at the start', () => {
  const start = (env: Record<string, string>): { api: Started; worker: Started } => {
    const all = { PORT: '0', LOG_LEVEL: 'info', ...env };
    const api = startProcess('src/server.js', all);
    const worker = startProcess('workers/main.js', all);
    undo.push(api.end, worker.end);
    return { api, worker };
  };

  it('PostgreSQL is not there: both wait for it with few words, and work once it has come', async () => {
    const postgres = await makeOwnPostgres();
    undo.push(postgres.remove);
    await prepareDatabase(postgres);
    await postgres.crash();
    const { api, worker } = start({ DATABASE_URL: postgres.url });
    const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
    await pause(12_000);
    expect((await readiness(url)).text).toMatch(/ECONNREFUSED|failed/);
    for (const one of [api, worker]) expect(linesOf(one), one.output()).toBeLessThan(100);
    await postgres.start();
    await expect.poll(() => isReady(url), patient).toBe(true);
    await worker.says(/"msg":"working"/);
    expect([await api.end(), await worker.end()]).toEqual([0, 0]);
  });

  it('Redis is not there: the same', async () => {
    const redis = await startRedis();
    undo.push(redis.stop);
    await redis.kill();
    const database = await createEmptyDatabase();
    undo.push(database.drop);
    await prepareDatabase(database);
    const { api, worker } = start({ DATABASE_URL: database.url, REDIS_URL: redis.url });
    const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
    await pause(8_000);
    expect(await readiness(url)).toMatchObject({ status: 200, text: degraded('queue_unavailable') });
    for (const one of [api, worker]) expect(linesOf(one), one.output()).toBeLessThan(100);
    await redis.restart();
    await expect.poll(() => readiness(url), patient).toMatchObject({ status: 200, text: degraded() });
    await worker.says(/"msg":"working"/);
    expect([await api.end(), await worker.end()]).toEqual([0, 0]);
  });

  it('the schema is not there: /readyz says which command is missing, and nothing has to be restarted after it', async () => {
    const database = await createEmptyDatabase();
    undo.push(database.drop);
    const { api, worker } = start({ DATABASE_URL: database.url });
    const [, url = ''] = await api.says(/"url":"(http:[^"]+)"/);
    await expect.poll(async () => (await readiness(url)).text, patient).toContain('isnad migrate');
    expect((await readiness(url)).status).toBe(503);
    await worker.says(/isnad migrate/);
    await prepareDatabase(database);
    await expect.poll(() => isReady(url), patient).toBe(true);
    await worker.says(/"msg":"working"/);
    for (const one of [api, worker]) expect(linesOf(one), one.output()).toBeLessThan(100);
    expect([await api.end(), await worker.end()]).toEqual([0, 0]);
  });

  it('a setting is wrong: it ends with 1 and one line', async () => {
    for (const entry of ['src/server.js', 'workers/main.js']) {
      const process = startProcess(entry, {});
      expect(await process.ended).toBe(1);
      expect(process.output().trim().split('\n')).toHaveLength(1);
      expect(process.output()).toMatch(/^isnad: .*DATABASE_URL/);
    }
  });
});
