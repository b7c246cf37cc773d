import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { operator } from '../../src/domain/access/rules.js';
import { whileSigning } from '../../src/integrity/checkpoints/checkpoint.repository.js';
import { createCheckpointService } from '../../src/integrity/checkpoints/checkpoint.service.js';
import { readCheckpoints } from '../../src/integrity/checkpoints/folder.js';
import { isSealed, textOfKey } from '../../src/integrity/checkpoints/statement.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { verifyExport } from '../../src/integrity/exports/verify-export.js';
import { createNotary, settleFeed, type Notary } from '../support/checkpoints.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let created: TestDatabase;
let database: Database;
let store: Store;
let notary: Notary;

beforeEach(async () => {
  created = await createTestDatabase();
  database = connectDatabase(created.url);
  store = createStore(database);
  notary = await createNotary({ database, store });
  await happen();
});
afterEach(async () => {
  await notary.close();
  await database.close();
  await created.drop();
});

/** Something that belongs to no claim, with its place in the feed. */
async function happen(): Promise<void> {
  const subject = { type: 'source' as const, id: randomUUID() };
  await store.transact((tx) => appendEvents(tx, operator, [{ type: 'source.created', subject }]));
  await settleFeed(store);
}

const rows = async (): Promise<number[]> =>
  (await database.pool.query<{ number: number }>('SELECT number FROM checkpoints ORDER BY number')).rows.map(
    ({ number }) => number,
  );
const files = async (): Promise<number[]> =>
  (await readCheckpoints(notary.dir)).map(({ checkpoint }) => checkpoint.statement.number);
const told = async (): Promise<unknown[]> =>
  (
    await database.pool.query<{ number: unknown }>(
      `SELECT data ->> 'number' AS number FROM events WHERE type = 'checkpoint.signed' ORDER BY seq`,
    )
  ).rows.map(({ number }) => Number(number));
const isSound = async (): Promise<boolean> => {
  const lines = await notary.exportLines();
  return (await verifyExport(iterate(lines), await notary.witnesses())).valid;
};
async function* iterate(lines: string[]): AsyncGenerator<string> {
  yield* await Promise.resolve(lines);
}

/** Moves the clock of the desk for connections that are made from now on. */
async function reconnectAt(offset: string): Promise<void> {
  const name = new URL(created.url).pathname.slice(1);
  const owner = connectDatabase(created.ownerUrl, { connections: 1 });
  await owner.pool.query(`ALTER DATABASE ${name} SET isnad.clock_offset = '${offset}'`);
  await owner.close();
  await database.close();
  database = connectDatabase(created.url);
  store = createStore(database);
  notary = await createNotary({ database, store }, notary.dir);
}

describe('the daily checkpoint', () => {
  it('is owed once something has happened, is signed, told, kept outside the database, and then not owed any more', async () => {
    expect(await notary.checkpoints.findOwed()).toEqual([{ name: 'sign-checkpoint', payload: {} }]);
    await notary.checkpoints.signIfDue();
    expect(await notary.checkpoints.findOwed()).toEqual([]);
    expect([await rows(), await files(), await told()]).toEqual([[1], [1], [1]]);
    const [kept] = await readCheckpoints(notary.dir);
    expect(kept && isSealed(kept.checkpoint)).toBe(true);
    expect(kept?.checkpoint).toEqual(await notary.checkpoints.find('latest'));
    expect(await isSound()).toBe(true);
  });

  it('is signed once, however often and by however many it is done', async () => {
    await Promise.all(Array.from({ length: 4 }, () => notary.checkpoints.signIfDue()));
    await notary.checkpoints.signIfDue();
    expect([await rows(), await files(), await told()]).toEqual([[1], [1], [1]]);
  });

  it('takes as long as it takes: the connection that holds the lock is not ended because it is silent', async () => {
    let holder: PoolClient | undefined;
    database.pool.once('acquire', (client: PoolClient) => {
      holder = client;
    });
    // What a socket that is silent for so long is ended after; 0: never.
    const limit = () =>
      (holder as unknown as { connection: { stream: Pick<Socket, 'timeout'> } }).connection.stream.timeout;
    expect(await whileSigning(database.pool, () => Promise.resolve(limit()))).toBe(0);
    expect(limit()).toBeGreaterThan(0);
  });

  it('is not owed where nothing has happened, nor by a process without a folder', async () => {
    expect(
      await createCheckpointService({ store, pool: database.pool, origin: 'isnad.example/log' }).findOwed(),
    ).toEqual([]);
    const empty = await createTestDatabase();
    const other = connectDatabase(empty.url);
    const idle = await createNotary({ database: other, store: createStore(other) });
    expect(await idle.checkpoints.findOwed()).toEqual([]);
    await expect(idle.checkpoints.sign()).rejects.toMatchObject({ kind: 'conflict' });
    await idle.close();
    await other.close();
    await empty.drop();
  });

  it('is owed again on the next day of the desk, by its own clock', async () => {
    await notary.checkpoints.signIfDue();
    await reconnectAt('24 hours');
    expect(await notary.checkpoints.findOwed()).toHaveLength(1);
    await notary.checkpoints.signIfDue();
    expect(await rows()).toEqual([1, 2]);
    const [first, second] = await readCheckpoints(notary.dir);
    expect(second?.checkpoint.statement.previous).toBe(first?.checkpoint.hash);
    expect(await isSound()).toBe(true);
  });

  it('covers what has a place in the feed, and leaves to the next what has none yet', async () => {
    await store.transact((tx) =>
      appendEvents(tx, operator, [{ type: 'source.created', subject: { type: 'source', id: randomUUID() } }]),
    );
    await notary.checkpoints.signIfDue();
    expect((await notary.checkpoints.find(1)).statement).toMatchObject({ chains: 1, feed: { position: 1 } });
    expect(await isSound()).toBe(true);
    await notary.sign();
    // The source that came late, and the chain of the checkpoints themselves.
    expect((await notary.checkpoints.find(2)).statement).toMatchObject({ chains: 3, feed: { position: 3 } });
    expect(await isSound()).toBe(true);
  });
});

