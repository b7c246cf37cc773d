import { jobsFor } from '../../src/jobs.js';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import pg from 'pg';
import { operator } from '../../src/domain/access/rules.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createSignal, type Signal } from '../../src/platform/db/commit-signal.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import type { EventType } from '../../src/domain/event/types.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { readFeed } from '../../src/delivery/feed/feed.repository.js';
import { dispatch, sequence, startRelay } from '../../src/delivery/feed/relay.js';
import { createLog } from '../../src/platform/log.js';
import type { Job } from '../../src/platform/queue/job.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { insertEvent } from '../support/insert-event.js';

const log = createLog({ level: 'silent', name: 'tests' });

let url: string;
let created: TestDatabase;
let database: Database;
let store: Store;
/** Every test reads only what was written since it began. */
let start: bigint;

beforeAll(async () => {
  created = await createTestDatabase();
  url = created.url;
  database = connectDatabase(url, { connections: 12 });
  store = createStore(database);
});

afterAll(async () => {
  await database.close();
  await created.drop();
});

beforeEach(async () => {
  await drain();
  start = (await readAll(0n)).at(-1)?.position ?? 0n;
});

const happen = (subjectId = randomUUID(), type: EventType = 'source.created'): Promise<string> =>
  store.transact(async (tx) => {
    await appendEvents(tx, operator, [{ type, subject: { type: 'source', id: subjectId } }]);
    return subjectId;
  });

const submitVerdict = (): Promise<string> => happen(randomUUID(), 'verdict.submitted');

async function readAll(after: bigint) {
  const entries = [];
  for (let at = after; ;) {
    const page = await readFeed(store.db, at, 100);
    entries.push(...page);
    const last = page.at(-1);
    if (!last) return entries;
    at = last.position;
  }
}

const subjectsSince = async (after: bigint) => (await readAll(after)).map(({ subjectId }) => subjectId);

async function drain(): Promise<void> {
  const swallow = () => Promise.resolve();
  while ((await sequence(store)) !== 'idle');
  while ((await dispatch(store, { enqueue: swallow, jobsFor })) !== 'idle');
}

/** A queue that remembers ids, as the real one does; `broken` makes it refuse. */
function rememberingQueue() {
  const taken = new Map<string, Job>();
  let broken = false;
  let calls = 0;
  return {
    taken,
    calls: () => calls,
    breakDown: (now: boolean) => {
      broken = now;
    },
    enqueue: (job: Job, { id }: { id: string }) => {
      calls++;
      if (broken) return Promise.reject(new Error('the queue is down'));
      taken.set(id, job);
      return Promise.resolve();
    },
  };
}

describe('the order of the feed', () => {
  it('shows an event that was written first and committed last to a reader who has passed later ones', async () => {
    const slow = new pg.Client({ connectionString: url });
    await slow.connect();
    const slowSubject = randomUUID();
    await slow.query('BEGIN');
    await insertEvent(slow, { type: 'source.created', subject: { type: 'source', id: slowSubject } });
    const fastSubject = await happen();
    await sequence(store);

    const first = await readAll(start);
    expect(first.map(({ subjectId }) => subjectId)).toEqual([fastSubject]);

    await slow.query('COMMIT');
    await slow.end();
    await sequence(store);
    expect(await subjectsSince(first[0]?.position ?? start)).toEqual([slowSubject]);
  });

  it('has no place for an event that was rolled back, and no gap where it would have been', async () => {
    await happen();
    await expect(
      store.transact(async (tx) => {
        await appendEvents(tx, operator, [
          { type: 'source.created', subject: { type: 'source', id: randomUUID() } },
        ]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await happen();
    await sequence(store);
    expect((await readAll(start)).map(({ position }) => position - start)).toEqual([1n, 2n]);
  });

  it('gives many writers and two relays one order, every event once, to a reader who follows meanwhile', async () => {
    const queues = [rememberingQueue(), rememberingQueue()];
    const signals = queues.map(() => createSignal({ url, pool: database.pool, log }));
    const relays = queues.map(({ enqueue }, at) => {
      const signal = signals[at];
      if (!signal) throw new Error('one signal each');
      return startRelay({ store, enqueue, jobsFor, signal, log, pollMs: 20 });
    });

    const followed: string[] = [];
    let cursor = start;
    const follow = async (): Promise<number> => {
      const page = await readFeed(store.db, cursor, 7);
      followed.push(...page.map(({ id }) => id));
      cursor = page.at(-1)?.position ?? cursor;
      return followed.length;
    };
    const writers = Array.from({ length: 8 }, async () => {
      for (let turn = 0; turn < 50; turn++) await submitVerdict();
    });
    await expect.poll(follow, { timeout: 25_000, interval: 1 }).toBe(400);
    await Promise.all(writers);
    const jobsTaken = () => new Set(queues.flatMap(({ taken }) => [...taken.keys()])).size;
    await expect.poll(jobsTaken).toBe(400);
    await Promise.all(relays.map((relay) => relay.close()));
    await Promise.all(signals.map((signal) => signal.close()));

    const entries = await readAll(start);
    expect(followed).toEqual(entries.map(({ id }) => id));
    expect(new Set(followed).size).toBe(400);
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, at) => start + BigInt(at + 1)));
  });

  it('keeps the events of one claim in the order of its versions, whoever wrote them at the same time', async () => {
    const claimId = await insertClaim();
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let turn = 0; turn < 10; turn++) {
          await store.transact((tx) =>
            appendEvents(tx, operator, [
              { type: 'claim.changed', subject: { type: 'claim', id: claimId }, claimId },
              { type: 'claim.changed', subject: { type: 'claim', id: claimId }, claimId },
            ]),
          );
        }
      }),
    );
    await drain();
    const { rows } = await database.pool.query<{ ordinal: number }>(
      'SELECT ordinal FROM feed JOIN events ON seq = event_seq WHERE claim_id = $1 ORDER BY position',
      [claimId],
    );
    expect(rows.map(({ ordinal }) => ordinal)).toEqual(rows.map((_, at) => at + 1));
    expect(rows).toHaveLength(160);
  });
});

