import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Failure } from '../errors.js';

const run = promisify(execFile);

/** An account of this machine. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account without power: `postgres` where there is
 * one, `nobody` otherwise, or whoever owns the data already. Everybody else runs it as themselves, which is
 * `undefined` here.
 */
export async function chooseAccount(dataFolder: string | undefined): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = dataFolder === undefined ? undefined : await stat(dataFolder);
  if (owner && owner.uid !== 0) return { name: await nameOf(owner.uid), uid: owner.uid, gid: owner.gid };
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (!account) {
    throw refused(
      'PostgreSQL does not run as root and there is no account "postgres" or "nobody" to run it: start Isnad as an ordinary user, or set DATABASE_URL.',
    );
  }
  if (owner) {
    throw refused(
      `${String(dataFolder)} belongs to root, and PostgreSQL does not run as root: \`chown -R ${account.name} ${String(dataFolder)}\`.`,
    );
  }
  return account;
}

/** Tried for real: modes alone say nothing of access lists, mounts and containers. */
export async function canEnter({ uid, gid }: Account, folder: string): Promise<boolean> {
  try {
    await run('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { uid, gid, cwd: '/' });
    return true;
  } catch {
    return false;
  }
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

const nameOf = (uid: number): Promise<string> =>
  run('id', ['-un', String(uid)]).then(
    ({ stdout }) => stdout.trim(),
    () => String(uid),
  );

const refused = (message: string): Failure => new Failure('upstream', message);
