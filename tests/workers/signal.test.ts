import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createSignal, type Signal } from '../../src/platform/db/commit-signal.js';
import { createLog } from '../../src/platform/log.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const log = createLog({ level: 'silent', name: 'tests' });
const forEver = 2 ** 30;

describe('a signal', () => {
  let created: TestDatabase;
  let database: Database;
  let here: Signal;
  let there: Signal;

  beforeAll(async () => {
    created = await createTestDatabase();
    database = connectDatabase(created.url);
    here = createSignal({ url: created.url, pool: database.pool, log });
    there = createSignal({ url: created.url, pool: database.pool, log });
    await vi.waitFor(
      async () => {
        expect(await listening()).toHaveLength(2);
      },
      { timeout: 20_000 },
    );
  });

  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await database.close();
    await created.drop();
  });

  const listening = async (): Promise<number[]> => {
    const { rows } = await database.pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'isnad signal' AND query LIKE 'LISTEN%'`,
    );
    return rows.map(({ pid }) => pid);
  };

  it('wakes who waits in this process at once', async () => {
    const woken = here.wait(forEver);
    here.notify();
    await woken;
  });

  it('wakes who waits in another process', async () => {
    const woken = there.wait(forEver);
    here.notify();
    await woken;
  });

  it('is heard again after the connection that listens was cut', async () => {
    const before = await listening();
    await database.pool.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [before]);
    const anew = async (): Promise<number[]> => (await listening()).filter((pid) => !before.includes(pid));
    await expect.poll(anew).toHaveLength(2);
    const woken = there.wait(forEver);
    here.notify();
    await woken;
  });

  it('tells every subscriber until it has had enough', () => {
    const listener = vi.fn();
    const unsubscribe = here.subscribe(listener);
    here.notify();
    unsubscribe();
    here.notify();
    expect(listener).toHaveBeenCalledOnce();
  });

  it('says that only work changed, unless something else changed before it could be sent', async () => {
    const scopes: (string | undefined)[] = [];
    const unsubscribe = there.subscribe((scope) => {
      scopes.push(scope);
    });
    // What was told before may still be on its way.
    const told = (): string | undefined => {
      here.notify('work');
      return scopes.at(-1);
    };
    await expect.poll(told).toBe('work');
    scopes.length = 0;
    // The first is on its way; the others share the next.
    here.notify('work');
    here.notify('work');
    here.notify();
    here.notify('work');
    await expect.poll(() => scopes.includes(undefined)).toBe(true);
    unsubscribe();
  });

  it('is not waited for any longer once the wait is called off, or the time is over', async () => {
    const calledOff = new AbortController();
    const woken = here.wait(forEver, calledOff.signal);
    calledOff.abort();
    await woken;
    await here.wait(forEver, AbortSignal.abort());
    await here.wait(1);
  });
});

it('closes at any moment, also while it connects', async () => {
  const created = await createTestDatabase();
  const database = connectDatabase(created.url);
  for (const ms of [0, 1, 2, 5, 10, 20]) {
    const signal = createSignal({ url: created.url, pool: database.pool, log });
    await pause(ms);
    const closed = signal.close().then(() => 'closed');
    expect([ms, await Promise.race([closed, pause(5_000, 'hangs')])]).toEqual([ms, 'closed']);
  }
  await database.close();
  await created.drop();
});

it('neither throws nor ends the process while there is no database', async () => {
  const url = 'postgres://nobody@127.0.0.1:1/nothing';
  const database = connectDatabase(url);
  const signal = createSignal({ url, pool: database.pool, log });
  const woken = signal.wait(forEver);
  signal.notify();
  await woken;
  await signal.close();
  await database.close();
});
