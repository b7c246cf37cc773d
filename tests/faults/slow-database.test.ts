/** F9: a database that is slow, silent, locked or has no connection left. Every answer comes in time, and nothing stays behind. */
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterClaim } from '../support/desk.js';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.js';
import { queueStores, type QueueStore } from '../support/queue-stores.js';
import { startRunningProduct, type RunningProduct, type StartedApi } from '../support/running-product.js';

/** Twice the limit of a statement in the database would be too long for any client. */
const budgetMs = 25_000;
const patient = { timeout: 30_000, interval: 100 };
const connections = 4;

let isnad: RunningProduct;
let proxy: FaultProxy;
let api: StartedApi;
interface Asked {
  status: number;
  retryAfter: string | null;
  ms: number;
}

async function ask(method: string, path: string, body?: object): Promise<Asked> {
  const begun = performance.now();
  const response = await fetch(`${api.url}${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${isnad.keys.editor}`,
      'If-Match': '*',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(60_000),
  });
  await response.text();
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    ms: performance.now() - begun,
  };
}
const change = (claim: string): Promise<Asked> => ask('PATCH', `/v1/claims/${claim}`, { topics: ['treaty'] });
const article = (text: string): Promise<Asked> =>
  ask('POST', '/v1/articles', { title: 'x', language: 'en', text });

function expectBusy(answers: readonly Asked[]): void {
  for (const { status, retryAfter, ms } of answers) {
    expect([status, Number(retryAfter) > 0]).toEqual([503, true]);
    expect(ms).toBeLessThan(budgetMs);
  }
}

/** No statement under way, no transaction left open, nobody in line. */
async function expectPoolIdle(): Promise<void> {
  const busy = async (): Promise<number> => {
    const { rowCount } = await isnad.database.pool.query(
      `SELECT 1 FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'isnad' AND state <> 'idle' AND pid <> pg_backend_pid()`,
    );
    return rowCount ?? 0;
  };
  await expect.poll(busy, patient).toBe(0);
  await expect
    .poll(async () => (await article(`Afterwards ${String(Math.random())}.`)).status, patient)
    .toBe(201);
  const metrics = await fetch(`${api.url}/metrics`, {
    headers: { Authorization: `Bearer ${isnad.keys.reader}` },
  });
  expect(await metrics.text()).toMatch(/isnad_pool_connections\{state="awaited"\} 0/);
}

describe.each(queueStores)('an API, with the queue in $name,', ({ open, skipped }) => {
  let store: QueueStore;
  beforeEach(async () => {
    if (skipped) return;
    store = await open();
    isnad = await startRunningProduct({ redisUrl: store.redisUrl });
    proxy = await startFaultProxy(isnad.url);
    api = await isnad.startApi({ DATABASE_URL: proxy.url, DATABASE_CONNECTIONS: String(connections) });
  });
  afterEach(async () => {
    if (skipped) return;
    proxy.set('none');
    await isnad.close();
    await proxy.close();
    await store.close();
  });

  it.skipIf(skipped)(
    'answers 409 where a lock is held too long, and 503 where that has used up its connections',
    async () => {
      const claim = await enterClaim(isnad);
      const holder = new pg.Client({ connectionString: isnad.url });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM claims WHERE ref = $1 FOR UPDATE', [claim]);
      const blocked = Array.from({ length: 2 * connections }, () => change(claim));
      const others = Array.from({ length: connections }, (_, at) => article(`In line ${String(at)}.`));
      const answers = await Promise.all(blocked);
      expectBusy(answers.filter(({ status }) => status !== 409));
      expect(answers.some(({ status }) => status === 409)).toBe(true);
      for (const { ms } of answers) expect(ms).toBeLessThan(budgetMs);
      for (const { status, ms } of await Promise.all(others)) {
        expect([201, 503]).toContain(status);
        expect(ms).toBeLessThan(budgetMs);
      }
      await holder.end();
      await expectPoolIdle();
      expect((await change(claim)).status).toBe(200);
    },
  );

  it.skipIf(skipped)('answers late, or 503, where the way to the database is slow', async () => {
    proxy.set({ latencyMs: 400 });
    const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => article(`Slow ${String(at)}.`)));
    for (const { status, ms } of answers) {
      expect([201, 503]).toContain(status);
      expect(ms).toBeLessThan(budgetMs);
    }
    expect(answers.some(({ status }) => status === 201)).toBe(true);
    proxy.set('none');
    await expectPoolIdle();
  });

  it.skipIf(skipped).each(['blackhole', 'reset'] as const)(
    'answers 503 in time where the way to the database is gone: %s',
    async (fault) => {
      const claim = await enterClaim(isnad);
      expect((await article('Warm.')).status).toBe(201);
      proxy.set(fault);
      const reading = Array.from({ length: connections }, () => ask('GET', `/v1/claims/${claim}`));
      const writing = Array.from({ length: connections }, (_, at) => article(`Gone ${String(at)}.`));
      expectBusy(await Promise.all([...reading, ...writing]));
      proxy.set('none');
      await expectPoolIdle();
    },
  );

  it.skipIf(skipped)(
    'answers 503 or the truth where connections break in the middle of an answer',
    async () => {
      const claim = await enterClaim(isnad);
      for (const cutAfter of [0, 50, 500, 2_000]) {
        proxy.set({ cutAfter });
        const answers = await Promise.all(Array.from({ length: 4 }, () => ask('GET', `/v1/claims/${claim}`)));
        for (const { status, ms } of answers) {
          expect([200, 503]).toContain(status);
          expect(ms).toBeLessThan(budgetMs);
        }
      }
      proxy.set('none');
      await expectPoolIdle();
    },
  );
});
