import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { createServices } from '../../src/runtime.js';
import { createTestDatabase } from './database.js';
import { testSecrets } from './secrets.js';
import { deafSignal } from './silent-signal.js';
import { startProcess, type Started } from './processes.js';
import { chanceFrom } from './random.js';
import { listen, read, write } from './storm.js';

interface Storm {
  ms: number;
  writers: number;
  /** By long polls; as many again by streams. */
  readers: number;
  seed: number;
  /** How often the relay in charge is killed. */
  killEveryMs: number;
}

/**
 * Real API and worker processes over one database. Whoever reads must see every committed event once, in one
 * order, and nothing that was taken back.
 */
export async function storm({ ms, writers, readers, seed, killEveryMs }: Storm): Promise<void> {
  const chance = chanceFrom(seed);
  const { url: databaseUrl, drop } = await createTestDatabase({ seeded: true });
  const database = connectDatabase(databaseUrl, { connections: writers + 2 });
  const started: Started[] = [];
  const start = (entry: string): Started => {
    const env = { DATABASE_URL: databaseUrl, REDIS_URL: '', PORT: '0', LOG_LEVEL: 'info' };
    const process = startProcess(entry, env);
    started.push(process);
    return process;
  };
  try {
    const services = createServices(database, deafSignal, { secrets: testSecrets });
    const member = {
      ref: 'reader',
      kind: 'person' as const,
      name: 'reader',
      role: 'editor' as const,
      languages: [],
      topics: [],
    };
    await services.members.ensure(member, operator);
    const { key } = await services.keys.createKey({ memberRef: 'reader', name: 'storm' }, operator);
    const { rows: claims } = await database.pool.query<{ id: string }>('SELECT id FROM claims LIMIT 20');

    const apis = [start('src/server.js'), start('src/server.js')];
    let worker = start('workers/main.js');
    const urls = await Promise.all(
      apis.map(async (api) => (await api.says(/"url":"(http:[^"]+)"/))[1] ?? ''),
    );
    await worker.says(/"working"/);

    const end = Date.now() + ms;
    const isOver = (): boolean => Date.now() >= end;
    const wanted = new Set<string>();
    let written = false;
    const isEnough = (tags: ReadonlySet<string>): boolean =>
      written && [...wanted].every((tag) => tags.has(tag));

    const reading = Promise.all([
      ...Array.from({ length: readers }, (_, index) =>
        read(urls[index % urls.length] ?? '', key, { isEnough, limit: 1 + Math.floor(chance() * 200) }),
      ),
      ...Array.from({ length: readers }, (_, index) =>
        listen(urls[index % urls.length] ?? '', key, { isEnough, chance }),
      ),
    ]);
    const killing = (async () => {
      while (!isOver()) {
        await pause(killEveryMs);
        await worker.end('SIGKILL');
        worker = start('workers/main.js');
      }
    })();
    const store = createStore(database);
    const wrote = await Promise.all(
      Array.from({ length: writers }, () =>
        write(store, { until: isOver, chance, claims: claims.map(({ id }) => id) }),
      ),
    );
    await killing;
    for (const { committed } of wrote) for (const tag of committed) wanted.add(tag);
    written = true;
    const seen = await reading;

    expect(wrote.flatMap(({ unknown }) => unknown)).toEqual([]);
    expect(wanted.size).toBeGreaterThan(writers);
    const { rows } = await database.pool.query<{ id: string }>(
      'SELECT e.id FROM feed f JOIN events e ON e.seq = f.event_seq ORDER BY f.position',
    );
    const order = rows.map(({ id }) => id);
    const takenBack = new Set(wrote.flatMap((writing) => writing.takenBack));
    for (const { ids, tags } of seen) {
      // What was written last may have come to one reader and not yet to another.
      expect(ids).toEqual(order.slice(0, ids.length));
      expect(new Set(ids).size).toBe(ids.length);
      expect(tags.filter((tag) => takenBack.has(tag))).toEqual([]);
    }
    // The workers write events too, and may just have done so.
    const waiting = async () => (await database.pool.query('SELECT 1 FROM outbox')).rowCount;
    await expect.poll(waiting).toBe(0);
  } finally {
    await Promise.all(started.map((process) => process.end()));
    await database.close();
    await drop();
  }
}
