/** Captured bytes in a folder: `sha256/ab/cd/abcd…`. */
import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { createDiskWatch } from '../platform/disk-watch.js';
import { syncFolder } from '../platform/write-file-atomically.js';
import { makeFolder } from './durable-folder.js';
import { createFolderUsers } from './folder-users.js';
import { requireWhole, StoreFault, type PageStore } from './page-store.js';

export interface FolderOptions {
  /** Which database keeps pages there; undefined: none that would look for stray ones. */
  findUser?: Parameters<typeof createFolderUsers>[1] | undefined;
  /** The step that makes a file count: tests break off at it. */
  place?: (from: string, to: string) => Promise<void>;
}

/** A file that is being written is given up after this long: whoever wrote it is gone. */
const abandonedMs = 3_600_000;

export function createFolderStore(dir: string, { findUser, place = rename }: FolderOptions = {}): PageStore {
  const folder = resolve(dir);
  const pathOf = (sha256: string): string =>
    join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const unfinished = join(folder, 'unfinished');
  const disk = createDiskWatch(folder, 'EVIDENCE_DIR', { isShared: true });
  const users = findUser && createFolderUsers(folder, findUser);

  const read = async (sha256: string): Promise<Buffer> => {
    try {
      return requireWhole(sha256, await readFile(pathOf(sha256)));
    } catch (error) {
      throw faultOf(error, sha256);
    }
  };

  const keep = async (path: string, bytes: Buffer): Promise<void> => {
    await makeFolder(unfinished);
    await removeAbandoned(unfinished);
    const written = join(unfinished, randomUUID());
    await writeDurably(written, bytes);
    await makeFolder(dirname(path));
    await place(written, path);
    await syncFolder(dirname(path));
  };

  return {
    get: read,
    checkDisk: disk.check,
    put: async (sha256, bytes) => {
      // What is there and damaged is written anew.
      const isThere = await read(sha256).then(Boolean, () => false);
      try {
        await users?.enter();
        // It counts as new, so that the search for stray bytes leaves it alone for a while. That takes no room.
        if (isThere) await utimes(pathOf(sha256), new Date(), new Date());
        else await disk.writing(() => keep(pathOf(sha256), bytes));
      } catch (error) {
        throw faultOf(error, sha256);
      }
    },
    remove: (sha256) => removeFile(pathOf(sha256)),
    ...(users && {
      shelves: {
        listOlder: (shelf, before) =>
          listOlder(join(folder, 'sha256', shelf.toString(16).padStart(2, '0')), before),
        removeOlder: async (sha256, before) => {
          if (!(await isOlder(pathOf(sha256), before))) return false;
          await removeFile(pathOf(sha256));
          return true;
        },
        users,
      },
    }),
  };
}

async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch(ignoreMissing);
  } catch (error) {
    throw faultOf(error, basename(path));
  }
}

async function listOlder(shelf: string, before: number): Promise<string[]> {
  const found: string[] = [];
  try {
    for (const middle of await namesIn(shelf))
      for (const name of await namesIn(join(shelf, middle)))
        if (isHash(name) && (await isOlder(join(shelf, middle, name), before))) found.push(name);
    return found;
  } catch (error) {
    throw faultOf(error, basename(shelf));
  }
}

/** False where there is none. */
async function isOlder(path: string, before: number): Promise<boolean> {
  const file = await stat(path).catch(() => undefined);
  return file !== undefined && file.mtimeMs < before;
}

const isHash = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

const namesIn = (path: string): Promise<string[]> =>
  readdir(path).catch((error: unknown) => {
    ignoreMissing(error);
    return [];
  });

function ignoreMissing(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } catch (error) {
    // On a full disk it would take the room of the next.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function removeAbandoned(unfinished: string): Promise<void> {
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const file = await stat(path).catch(() => undefined);
    if (file && Date.now() - file.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}

function faultOf(error: unknown, sha256: string): StoreFault {
  if (error instanceof StoreFault) return error;
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new StoreFault('missing', `Nothing is stored under ${sha256}.`, { cause: error })
    : new StoreFault('unavailable', 'The folder of captured pages cannot be read or written.', {
        cause: error,
      });
}
