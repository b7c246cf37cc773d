/** Captured bytes in a folder: `sha256/ab/cd/abcd…`. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { requireWhole, StoreFault, type PageStore } from './page-store.js';

interface FolderOptions {
  /** The step that makes a file count: tests break off at it. */
  place?: (from: string, to: string) => Promise<void>;
}

/** A file that is being written is given up after this long: whoever wrote it is gone. */
const abandonedMs = 3_600_000;

export function createFolderStore(dir: string, { place = rename }: FolderOptions = {}): PageStore {
  const folder = resolve(dir);
  const pathOf = (sha256: string): string =>
    join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const unfinished = join(folder, 'unfinished');

  const read = async (sha256: string): Promise<Buffer> => {
    try {
      return requireWhole(sha256, await readFile(pathOf(sha256)));
    } catch (error) {
      throw faultOf(error, sha256);
    }
  };

  return {
    get: read,
    put: async (sha256, bytes) => {
      // What is there and damaged is written anew.
      const isThere = await read(sha256).then(Boolean, () => false);
      try {
        if (isThere) {
          // It counts as new, so that the search for stray bytes leaves it alone for a while.
          await utimes(pathOf(sha256), new Date(), new Date());
          return;
        }
        await makeFolder(unfinished);
        await removeAbandoned(unfinished);
        const written = join(unfinished, randomUUID());
        await writeDurably(written, bytes);
        await makeFolder(dirname(pathOf(sha256)));
        await place(written, pathOf(sha256));
        await sync(dirname(pathOf(sha256)));
      } catch (error) {
        throw faultOf(error, sha256);
      }
    },
    listOlder: async (shelf, before) => {
      const found: string[] = [];
      const top = join(folder, 'sha256', shelf.toString(16).padStart(2, '0'));
      for (const middle of await namesIn(top))
        for (const name of await namesIn(join(top, middle))) {
          const file = await stat(join(top, middle, name)).catch(() => undefined);
          if (isHash(name) && file && file.mtimeMs < before) found.push(name);
        }
      return found;
    },
    remove: async (sha256) => {
      try {
        await rm(pathOf(sha256), { force: true });
        await sync(dirname(pathOf(sha256))).catch(ignoreMissing);
      } catch (error) {
        throw faultOf(error, sha256);
      }
    },
  };
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
  } finally {
    await file.close();
  }
}

/** A folder that is new has to be known by the one above it, or a crash takes it away with all that is in it. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await sync(dirname(made));
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
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
