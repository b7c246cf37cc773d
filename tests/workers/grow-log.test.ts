import { createPrivateKey, createPublicKey } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNote, signaturesBy } from '../../src/domain/merkle/signed-note.js';
import { rootOf, hashLeaf } from '../../src/domain/merkle/tree.js';
import { createCheckpointService } from '../../src/integrity/checkpoints/checkpoint.service.js';
import { bytesOfKey, textOfKey } from '../../src/integrity/checkpoints/statement.js';
import { edgeTiles, tilePath } from '../../src/domain/merkle/tiles.js';
import { readEdge, readEntries, readHead, type KeptHead } from '../../src/integrity/log/log-folder.js';
import { createNotary, type Notary } from '../support/checkpoints.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, type Store } from '../../src/platform/db/transaction.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addToFeed } from '../support/add-to-feed.js';

let created: TestDatabase;
let database: Database;
let store: Store;
let notary: Notary;

beforeEach(async () => {
  created = await createTestDatabase();
  database = connectDatabase(created.url);
  store = createStore(database);
  notary = await createNotary({ database, store });
});
afterEach(async () => {
  await notary.close();
  await database.close();
  await created.drop();
});

const head = async (): Promise<KeptHead> => {
  const found = await readHead(notary.dir);
  if (!found) throw new Error('nothing was signed');
  return found;
};
const logFiles = async (): Promise<string[]> =>
  (await readdir(join(notary.dir, 'log'), { recursive: true })).sort();

describe('the log', () => {
  it('grows by what the feed has got, and every checkpoint keeps the tiles it is checked by until they are full', async () => {
    const sizes: number[] = [];
    for (const more of [3, 200, 100, 400]) {
      await addToFeed(database, more);
      await notary.sign();
      sizes.push((await head()).size);
    }
    const files = await logFiles();
    const full = Math.floor((sizes.at(-1) ?? 0) / 256);
    for (const size of sizes) {
      for (const name of edgeTiles(size)) {
        const isReplaced = name.level === 0 && name.index < full;
        expect(files.includes(tilePath(name)), tilePath(name)).toBe(!isReplaced);
      }
    }
    const { root, size } = await head();
    const entries: Buffer[] = [];
    for (let index = 0; index * 256 < size; index++)
      entries.push(...(await readEntries(notary.dir, { index, width: Math.min(256, size - index * 256) })));
    expect(rootOf(entries.map(hashLeaf))).toEqual(root);
  });

  it('is made again from the database where the folder lost it, if that leads to what was signed', async () => {
    await addToFeed(database, 300);
    await notary.sign();
    const before = await logFiles();
    await rm(join(notary.dir, 'log'), { recursive: true });
    await addToFeed(database, 2);
    await notary.sign();
    expect((await head()).size).toBeGreaterThan(300);
    expect(await logFiles()).toEqual(expect.arrayContaining(before.filter((file) => !file.includes('.p'))));
  });

  it('is not signed anew from a feed that was written anew, wherever the folder is', async () => {
    await addToFeed(database, 300);
    await notary.sign();
    await rewriteFeed();
    await rm(join(notary.dir, 'log'), { recursive: true });
    await expect(notary.sign()).rejects.toMatchObject({ code: 'checkpoint_contradicted' });
  });

  /** Gives an early event another hash, as nobody with the role of the application could. */
  async function rewriteFeed(): Promise<void> {
    const owner = connectDatabase(created.ownerUrl);
    await owner.pool.query(
      `BEGIN; ALTER TABLE events DISABLE TRIGGER events_are_permanent;
       UPDATE events SET hash = sha256('another') WHERE seq = (SELECT event_seq FROM feed WHERE position = 7);
       ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_permanent; COMMIT`,
    );
    await owner.close();
  }

  it('is not signed over tiles that are not those of its checkpoint', async () => {
    await addToFeed(database, 5);
    await notary.sign();
    const [edge] = edgeTiles((await head()).size);
    if (!edge) throw new Error('no edge');
    const file = join(notary.dir, 'log', tilePath(edge));
    await writeFile(file, Buffer.alloc(32 * edge.width));
    await expect(notary.sign()).rejects.toMatchObject({ code: 'checkpoint_contradicted' });
    await expect(readEdge(notary.dir, await head())).rejects.toMatchObject({
      code: 'checkpoint_contradicted',
    });
  });
});

describe('an older state of the database', () => {
  it('is signed by nobody while the folder knows more, and no row is made of what it does not know', async () => {
    await addToFeed(database, 10);
    await notary.sign();
    const older = await createTestDatabase();
    const other = connectDatabase(older.url);
    await addToFeed(other, 4);
    const late = await createNotary({ database: other, store: createStore(other) }, notary.dir);
    expect(await late.checkpoints.checkLog()).toMatch(
      /holds a signed log of \d+ events, and the database knows of 4/,
    );
    await expect(late.sign()).rejects.toMatchObject({ code: 'database_behind_log' });
    expect((await other.pool.query('SELECT FROM checkpoints')).rowCount).toBe(0);
    // It has gone on by itself meanwhile: as long as what was signed, and not the same.
    await addToFeed(other, 100);
    await expect(late.sign()).rejects.toMatchObject({ code: 'checkpoint_contradicted' });
    await other.close();
    await older.drop();
  });
});