describe('sending the work that events owe', () => {
  it('enqueues under an id made of the event, and only what owes something', async () => {
    const queue = rememberingQueue();
    await happen();
    const verdictId = await submitVerdict();
    await sequence(store);
    await dispatch(store, { enqueue: queue.enqueue, jobsFor });
    const [, submitted] = await readAll(start);
    expect([...queue.taken]).toEqual([
      [`record-verdict-${submitted?.id ?? ''}`, { name: 'record-verdict', payload: { verdictId } }],
    ]);
    expect(await dispatch(store, { enqueue: queue.enqueue, jobsFor })).toBe('idle');
  });

  it('does not move on while the queue takes nothing, and sends everything once it does', async () => {
    const queue = rememberingQueue();
    await submitVerdict();
    await submitVerdict();
    await sequence(store);
    queue.breakDown(true);
    await expect(dispatch(store, { enqueue: queue.enqueue, jobsFor })).rejects.toThrow('the queue is down');
    queue.breakDown(false);
    expect(await dispatch(store, { enqueue: queue.enqueue, jobsFor })).toBe('moved');
    expect(queue.taken.size).toBe(2);
  });

  it('sends the same ids again after a crash between sending and remembering that it did', async () => {
    const queue = rememberingQueue();
    await submitVerdict();
    await sequence(store);
    const crashing: Store = {
      ...store,
      transact: (work) =>
        store.transact(async (tx) => {
          await work(tx);
          throw new Error('crashed');
        }),
    };
    await expect(dispatch(crashing, { enqueue: queue.enqueue, jobsFor })).rejects.toThrow('crashed');
    const sent = [...queue.taken.keys()];
    expect(await dispatch(store, { enqueue: queue.enqueue, jobsFor })).toBe('moved');
    expect(queue.calls()).toBe(2);
    expect([...queue.taken.keys()]).toEqual(sent);
  });

  it('leaves it to the other relay while that one is at it', async () => {
    await submitVerdict();
    await sequence(store);
    let takeIt: () => void = () => undefined;
    const slowQueue = vi.fn(() => new Promise<void>((resolve) => (takeIt = resolve)));
    const first = dispatch(store, { enqueue: slowQueue, jobsFor });
    await expect.poll(() => slowQueue.mock.calls.length).toBe(1);
    const second = rememberingQueue();
    expect(await dispatch(store, { enqueue: second.enqueue, jobsFor })).toBe('busy');
    takeIt();
    expect(await first).toBe('moved');
    expect(second.calls()).toBe(0);
  });
});

describe('a running relay', () => {
  const queue = rememberingQueue();
  let signal: Signal;
  beforeAll(() => {
    signal = createSignal({ url, pool: database.pool, log });
  });
  afterAll(() => signal.close());
  let relay: ReturnType<typeof startRelay> | undefined;
  afterEach(() => relay?.close());

  it('goes on giving places in the feed while the queue is down, and catches up by itself', async () => {
    queue.breakDown(true);
    const heard = vi.fn();
    signal.subscribe(heard);
    relay = startRelay({ store, enqueue: queue.enqueue, jobsFor, signal, log, pollMs: 5 });
    const verdictId = await submitVerdict();
    await expect.poll(() => subjectsSince(start)).toEqual([verdictId]);
    await expect.poll(() => heard.mock.calls.length).toBeGreaterThan(0);
    await expect.poll(() => queue.calls()).toBeGreaterThan(0);
    queue.breakDown(false);
    await expect.poll(() => [...queue.taken.values()].map(({ payload }) => payload)).toEqual([{ verdictId }]);
  });

  it('takes up after a restart whatever was committed meanwhile', async () => {
    await relay?.close();
    const subjectId = await happen();
    relay = startRelay({ store, enqueue: queue.enqueue, jobsFor, signal, log, pollMs: 5 });
    await expect.poll(() => subjectsSince(start)).toEqual([subjectId]);
  });
});

async function insertClaim(): Promise<string> {
  const article = await database.prisma.article.create({
    data: {
      ref: 'feed-article',
      title: 'On order',
      language: 'en',
      versions: { create: { number: 1, text: 'One says so.', sha256: 'a'.repeat(64), codePoints: 12 } },
    },
    select: { versions: { select: { id: true } } },
  });
  const claim = await database.prisma.claim.create({
    data: {
      ref: 'feed-claim',
      articleVersionId: article.versions[0]?.id ?? '',
      kind: 'assertion',
      language: 'en',
      quoteExact: 'One says so',
      quotePrefix: '',
      quoteSuffix: '.',
      quoteStart: 0,
      quoteEnd: 11,
      folded: 'one says so',
    },
    select: { id: true },
  });
  return claim.id;
}
