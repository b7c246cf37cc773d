/** Who runs the server. PostgreSQL refuses to run as root, so root hands it to somebody with fewer rights. */
import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { promisify } from 'node:util';
import { unusable } from './unusable.js';

const run = promisify(execFile);

export interface ServerUser {
  name: string;
  /** Empty: whoever runs this process. */
  identity: { uid: number; gid: number } | Record<string, never>;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** `owner` of an existing data folder, unless that is root: the server must run as whoever owns its data. */
export async function chooseServerUser(owner?: { uid: number; gid: number }): Promise<ServerUser> {
  if (!isRoot()) return { name: 'the current user', identity: {} };
  if (owner && owner.uid !== 0) return { name: `user ${String(owner.uid)}`, identity: owner };
  for (const name of ['postgres', 'nobody']) {
    const identity = await lookUp(name);
    if (identity) return { name, identity };
  }
  throw unusable(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Start Isnad as another user.',
  );
}

async function lookUp(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, name])).stdout)),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the user can go into the folder: every folder above counts, so this goes there. */
export async function canEnter(user: ServerUser, folder: string): Promise<boolean> {
  if (!('uid' in user.identity)) return true;
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user.identity, cwd: '/', env: {} });
    return true;
  } catch {
    return false;
  }
}

export async function giveTo(user: ServerUser, path: string): Promise<void> {
  if ('uid' in user.identity) await chown(path, user.identity.uid, user.identity.gid);
}
