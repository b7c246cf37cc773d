import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import { readNews } from '../../src/delivery/feed/changed-since.js';
import { sequence } from '../../src/delivery/feed/relay.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { insertEvent } from '../support/insert-event.js';

let created: TestDatabase;
let database: Database;
let store: Store;
let claims: string[];

beforeAll(async () => {
  created = await createTestDatabase({ seeded: true });
  database = connectDatabase(created.url);
  store = createStore(database);
  claims = (await store.db.claim.findMany({ select: { id: true }, take: 3 })).map(({ id }) => id);
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

const news = (after?: bigint, most?: number) => readNews(database.pool, after, most);

async function end(): Promise<bigint> {
  const found = await news();
  if (!found) throw new Error('the feed is empty');
  return found.end;
}

const givePlaces = async (): Promise<void> => {
  while ((await sequence(store)) !== 'idle');
};

const happenTo = (claim: string, client: Pick<pg.ClientBase, 'query'> = database.pool): Promise<void> =>
  insertEvent(client, { type: 'claim.changed', subject: { type: 'claim', id: claim }, claim });

describe('what has happened to claims', () => {
  it('is not to be told before the feed has begun', async () => {
    expect(await news()).toBeUndefined();
    await givePlaces();
    expect(await news()).toMatchObject({ claims: [] });
  });

  it('is told from the commit on, whether it has its place yet or not, until the place has been passed', async () => {
    const [claim = ''] = claims;
    const before = await end();
    await happenTo(claim);
    expect(await news(before)).toMatchObject({ end: before, claims: [claim] });
    await givePlaces();
    const after = await news(before);
    expect(after).toMatchObject({ end: before + 1n, claims: [claim] });
    expect((await news(after?.end))?.claims).toEqual([]);
  });

  it('is told of what was written before the last asking and committed after it', async () => {
    const [slow = '', quick = ''] = claims;
    const client = new pg.Client({ connectionString: created.url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await happenTo(slow, client);
      await happenTo(quick);
      await givePlaces();
      const asked = await end();
      expect((await news(asked))?.claims).toEqual([]);
      await client.query('COMMIT');
      expect((await news(asked))?.claims).toEqual([slow]);
      await givePlaces();
      expect((await news(asked))?.claims).toEqual([slow]);
    } finally {
      await client.end();
    }
  });

  it('is not told one by one where it is much, with a place or without', async () => {
    const before = await end();
    for (const claim of claims) await happenTo(claim);
    expect((await news(before, 3))?.claims).toBeUndefined();
    expect((await news(before, 4))?.claims?.toSorted()).toEqual(claims.toSorted());
    await givePlaces();
    expect((await news(before, 3))?.claims).toBeUndefined();
    expect((await news(before, 4))?.claims?.toSorted()).toEqual(claims.toSorted());
  });

  it('has nothing to do with the positions of another database', async () => {
    const other = await createTestDatabase({ seeded: true });
    const elsewhere = connectDatabase(other.url);
    try {
      while ((await sequence(createStore(elsewhere))) !== 'idle');
      const [here, there] = [await news(), await readNews(elsewhere.pool, undefined)];
      expect(there?.place).not.toBe(here?.place);
    } finally {
      await elsewhere.close();
      await other.drop();
    }
  });
});
