/** Where the programs and the data lie. Nearly always: in node_modules and in the folder that was asked for. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../log.js';
import { findBinaries, tryBinaries, type Binaries } from './binaries.js';
import { canEnter, chooseServerUser, isRoot, type ServerUser } from './server-user.js';
import { fileTrouble, unusable } from './unusable.js';

const run = promisify(execFile);

export interface Place {
  binaries: Binaries;
  user: ServerUser;
  /** Owned by the server's user: data/, password, server.log. */
  folder: string;
}

/** Folders of root's that every user can enter, for when its own are closed to the server's user. */
const openFolders = ['/var/lib/isnad', '/var/tmp/isnad'];

export async function findPlace(dir: string, log: Log): Promise<Place> {
  await makeFolder(dir);
  const home = await realpath(dir);
  const pointer = join(home, 'postgres.location');
  const pointed = await readPointer(pointer);
  const existing = pointed ?? join(home, 'postgres');
  const user = await chooseServerUser(await ownerOf(join(existing, 'data')));

  const found = await findBinaries();
  const trouble = await tryBinaries(found, user);
  const binaries = trouble === undefined ? found : await copyBinaries(found, user, trouble);

  const folder =
    pointed ?? ((await canEnter(user, home)) ? existing : join(await openFolder(user), hashOf(home)));
  if (pointed === undefined && folder !== existing) await writeFile(pointer, `${folder}\n`, { mode: 0o600 });
  if (binaries !== found || folder !== existing) {
    log.info(
      `The embedded PostgreSQL runs as ${user.name}, who cannot enter this folder: programs in ${binaries.folder}, data in ${folder}.`,
    );
  }
  return { binaries, user, folder };
}

async function makeFolder(dir: string): Promise<void> {
  try {
    // As root the server's user has to pass through; what is secret in it is closed by itself.
    await mkdir(dir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
    const probe = await mkdtemp(join(dir, '.probe-'));
    await rm(probe, { recursive: true });
  } catch (error) {
    throw unusable(`Cannot write to ${dir}: ${fileTrouble(error)}. Set ISNAD_DIR to a folder of your own.`);
  }
}

async function readPointer(pointer: string): Promise<string | undefined> {
  let folder: string;
  try {
    folder = (await readFile(pointer, 'utf8')).trim();
  } catch {
    return undefined;
  }
  if (await stat(folder).catch(() => undefined)) return folder;
  // Written before the data was made, so a start that was broken off leaves nothing behind it.
  if (await stat(`${folder}.begun`).catch(() => undefined)) return folder;
  throw unusable(
    `${pointer} says that the data is in ${folder}, which is not there. Bring it back, or remove ${pointer} to begin with an empty database.`,
  );
}

async function ownerOf(data: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const { uid, gid } = await stat(data);
    return { uid, gid };
  } catch {
    return undefined;
  }
}
