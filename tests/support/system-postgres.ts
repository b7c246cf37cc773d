/** A PostgreSQL of the machine, with its own programs for dumps: the embedded one brings none. */
import { execFile } from 'node:child_process';
import { access, chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readPidFile } from '../../src/platform/embedded/pid-file.js';
import { launch } from '../../src/platform/embedded/server.js';
import { chooseAccount } from '../../src/platform/embedded/user-account.js';

const run = promisify(execFile);
const debian = '/usr/lib/postgresql';

/** The folder with `bin/pg_dump` and all else, of the newest that is installed. */
export async function findPrograms(): Promise<string | undefined> {
  const versions = await readdir(debian).catch(() => []);
  for (const version of versions.sort((one, other) => Number(other) - Number(one))) {
    const folder = join(debian, version);
    const found = ['initdb', 'postgres', 'pg_basebackup', 'pg_dump', 'pg_restore', 'createdb'].map((name) =>
      access(join(folder, 'bin', name)),
    );
    if ((await Promise.allSettled(found)).every(({ status }) => status === 'fulfilled')) return folder;
  }
  return undefined;
}

export interface SystemPostgres {
  port: number;
  /** The address of a database there, for a role that it knows. */
  urlOf: (database: string, role: string) => string;
  /** Ends without a goodbye, as a machine does that is lost. */
  crash(): Promise<void>;
  /** Another server that follows this one as it writes. */
  startStandby(): Promise<SystemPostgres>;
  stop(): Promise<void>;
}

/** On a free port of the loopback interface; everybody who says they are `admin` may do everything. */
export const startSystemPostgres = (native: string): Promise<SystemPostgres> =>
  start(native, async (dataFolder, options) => {
    const how = ['--auth=trust', '--username=admin', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
    await run(join(native, 'bin', 'initdb'), [...how, `--pgdata=${dataFolder}`], options);
  });

type Fill = (dataFolder: string, options: { cwd: string; uid?: number; gid?: number }) => Promise<void>;

async function start(native: string, fill: Fill): Promise<SystemPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-system-postgres-'));
  await chmod(folder, 0o711);
  const account = await chooseAccount(undefined);
  const dataFolder = join(folder, 'data');
  if (account) await chown(folder, account.uid, account.gid);
  await fill(dataFolder, { cwd: '/', ...(account && { uid: account.uid, gid: account.gid }) });
  const settings = { fsync: 'off', unix_socket_directories: '' };
  const server = await launch({ native, dataFolder, account, settings, logFile: join(folder, 'log') });
  const address = (role: string): string => `postgresql://${role}@127.0.0.1:${String(server.port)}`;
  return {
    port: server.port,
    urlOf: (database, role) => `${address(role)}/${database}`,
    crash: async () => {
      const told = await readPidFile(dataFolder);
      if (told) process.kill(told.pid, 'SIGQUIT');
      await server.ended;
    },
    startStandby: () =>
      start(native, async (copy, options) => {
        const how = [
          `--dbname=${address('admin')}`,
          `--pgdata=${copy}`,
          '--write-recovery-conf',
          '--no-sync',
        ];
        await run(join(native, 'bin', 'pg_basebackup'), [...how, '--checkpoint=fast'], options);
      }),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
