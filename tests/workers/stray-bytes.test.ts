/** Bytes that no capture speaks of, because a worker was killed before it had written that it kept them. */
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../prisma/migrate.js';
import { createFolderStore } from '../../src/capture/folder-store.js';
import { folderUserOf } from '../../src/capture/folder-users.js';
import { withFileLock } from '../../src/capture/file-lock.js';
import { sha256Of, type PageStore } from '../../src/capture/page-store.js';
import { createStrayRemoval } from '../../src/capture/remove-strays.js';
import { sweepIntervalMs } from '../../src/platform/queue/sweep.js';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { enterClaim } from '../support/desk.js';
import { addEvidence } from '../support/evidence.js';
import { createInternet, type Internet } from '../support/internet.js';
import { copyDatabase, createEmptyDatabase, createTestDatabase } from '../support/database.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

const isLong = process.env['LONG'] === '1';

let isnad: TestIsnad;
let other: TestIsnad;
let internet: Internet;
let dir: string;
let pages: PageStore;
beforeAll(async () => {
  internet = await createInternet();
  isnad = await createIsnad({ outbound: internet.outbound });
  other = await createIsnad();
});
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'isnad-strays-'));
  pages = folderOf(isnad, 'one');
  warnings = [];
  return () => rm(dir, { recursive: true, force: true });
});
afterAll(async () => {
  await isnad.close();
  await other.close();
  await internet.close();
});

const folderOf = ({ database: { pool } }: Pick<TestIsnad, 'database'>, instance: string): PageStore =>
  createFolderStore(dir, { findUser: folderUserOf(pool, instance) });

