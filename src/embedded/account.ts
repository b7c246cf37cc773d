import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Failure } from '../errors.js';

/** An account of this machine. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it an account without power: `postgres` where there is
 * one, `nobody` otherwise. Everybody else runs it as themselves, which is `undefined` here.
 */
export async function chooseAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account) return account;
  throw new Failure(
    'upstream',
    'PostgreSQL does not run as root and there is no account "postgres" or "nobody" to run it: start Isnad as an ordinary user, or set DATABASE_URL.',
    { code: 'database-not-started' },
  );
}

async function lookUp(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([ask('-u', name), ask('-g', name)]);
    return { name, uid, gid };
  } catch {
    return undefined;
  }
}

async function ask(flag: '-u' | '-g', name: string): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [flag, name]);
  return Number(stdout.trim());
}