describe('a crash', () => {
  it('after the file was written and before the database knew: the row is made from the file', async () => {
    const owner = connectDatabase(created.ownerUrl);
    await owner.pool.query(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut'; END $$`,
    );
    await owner.pool.query(
      'CREATE TRIGGER cut BEFORE INSERT ON checkpoints FOR EACH ROW EXECUTE FUNCTION fail()',
    );
    await expect(notary.checkpoints.signIfDue()).rejects.toThrow('cut');
    await owner.pool.query('DROP TRIGGER cut ON checkpoints');
    await owner.close();
    expect([await rows(), await files(), await told()]).toEqual([[], [1], []]);
    const [kept] = await readCheckpoints(notary.dir);
    // The connection that held the lock may still be on its way out.
    await vi.waitFor(async () => {
      await notary.checkpoints.signIfDue();
      expect(await notary.checkpoints.find(1)).toEqual(kept?.checkpoint);
    });
    expect(await told()).toContain(1);
    expect(await rows()).toEqual(await files());
    expect(await isSound()).toBe(true);
  });

  it('of the machine with the folder: what the database knows is written into another one', async () => {
    await notary.sign();
    await notary.sign();
    await rm(join(notary.dir, '00000002.json'));
    await rm(join(notary.dir, '00000002.leaves.jsonl'));
    await notary.sign();
    expect(await files()).toEqual([1, 2, 3]);
    expect(await readdir(notary.dir)).toContain('00000003.leaves.jsonl');
    // The leaves go on from the last file that is there.
    expect(await readFile(join(notary.dir, '00000003.leaves.jsonl'), 'utf8')).toContain('"since":1');
    expect(await isSound()).toBe(true);
  });
});

describe('the key', () => {
  const keysIn = async (): Promise<string[]> => (await readdir(join(notary.dir, 'keys'))).sort();

  it('is made on first use and for its owner alone; its public half lies beside it', async () => {
    const { statement } = await notary.sign();
    const [privateFile = '', publicFile = ''] = await keysIn();
    const path = join(notary.dir, 'keys', privateFile);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(textOfKey(createPublicKey(createPrivateKey(await readFile(path))))).toBe(statement.key);
    const shown = await readFile(join(notary.dir, 'keys', publicFile));
    expect(textOfKey(createPublicKey(shown))).toBe(statement.key);
    expect((await notary.sign()).statement.key).toBe(statement.key);
    const name = privateFile.replace('.private.pem', '');
    expect(await keysIn()).toEqual([privateFile, `${name}.public.pem`, `${name}.signed.json`]);
  });

  it('is followed by another when asked, which the old one announces', async () => {
    const first = (await notary.sign()).statement;
    const second = (await notary.sign({ newKey: true })).statement;
    const third = (await notary.sign()).statement;
    expect(second.key).toBe(first.key);
    expect(third.key).toBe(second.nextKey);
    const lines = await notary.exportLines();
    for (const key of [first.key, third.key]) {
      expect(await verifyExport(iterate(lines), { keys: [key] })).toMatchObject({ valid: true });
    }
    expect(await verifyExport(iterate(lines), { keys: ['A'.repeat(43)] })).toMatchObject({ valid: false });
    expect(await notary.checkpoints.keys()).toMatchObject([
      { key: first.key, first: 1, last: 2 },
      { key: third.key, first: 3, last: 3 },
    ]);
  });

  it('that is lost is not replaced in silence, but by whoever asks for a new one', async () => {
    const { key } = (await notary.sign()).statement;
    await rm(join(notary.dir, 'keys'), { recursive: true });
    await expect(notary.sign()).rejects.toMatchObject({ code: 'checkpoint_key_missing' });
    const { statement } = await notary.sign({ newKey: true });
    expect(statement.key).not.toBe(key);
    const lines = await notary.exportLines();
    const { valid } = await verifyExport(iterate(lines), { keys: [key] });
    expect(valid).toBe(false);
    expect((await verifyExport(iterate(lines), { keys: [key, statement.key] })).valid).toBe(true);
  });
});

it('nothing is signed while folder and database contradict each other', async () => {
  await notary.sign();
  const foreign = await readFile(join(notary.dir, '00000001.json'), 'utf8');
  await writeFile(
    join(notary.dir, '00000001.json'),
    foreign.replace(/"hash":"[0-9a-f]{64}"/, `"hash":"${'0'.repeat(64)}"`),
  );
  await expect(notary.sign()).rejects.toMatchObject({ code: 'checkpoint_contradicted' });
  expect(await rows()).toEqual([1]);
});
