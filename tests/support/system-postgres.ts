/** A PostgreSQL of the machine, with its own programs for dumps: the embedded one brings none. */
import { execFile } from 'node:child_process';
import { access, chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { launch } from '../../src/platform/embedded/server.js';
import { chooseAccount } from '../../src/platform/embedded/user-account.js';

const run = promisify(execFile);
const debian = '/usr/lib/postgresql';

/** The folder with `bin/pg_dump` and all else, of the newest that is installed. */
export async function findPrograms(): Promise<string | undefined> {
  const versions = await readdir(debian).catch(() => []);
  for (const version of versions.sort((one, other) => Number(other) - Number(one))) {
    const folder = join(debian, version);
    const found = ['initdb', 'postgres', 'pg_dump', 'pg_restore', 'createdb'].map((name) =>
      access(join(folder, 'bin', name)),
    );
    if ((await Promise.allSettled(found)).every(({ status }) => status === 'fulfilled')) return folder;
  }
  return undefined;
}

/** On a free port of the loopback interface; everybody who says they are `admin` may do everything. */
export async function startSystemPostgres(native: string): Promise<{ port: number; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-system-postgres-'));
  await chmod(folder, 0o711);
  const account = await chooseAccount(undefined);
  const dataFolder = join(folder, 'data');
  const options = { cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) };
  if (account) await chown(folder, account.uid, account.gid);
  const how = ['--auth=trust', '--username=admin', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  await run(join(native, 'bin', 'initdb'), [...how, `--pgdata=${dataFolder}`], options);
  const settings = { fsync: 'off', unix_socket_directories: '' };
  const logFile = join(folder, 'log');
  const server = await launch({ native, dataFolder, account, settings, logFile });
  return {
    port: server.port,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
