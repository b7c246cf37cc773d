import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import { readChanges } from '../../src/delivery/feed/changed-since.js';
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

const changes = (after?: bigint, limit?: number) => readChanges(database.pool, after, limit);

async function end(): Promise<bigint> {
  const found = await changes();
  if (!found) throw new Error('the feed is empty');
  return found.end;
}

const sequenceAll = async (): Promise<void> => {
  while ((await sequence(store)) !== 'idle');
};

const changeClaim = (claim: string, client: Pick<pg.ClientBase, 'query'> = database.pool): Promise<void> =>
  insertEvent(client, { type: 'claim.changed', subject: { type: 'claim', id: claim }, claim });

describe('which claims have changed since a position', () => {
  it('is unknown before the feed has begun', async () => {
    expect(await changes()).toBeUndefined();
    await sequenceAll();
    expect(await changes()).toMatchObject({ claims: [] });
  });

  it('is told from the commit on, before the change has a position and after, until that position has been passed', async () => {
    const [claim = ''] = claims;
    const before = await end();
    await changeClaim(claim);
    expect(await changes(before)).toMatchObject({ end: before, claims: [claim] });
    await sequenceAll();
    const after = await changes(before);
    expect(after).toMatchObject({ end: before + 1n, claims: [claim] });
    expect((await changes(after?.end))?.claims).toEqual([]);
  });

  it('includes what was written before the last call and committed after it', async () => {
    const [slow = '', quick = ''] = claims;
    const client = new pg.Client({ connectionString: created.url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await changeClaim(slow, client);
      await changeClaim(quick);
      await sequenceAll();
      const asked = await end();
      expect((await changes(asked))?.claims).toEqual([]);
      await client.query('COMMIT');
      expect((await changes(asked))?.claims).toEqual([slow]);
      await sequenceAll();
      expect((await changes(asked))?.claims).toEqual([slow]);
    } finally {
      await client.end();
    }
  });

  it('is not told one by one where there are many, with a position or without', async () => {
    const before = await end();
    for (const claim of claims) await changeClaim(claim);
    expect((await changes(before, 3))?.claims).toBeUndefined();
    expect((await changes(before, 4))?.claims?.toSorted()).toEqual(claims.toSorted());
    await sequenceAll();
    expect((await changes(before, 3))?.claims).toBeUndefined();
    expect((await changes(before, 4))?.claims?.toSorted()).toEqual(claims.toSorted());
  });

  it('is not mixed up with the positions of another database', async () => {
    const other = await createTestDatabase({ seeded: true });
    const elsewhere = connectDatabase(other.url);
    try {
      while ((await sequence(createStore(elsewhere))) !== 'idle');
      const [here, there] = [await changes(), await readChanges(elsewhere.pool, undefined)];
      expect(there?.feed).not.toBe(here?.feed);
    } finally {
      await elsewhere.close();
      await other.drop();
    }
  });
});
