import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.js';
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
 * finished. What an earlier attempt left half-built is cleared away.
 */
export async function initialize(cluster: Initialization): Promise<void> {
  const building = `${cluster.dataFolder}.unfinished`;
  await rm(building, { recursive: true, force: true });
  try {
    await build(building, cluster);
    await rename(join(building, 'data'), cluster.dataFolder);
  } finally {
    await rm(building, { recursive: true, force: true });
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
    { env: serverEnvironment, cwd: building, ...(account && { uid: account.uid, gid: account.gid }) },
  );
}
