import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './user-account.js';
import { firstLineOf } from './startup-error.js';
import { serverEnvironment } from './server.js';

/**
 * Under LC_CTYPE=C, pg_trgm finds nothing alike in Arabic. The builtin provider sorts and folds the same on
 * every machine, whatever locales it has.
 */
const locale = [
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C.UTF-8',
];

interface Initialization {
  native: string;
  dataFolder: string;
  account: Account | undefined;
  user: string;
  password: string;
}

/**
 * Makes a data folder, all of it or nothing: it is built under another name and gets its own when it is
 * finished. Half-built ones of earlier attempts are cleared away. The name is new each time because an initdb
 * whose parent was killed may still be at work under the old one, and clears that when it fails.
 */
export async function initialize(cluster: Initialization): Promise<void> {
  const unfinished = `${cluster.dataFolder}.unfinished-`;
  await clearAll(unfinished);
  const building = `${unfinished}${randomBytes(4).toString('hex')}`;
  try {
    await build(building, cluster);
    await rename(join(building, 'data'), cluster.dataFolder);
  } catch (error) {
    throw new Error(firstLineOf(error), { cause: error });
  } finally {
    await clearAll(unfinished);
  }
}

async function clearAll(prefix: string): Promise<void> {
  const names = await readdir(dirname(prefix));
  for (const name of names.filter((each) => each.startsWith(basename(prefix)))) {
    // One that is still written to is cleared by the next start.
    await rm(join(dirname(prefix), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function build(building: string, { native, account, user, password }: Initialization): Promise<void> {
  const passwordFile = join(building, 'password');
  await mkdir(building, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) {
    await chown(passwordFile, account.uid, account.gid);
    await chown(building, account.uid, account.gid);
  }
  await promisify(execFile)(
    join(native, 'bin', 'initdb'),
    [
      ...locale,
      '--auth=scram-sha-256',
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      `--pgdata=${join(building, 'data')}`,
    ],
    { env: serverEnvironment, cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) },
  );
}