describe('a key that has signed more than the database knows', () => {
  it('signs no second history into an emptied folder, and another key may begin one', async () => {
    const keysDir = await mkdtemp(join(tmpdir(), 'isnad-keys-'));
    const older = await createTestDatabase();
    const other = connectDatabase(older.url);
    const before = await createNotary({ database, store }, undefined, keysDir);
    const after = await createNotary({ database: other, store: createStore(other) }, undefined, keysDir);
    await addToFeed(database, 10);
    const { key } = (await before.sign()).statement;
    const { size } = (await readHead(before.dir)) ?? { size: 0 };

    await addToFeed(other, 4);
    await expect(after.sign()).rejects.toMatchObject({ code: 'database_behind_log' });
    // It has grown past what was signed: by other events.
    await addToFeed(other, size);
    await expect(after.sign()).rejects.toMatchObject({ code: 'database_behind_log' });
    expect(await readHead(after.dir)).toBeUndefined();

    const begun = (await after.sign({ newKey: true })).statement;
    expect([begun.key === key, begun.nextKey]).toEqual([false, null]);
    const note = readNote((await readHead(after.dir))?.note ?? '');
    expect(note && [key, begun.key].map((one) => signaturesBy(note, bytesOfKey(one)).length)).toEqual([0, 1]);
    expect((await after.sign()).statement.key).toBe(begun.key);

    // The newer database still goes on with the key, also into a folder that is empty.
    await rm(join(before.dir, 'log'), { recursive: true });
    expect((await before.sign()).statement.key).toBe(key);
    await Promise.all([before.close(), after.close(), other.close(), rm(keysDir, { recursive: true })]);
    await older.drop();
  });
});

describe('the keys of the log', () => {
  it('sign it together for a while, so that who knows either can go on', async () => {
    await addToFeed(database, 1);
    const first = (await notary.sign()).statement;
    const second = (await notary.sign({ newKey: true })).statement;
    const signers = async (): Promise<boolean[]> => {
      const note = readNote((await head()).note);
      return [second.key, second.nextKey ?? ''].map(
        (key) => note !== undefined && signaturesBy(note, bytesOfKey(key)).length === 1,
      );
    };
    expect(first.key).toBe(second.key);
    expect(await signers()).toEqual([true, true]);
    await notary.sign();
    expect(await signers()).toEqual([true, true]);
    await notary.sign();
    expect(await signers()).toEqual([false, true]);
  });

  it('may be held by a command, that signs both the statement and the log', async () => {
    await addToFeed(database, 2);
    await notary.sign();
    // The key that was made lies elsewhere by now, and only the command knows it.
    const keys = join(notary.dir, 'keys');
    const name = (await readdir(keys)).find((each) => each.endsWith('.private.pem')) ?? '';
    const pem = await readFile(join(keys, name), 'utf8');
    await rm(keys, { recursive: true });
    const command = join(notary.dir, 'sign.mjs');
    await writeFile(command, signingProgram(pem));
    await chmod(command, 0o755);
    const service = createCheckpointService({
      store,
      pool: database.pool,
      dir: notary.dir,
      origin: 'isnad.example/log',
      keys: { signCommand: `${process.execPath} ${command}` },
    });
    await addToFeed(database, 1);
    const { statement } = await service.sign();
    const key = textOfKey(createPublicKey(createPrivateKey(pem)));
    expect(statement.key).toBe(key);
    const note = readNote((await head()).note);
    expect(note && signaturesBy(note, bytesOfKey(key))).toHaveLength(1);
    await expect(service.sign({ newKey: true })).rejects.toThrow('SIGN_COMMAND holds the key in use');
  });

  const signingProgram = (pem: string): string => `
    import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    const key = createPrivateKey(${JSON.stringify(pem)});
    if (process.argv[2] === 'public-key') console.log(createPublicKey(key).export({ format: 'jwk' }).x);
    else console.log(sign(null, readFileSync(0), key).toString('base64'));`;

  it('that sign wrongly sign nothing', async () => {
    await addToFeed(database, 2);
    const service = createCheckpointService({
      store,
      pool: database.pool,
      dir: notary.dir,
      origin: 'isnad.example/log',
      keys: { signCommand: '/bin/false' },
    });
    await expect(service.sign()).rejects.toThrow('SIGN_COMMAND public-key failed (1)');
    expect(await readHead(notary.dir)).toBeUndefined();
  });
});
