import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRates, type RateStore } from '../../src/platform/auth/rate.service.js';
import type { RateLimits } from '../../src/platform/config/env.js';
import { createPostgresRateStore } from '../../src/platform/auth/rate-store.postgres.js';
import { createRedisRateStore } from '../../src/platform/auth/rate-store.redis.js';
import { slotOf, windowMs } from '../../src/domain/access/rate.js';
import { createApp } from '../../src/app.js';
import { createLog } from '../../src/platform/log.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf } from '../support/api.js';
import { problemOf } from '../support/bodies.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { hasRedis, startRedis, type TestRedis } from '../support/redis.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
});
afterAll(() => isnad.close());

const silent = (): void => undefined;
const each = (quota: number) => ({ reader: quota, checker: quota, editor: quota, admin: quota });
const limits: RateLimits = { reads: { ...each(5), admin: 0 }, writes: each(2), failures: 3, publicReads: 0 };
const alone: RateStore = { exchange: () => Promise.resolve([]) };

let clock = 1_000 * windowMs;
/** The beginning of a window in which nothing of the ones before counts any more. */
const nextWindows = (): number => (slotOf(clock) + 10) * windowMs;
const createParts = (store: RateStore) => createRates({ limits, store, warn: silent, now: () => clock });

function appWith(rates: ReturnType<typeof createParts>, proxies = 0): RequestListener {
  return createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    rates,
    proxies,
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
  });
}

describe('the API', () => {
  let app: RequestListener;
  beforeEach(() => {
    clock = nextWindows();
    app = appWith(createParts(alone), 1);
  });
  const as = (person: 'reader' | 'checker' | 'admin') => apiOf(app).as(isnad.keys[person]);

  it('says with every answer how much is left, polled or not, and then refuses until there is some again', async () => {
    const paths = [
      '/v1/claims/C34/status',
      '/v1/claims/C34',
      '/v1/claims/C34/status',
      '/v1/me',
      '/v1/nothing',
    ];
    const left: unknown[] = [];
    for (const path of paths.slice(0, 4)) {
      const { headers } = await as('reader').get(path);
      expect(headers['ratelimit-policy']).toBe('"reads";q=5;w=60');
      left.push(headers['ratelimit']);
    }
    expect(left).toEqual([4, 3, 2, 1].map((each) => `"reads";r=${String(each)};t=60`));
    expect((await as('reader').get('/v1/me')).status).toBe(200);
    const refused = await as('reader').get('/v1/claims/C34/status');
    expect([refused.status, problemOf(refused).code]).toEqual([429, 'rate_limited']);
    expect(refused.type).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ 'violated-policies': ['reads'] });
    expect(refused.headers['ratelimit']).toMatch(/^"reads";r=0;t=\d+$/);
    clock += Number(refused.headers['retry-after']) * 1000;
    expect((await as('reader').get('/v1/me')).status).toBe(200);
  });

  it('counts reads and writes apart, and callers apart; a refusal by role counts, a limit of 0 is none', async () => {
    const source = (ref: string) => ({ ref, kind: 'person', name: 'x' });
    expect((await as('checker').post('/v1/sources', source('rate-1'))).status).toBe(201);
    const written = await as('checker').post('/v1/sources', source('rate-2'));
    expect(written.headers['ratelimit']).toBe('"writes";r=0;t=60');
    expect((await as('checker').post('/v1/sources', source('rate-3'))).status).toBe(429);
    expect((await as('checker').get('/v1/me')).status).toBe(200);
    const statuses = await as('checker').post('/v1/claims/statuses', { ids: ['C34'] });
    expect(statuses.headers['ratelimit']).toBe('"reads";r=3;t=60');
    for (let count = 0; count < 5; count++) expect((await as('reader').get('/v1/members')).status).toBe(403);
    expect((await as('reader').get('/v1/members')).status).toBe(429);
    for (let count = 0; count < 8; count++) {
      const { status, headers } = await as('admin').get('/v1/members');
      expect([status, headers['ratelimit']]).toEqual([200, undefined]);
    }
  });

  it('counts failures by address, and lets whoever has a key in from there all the same', async () => {
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const guess = (address: string) => apiOf(app).as('isnad_guess').get('/v1/me', from(address));
    for (let count = 0; count < 3; count++) expect((await guess('198.51.100.7')).status).toBe(401);
    const refused = await guess('198.51.100.7');
    expect([refused.status, refused.body]).toMatchObject([429, { 'violated-policies': ['failures'] }]);
    expect((await guess('198.51.100.8')).status).toBe(401);
    const { status } = await as('reader').get('/v1/me', from('198.51.100.7'));
    expect(status).toBe(200);
  });
});

