/** A PostgreSQL of the test's own, on a port of its own, that can be stopped as a crash would and started again. */
import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount } from '../../src/platform/embedded/user-account.js';
import { findBinaries } from '../../src/platform/embedded/binaries.js';
import { findData, filesOf } from '../../src/platform/embedded/folder.js';
import { startEmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { readPidFile } from '../../src/platform/embedded/pid-file.js';
import { launch, type Server } from '../../src/platform/embedded/server.js';
import { createLog } from '../../src/platform/log.js';

export interface OwnPostgres {
  url: string;
  ownerUrl: string;
  /** `pg_ctl -m immediate stop`: no goodbye, and recovery at the next start. */
  crash: () => Promise<void>;
  start: () => Promise<void>;
  /** From now on it only repeats what another one would tell it; what reads is answered. */
  becomeStandby: () => Promise<void>;
  remove: () => Promise<void>;
}

/** A commit that was answered survives the end of the server, though not that of the machine. */
const settings = { fsync: 'off', autovacuum: 'off', max_connections: '200' };

/** `prepare` is given the folder that all of it will lie in. */
export async function makeOwnPostgres(
  prepare: (folder: string) => Promise<void> = () => Promise.resolve(),
): Promise<OwnPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-tests-'));
  await prepare(folder);
  await chmod(folder, 0o711);
  const dir = join(folder, 'isnad');
  const made = await startEmbeddedPostgres({
    dir,
    log: createLog({ level: 'silent', name: 'tests' }),
    settings,
  });
  await made.stop();
  // From here on without the one who would start it again at once.
  const dataFolder = (await findData(dir)) ?? '';
  const account = await chooseAccount(dataFolder);
  const { native } = await findBinaries(account);
  const options = { native, dataFolder, account, settings, logFile: filesOf(dir).log };
  let server: Server | undefined;
  const start = async (): Promise<void> => {
    server = await launch(options, made.port);
  };
  const crash = async (): Promise<void> => {
    const told = await readPidFile(dataFolder);
    if (told) process.kill(told.pid, 'SIGQUIT');
    await server?.ended;
  };
  await start();
  return {
    url: made.url,
    ownerUrl: made.ownerUrl,
    start,
    crash,
    becomeStandby: async () => {
      await crash();
      const signal = join(dataFolder, 'standby.signal');
      await writeFile(signal, '');
      if (account) await chown(signal, account.uid, account.gid);
      await start();
    },
    remove: async () => {
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
