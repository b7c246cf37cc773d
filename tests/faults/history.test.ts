/**
 * Many write, each under a tag of its own, while processes are killed and put to sleep and stores are cut off. Then
 * the database is held against what each was told. SEED=… repeats the choices, HISTORY_MS=… says how long.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { expectNothingDoubled, expectWholeChains } from '../support/chains.js';
import { enterClaim, startReview } from '../support/desk.js';
import { startFaultProxy } from '../support/fault-proxy.js';
import type { Town } from '../support/history/ask.js';
import { findLies, openBook, type Book, type Entry } from '../support/history/book.js';
import { checker, clerk, follower, quarreller, watcher } from '../support/history/people.js';
import { makeTrouble, type City } from '../support/history/troubles.js';
import { makeOwnPostgres } from '../support/own-postgres.js';
import { prepareDatabase } from '../support/prepare-database.js';
import { createLuck, seedOfRun } from '../support/random.js';
import { hasRedis, startRedis } from '../support/redis.js';
import { startRunningProduct } from '../support/running-product.js';

const seed = seedOfRun();
const ms = Number(process.env['HISTORY_MS'] ?? 30_000);

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
});

async function buildCity(withRedis: boolean): Promise<City> {
  const postgres = await makeOwnPostgres();
  undo.push(() => postgres.remove());
  await prepareDatabase(postgres);
  const redis = withRedis ? await startRedis() : undefined;
  if (redis) undo.push(() => redis.stop());
  const proxy = await startFaultProxy(postgres.url);
  undo.push(() => proxy.close());
  const isnad = await startRunningProduct({
    redisUrl: redis?.url,
    on: { ...postgres, drop: () => Promise.resolve() },
    env: { DATABASE_URL: proxy.url, RATE_LIMIT_READS: '0', RATE_LIMIT_WRITES: '0' },
  });
  undo.push(() => isnad.close());
  const apis = [await isnad.startApi(), await isnad.startApi()];
  const workers = [await isnad.startWorker(), await isnad.startWorker()];
  return { isnad, postgres, redis, proxy, apis, workers, luck: createLuck(seed) };
}

/** Everybody at work until time is up; the ids that two readers of the feed saw. */
async function live(city: City, book: Book): Promise<{ seen: string[][]; done: string[] }> {
  const { isnad, apis } = city;
  const quarrels = [await enterClaim(isnad), await enterClaim(isnad), await enterClaim(isnad)];
  const [mine, theirs] = [await enterClaim(isnad), await enterClaim(isnad)];
  await startReview(isnad, mine, 'checker');
  await startReview(isnad, theirs, 'checker2');
  let end = Date.now() + ms;
  const over = (): boolean => Date.now() > end;
  let luck = seed;
  const town = (): Town => ({
    keys: isnad.keys,
    urls: () => apis.map(({ url }) => url),
    luck: createLuck(++luck),
    book,
    over,
  });
  const troubling = makeTrouble(city, over);
  // Who follows the feed goes on until everything has come to rest, and has seen it then.
  let rested = false;
  const following = [1, 2].map(() => follower(town(), () => rested));
  const working = [
    clerk(town()),
    clerk(town()),
    quarreller(town(), 'editor', quarrels),
    quarreller(town(), 'editor2', quarrels),
    checker(town(), 'checker', mine),
    checker(town(), 'checker2', theirs),
    watcher(town(), [...quarrels, mine, theirs]),
    watcher(town(), [...quarrels, mine, theirs]),
  ];
  try {
    await Promise.all(working);
    const done = await troubling;
    await isnad.work();
    // What a client has given up may still be under way.
    await pause(1_000);
    await isnad.work();
    rested = true;
    return { seen: await Promise.all(following), done };
  } finally {
    // Where one of them fails the others stop, and nobody starts a process that the end of the test does not know of.
    end = 0;
    rested = true;
    await Promise.allSettled([troubling, ...working, ...following]);
  }
}

describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
] as const)(`with the queue in %s (SEED=${String(seed)})`, (name, withRedis) => {
  it.skipIf(withRedis && !hasRedis)(
    'every write is there as its writer was told, and no reader saw time go back',
    async () => {
      const city = await buildCity(withRedis);
      const book = openBook();
      const { seen, done } = await live(city, book);
      const { isnad } = city;
      expect(book.violations).toEqual([]);
      expect(await findLies(book, isnad)).toEqual([]);
      // It would have said so: of what was never written, and of what is there although it was refused.
      const there = book.entries.find(({ outcome }) => outcome === 'done');
      const lies: Entry[] = [{ tag: 'tag-0', kind: 'article', outcome: 'done' }];
      if (there) lies.push({ ...there, outcome: 'refused' });
      expect(await findLies({ ...book, entries: lies }, isnad)).toHaveLength(2);
      const { rows } = await isnad.database.pool.query<{ id: string }>(
        'SELECT id FROM events JOIN feed ON event_seq = seq ORDER BY position',
      );
      for (const ids of seen) expect(ids).toEqual(rows.map(({ id }) => id));
      await expectWholeChains(isnad);
      await expectNothingDoubled(isnad);
      const counts = new Map<string, number>();
      for (const { kind, outcome } of book.entries)
        counts.set(`${kind} ${outcome}`, (counts.get(`${kind} ${outcome}`) ?? 0) + 1);
      const told = Array.from(counts, ([what, count]) => `${String(count)} × ${what}`);
      process.stderr.write(
        `queue in ${name}, SEED=${String(seed)}: ${told.sort().join(', ')}; ${done.join(', ')}\n`,
      );
      for (const kind of ['article', 'verdict', 'transition'])
        expect(counts.get(`${kind} done`) ?? 0, kind).toBeGreaterThan(0);
    },
  );
});
