/** Fills a migrated database with claims as a newsroom would have them after 150 days of very hard work. */
import { loadSeed } from '../../prisma/seed/load.js';
import type { Pool } from '../../src/platform/db/client.js';
import { sequence } from '../../src/delivery/feed/relay.js';
import type { Store } from '../../src/platform/db/transaction.js';
import { createEventWriter, eventColumns } from './write-events.js';
import { openSink } from './copy.js';
import { dropIndexes, restoreIndexes } from './indexes.js';
import { enterPeople, giveAllTheTimeThereIs, type People } from './people.js';
import { randomFrom } from './random.js';
import { columns, type Table } from './rows.js';
import { claimsPerArticle, makeArticle } from './make-article.js';
import { createClaimWriter, type Ratings } from './write-claims.js';
import { inLongSession, trustRows } from '../bulk.js';

const day = 86_400_000;
const span = 150 * day;

export interface Filled {
  keys: People['keys'];
}

interface Options {
  pool: Pool;
  store: Store;
  claims: number;
  seed: number;
  print?: (line: string) => void;
}

export async function fillWithClaims({ pool, store, claims, seed, print }: Options): Promise<Filled> {
  const lap = laps(print);
  await loadSeed(store);
  await giveAllTheTimeThereIs(store);
  const people = await enterPeople(store);
  while ((await sequence(store)) === 'moved'); // the feed of what was entered so far
  lap('people and sources');

  const tables = Object.keys(columns) as Table[];
  const dropped = await dropIndexes(pool, [...tables, 'claim_words', 'events', 'feed']);
  await writeAll({ pool, claims, seed, people, ratings: await readRatings(pool), end: Date.now() - 60_000 });
  await fillWords(pool);
  lap('rows');
  await giveFeedPositions(pool);
  lap('feed');
  await restoreIndexes(pool, dropped);
  lap('indexes');
  await withoutLimit(pool, 'VACUUM (ANALYZE)');
  lap('statistics');
  return { keys: people.keys };
}

/** Triggers are off while rows are copied. Without the keys by which claims are matched: of those that are made up there are none. */
const fillWords = (pool: Pool) =>
  withoutLimit(
    pool,
    `INSERT INTO claim_words (claim_id, words, forms, keys)
     SELECT id, folded || ' ' || folded_glosses || ' ' || lower(ref), word_forms || gloss_forms, '{}' FROM claims
     ON CONFLICT DO NOTHING`,
  );

interface Work {
  pool: Pool;
  claims: number;
  seed: number;
  people: People;
  ratings: Ratings;
  end: number;
}

async function writeAll({ pool, claims, seed, people, ratings, end }: Work): Promise<void> {
  const random = randomFrom(seed);
  const open = async (table: Table) => [table, await openSink(pool, table, columns[table])] as const;
  const sinks = Object.fromEntries(await Promise.all((Object.keys(columns) as Table[]).map(open))) as Record<
    Table,
    Awaited<ReturnType<typeof openSink>>
  >;
  const events = await openSink(pool, 'events', eventColumns);
  const eventWriter = createEventWriter(events, await lastEvent(pool));
  const claimWriter = createClaimWriter({ random, people, ratings, sinks, eventWriter, end });
  const stories = Math.ceil(claims / claimsPerArticle);
  for (let number = 0; number < stories; number++) {
    const at = Math.floor(end - span + (span * number) / stories);
    await eventWriter.writeUntil(at);
    claimWriter.enter(makeArticle(random, people.sources), at, { isRecent: number > 0.97 * stories });
    for (const sink of Object.values(sinks)) await sink.ready();
  }
  await eventWriter.writeUntil(Infinity);
  await Promise.all([...Object.values(sinks), events].map((sink) => sink.end()));
  await pool.query("SELECT setval('events_seq_seq', $1)", [eventWriter.last()]);
}

/** As the relay would have: all events in order, nothing waiting, and the work they owed done. */
async function giveFeedPositions(pool: Pool): Promise<void> {
  await withoutLimit(
    pool,
    `INSERT INTO feed (position, event_seq)
     SELECT last.position + row_number() OVER (ORDER BY events.seq), events.seq
     FROM events, (SELECT coalesce(max(position), 0) AS position, coalesce(max(event_seq), 0) AS seq FROM feed) last
     WHERE events.seq > last.seq`,
  );
  await pool.query(
    `INSERT INTO feed_cursors (name, position) SELECT name, max(position) FROM feed, unnest(ARRAY['jobs', 'task_spans']) AS name
     GROUP BY name ON CONFLICT (name) DO UPDATE SET position = EXCLUDED.position`,
  );
}

const withoutLimit = (pool: Pool, statement: string): Promise<unknown> =>
  inLongSession(pool, async (client) => {
    await client.query(trustRows);
    await client.query(statement);
  });

async function lastEvent(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ last: string }>('SELECT coalesce(max(seq), 0) AS last FROM events');
  return Number(rows[0]?.last ?? 0);
}

async function readRatings(pool: Pool): Promise<Ratings> {
  const { rows } = await pool.query<{ scale: number; slug: string; polarity: string }>(
    `SELECT scale, slug, polarity FROM ratings
     WHERE scale = (SELECT max(version) FROM rating_scales) AND NOT forecast ORDER BY position`,
  );
  const of = (polarity: string): string[] =>
    rows.filter((row) => row.polarity === polarity).map(({ slug }) => slug);
  return {
    scale: rows[0]?.scale ?? 1,
    supports: of('supports'),
    refutes: of('refutes'),
    all: rows.map(({ slug }) => slug),
  };
}

/** Says how long each part took. */
function laps(print: Options['print']): (part: string) => void {
  let last = performance.now();
  return (part) => {
    const now = performance.now();
    print?.(`  ${part}: ${((now - last) / 1000).toFixed(1)} s`);
    last = now;
  };
}