interface Opened {
  store: () => RateStore;
  close: () => Promise<void>;
  lose: () => Promise<void>;
}
const stores: [string, boolean, () => Promise<Opened>][] = [
  [
    'PostgreSQL',
    false,
    () =>
      Promise.resolve({
        store: () => createPostgresRateStore(isnad.database.pool),
        lose: async () => {
          await isnad.database.pool.query('DELETE FROM rate_counts');
        },
        close: () => Promise.resolve(),
      }),
  ],
  [
    'Redis',
    !hasRedis,
    async () => {
      const redis: TestRedis = await startRedis();
      return {
        store: () => createRedisRateStore(redis.url, silent),
        lose: async () => {
          await redis.kill();
          await redis.restart();
        },
        close: () => redis.stop(),
      };
    },
  ],
];

describe.each(stores)('counts shared through %s', (_name, skipped, open) => {
  const caller = { keyId: 'k', role: 'reader' as const };
  const use = (rates: ReturnType<typeof createParts>): string => {
    let left = '';
    rates.limitCaller(caller, 'reads', 1, (name, value) => {
      if (name === 'RateLimit') left = value;
    });
    return left;
  };

  it.skipIf(skipped)(
    'are known to each process after an exchange, and are not lost with the store',
    async () => {
      clock = nextWindows();
      const opened = await open();
      const [one, two] = [createParts(opened.store()), createParts(opened.store())];
      try {
        use(one);
        use(one);
        expect(use(two)).toContain('r=4;');
        await one.exchange();
        await two.exchange();
        // Three in all are used: two there, one here.
        expect(use(two)).toContain('r=1;');
        await two.exchange();
        await one.exchange();
        expect(use(one)).toContain('r=0;');
        expect(() => use(one)).toThrow('Too many requests');
        await one.exchange();
        await opened.lose();
        await one.exchange();
        expect(() => use(one)).toThrow('Too many requests');
        // What was used in the last window still counts in the next, for both.
        clock += windowMs;
        await two.exchange();
        expect(() => use(one)).toThrow('Too many requests');
        clock += windowMs;
        expect(use(one)).toContain('r=4;');
      } finally {
        await one.close();
        await two.close();
        await opened.close();
      }
    },
  );
});

describe('a flood from more addresses than are counted apart', () => {
  it('shuts out neither keys nor other readers, and is told to the store once', async () => {
    clock = nextWindows();
    const told: number[] = [];
    const store: RateStore = {
      exchange: (amounts) => {
        told.push(amounts.length);
        return Promise.resolve([]);
      },
    };
    const rates = createRates({
      limits: { ...limits, publicReads: 5 },
      store,
      warn: silent,
      now: () => clock,
    });
    const limited = (address: string): boolean => {
      try {
        rates.limitPublic(address, silent);
        return false;
      } catch {
        return true;
      }
    };
    const subnets = Array.from({ length: 65_536 }, (_, at) => `2001:db8:1:${at.toString(16)}::1`);
    const admitted = subnets.filter((address) => !limited(address)).length;
    expect(admitted).toBeLessThan(51_000);
    expect(limited('2001:db8:2::1')).toBe(false);
    expect(limited('192.0.2.1')).toBe(false);
    for (const keyId of ['one', 'another']) rates.limitCaller({ keyId, role: 'reader' }, 'reads', 1, silent);
    await rates.exchange();
    await rates.exchange();
    // The second time only what is known of keys is asked again.
    expect(told).toEqual([expect.any(Number), 2]);
  });
});

describe('without its store', () => {
  it('each process goes on counting for itself, and tells the store when it is back', async () => {
    clock = nextWindows();
    const told: unknown[] = [];
    let down = true;
    const complaints: string[] = [];
    const rates = createRates({
      limits,
      now: () => clock,
      warn: (_error, message) => complaints.push(message),
      store: {
        exchange: (amounts) => {
          if (down) return Promise.reject(new Error('down'));
          told.push(...amounts.map(({ subject, amount }) => [subject, amount]));
          return Promise.resolve([]);
        },
      },
    });
    const use = (): void => {
      rates.limitCaller({ keyId: 'k', role: 'reader' }, 'reads', 1, silent);
    };
    for (let count = 0; count < 4; count++) use();
    await rates.exchange();
    use();
    expect(use).toThrow('Too many requests');
    expect(complaints).toHaveLength(1);
    down = false;
    await rates.exchange();
    expect(told).toEqual([['reads k', 5]]);
  });
});