const names = async (): Promise<string[]> =>
  (await readdir(join(dir, 'sha256'), { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

const pathOf = (sha256: string): string =>
  join(dir, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);

const keep = async (text: string, hoursAgo = 0, store = pages): Promise<string> => {
  const sha256 = sha256Of(text);
  await store.put(sha256, Buffer.from(text));
  const then = new Date(Date.now() - hoursAgo * 3_600_000);
  await utimes(pathOf(sha256), then, then);
  return sha256;
};

/** A page that a capture names; it is put by whoever is to have it. */
const capture = async (): Promise<string> => {
  const body = `captured ${dir}`;
  const claim = await enterClaim(isnad);
  await addEvidence(isnad, claim, internet.serve('/kept', { body }));
  await isnad.work();
  return body;
};

/** Whether somebody waits for the lock of a file. */
const isWaitedFor = async (): Promise<boolean> => {
  const { rows } = await isnad.database.pool.query<{ waits: boolean }>(
    `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waits`,
  );
  return rows[0]?.waits === true;
};

/**
 * What 256 sweeps do, one for each shelf: the clock goes back, so that nothing gets older meanwhile. Those of shelves where
 * nothing is are all alike: most of them are left out, but for the long tests.
 */
const sweepAll = async ({ store }: Pick<TestIsnad, 'store'> = isnad, folder = pages): Promise<number> => {
  let at = Date.now();
  const warn = (reason: unknown, message: string): void => {
    warnings.push(`${String(reason)}: ${message}`);
  };
  const sweep = createStrayRemoval({ store, pages: folder, warn, now: () => at });
  const used = new Set((await names().catch(() => [])).map((name) => parseInt(name.slice(0, 2), 16)));
  let removed = 0;
  for (let count = 0; count < 256; count++, at -= sweepIntervalMs)
    if (isLong || count % 32 === 0 || used.has(Math.floor(at / sweepIntervalMs) % 256))
      removed += await sweep();
  return removed;
};
let warnings: string[];

describe('bytes that no capture speaks of', () => {
  it('are deleted an hour later, and those that a capture names are not', async () => {
    const kept = await keep(await capture(), 3);
    await keep('left behind', 3);
    expect(await sweepAll()).toBe(1);
    expect(await names()).toEqual([kept]);
  });

  it('stay while they may be those of a capture that is under way, however old the file is', async () => {
    const sha256 = await keep('put again', 3);
    await pages.put(sha256, Buffer.from('put again'));
    await keep('put a moment ago');
    expect(await sweepAll()).toBe(0);
    expect(await names()).toHaveLength(2);
  });

  it('stay where a capture has put them again while the search waited for it', async () => {
    const sha256 = await keep('under way', 3);
    let sweeping: Promise<number> | undefined;
    await withFileLock(isnad.store, sha256, async () => {
      sweeping = sweepAll();
      await expect.poll(isWaitedFor).toBe(true);
      await pages.put(sha256, Buffer.from('under way'));
    });
    expect(await sweeping).toBe(0);
    expect(await names()).toEqual([sha256]);
  });

  it('are looked for with one question for each shelf, which an index answers', async () => {
    await keep(await capture(), 3);
    let transactions = 0;
    const { store } = isnad;
    const counting: typeof store = {
      ...store,
      transact: (work) => {
        transactions++;
        return store.transact(work);
      },
    };
    expect(await sweepAll({ ...isnad, store: counting })).toBe(0);
    expect(transactions).toBe(0);
    const { rows } = await isnad.database.pool.query<{ first: string }>(
      `SELECT a.attname AS first FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
       WHERE i.indrelid = 'captures'::regclass`,
    );
    expect(rows.map(({ first }) => first)).toContain('sha256');
  });

  it('are not looked for in a folder that was not used yet, and nothing is put there', async () => {
    expect(await sweepAll()).toBe(0);
    expect(await readdir(dir)).toEqual([]);
  });

  it('that cannot be removed are a warning, and keep nothing else from being removed', async () => {
    await keep('left behind', 3);
    const shelf = sha256Of('left behind').slice(0, 2);
    // Where a file is meant to be there is a folder: it cannot be removed as one.
    const stuck = pathOf(`${shelf}${'0'.repeat(62)}`);
    await mkdir(stuck, { recursive: true });
    const longAgo = new Date(Date.now() - 3 * 3_600_000);
    await utimes(stuck, longAgo, longAgo);
    const another = shelf === 'ff' ? '00' : 'ff';
    await writeFile(join(dir, 'sha256', another), 'no folder at all');
    expect(await sweepAll()).toBe(1);
    expect(warnings).toHaveLength(2);
    for (const warning of warnings) expect(warning).toMatch(/nothing refers to could not be removed/);
  });
});

describe('a folder that several databases keep pages in', () => {
  const shared = /^(.+): nothing is removed from EVIDENCE_DIR.*isnad adopt --evidence$/;

  it('keeps the pages of each, and says what to do', async () => {
    const theirs = folderOf(other, 'two');
    const [one, two] = [await keep('of one', 3), await keep('of two', 3, theirs)];
    expect(await sweepAll()).toBe(0);
    expect(await sweepAll(other, theirs)).toBe(0);
    expect((await names()).sort()).toEqual([one, two].sort());
    expect(warnings.map((warning) => shared.exec(warning)?.[1])).toEqual(['two', 'one']);
  });

  it('keeps them also where both came to it at the same moment', async () => {
    const theirs = folderOf(other, 'two');
    await Promise.all([keep('of one', 3), keep('of two', 3, theirs), keep('more of one', 3)]);
    expect([await sweepAll(), await sweepAll(other, theirs)]).toEqual([0, 0]);
    expect(await names()).toHaveLength(3);
  });

  it('is taken over by the one that an operator names', async () => {
    await keep('of two', 3, folderOf(other, 'two'));
    await keep('of one', 3);
    await pages.shelves?.users.adopt();
    expect(await sweepAll()).toBe(2);
  });

  it('is not the copy’s, which works for another installation, nor that of a database begun anew', async () => {
    const sha256 = await keep('since the copy', 3);
    expect(await sweepAll(isnad, folderOf(isnad, 'copy'))).toBe(0);
    const anew = await createEmptyDatabase();
    try {
      await migrate(anew.ownerUrl);
      const database = connectDatabase(anew.ownerUrl, { connections: 2 });
      const { id } = await folderUserOf(database.pool, 'one')();
      await database.close();
      expect(await readdir(join(dir, 'databases'))).not.toContain(id);
    } finally {
      await anew.drop();
    }
    expect(await names()).toEqual([sha256]);
    expect((await stat(join(dir, 'databases'))).mode & 0o077).toBe(0);
  });
});

describe('a folder that a newer state of the database has used', () => {
  it('keeps what an older one does not know, until an operator says that the newer is lost', async () => {
    const created = await createTestDatabase();
    const older = await copyDatabase(created.url);
    const newer = await createIsnad({ on: created });
    const restored = connectDatabase(older.url, { connections: 3 });
    try {
      await enterClaim(newer);
      await keep('left behind', 3, folderOf(newer, 'one'));
      expect(await sweepAll(newer, folderOf(newer, 'one'))).toBe(1);
      const sha256 = await keep('since the dump', 3, folderOf(newer, 'one'));

      const store = createStore(restored);
      const folder = folderOf({ database: restored }, 'one');
      expect(await sweepAll({ store }, folder)).toBe(0);
      expect(warnings).toEqual([expect.stringMatching(/newer state of this database.*adopt --evidence/)]);
      expect(await names()).toEqual([sha256]);
      await folder.shelves?.users.adopt();
      expect(await sweepAll({ store }, folder)).toBe(1);
    } finally {
      await restored.close();
      await newer.close();
      await older.drop();
    }
  });
});

describe('a folder from before databases left their ids', () => {
  const earlier = (): PageStore => createFolderStore(dir);

  it('is the database’s that knows all that is in it', async () => {
    await keep(await capture(), 3, earlier());
    expect(await sweepAll()).toBe(0);
    await keep('left behind', 3, earlier());
    expect(await sweepAll()).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('stays as it is where it holds anything that the database does not know', async () => {
    await keep('whose is it', 3, earlier());
    await keep('put since', 3);
    expect(await sweepAll()).toBe(0);
    expect(warnings).toHaveLength(1);
    expect(await names()).toHaveLength(2);
  });
});
