import { spawn, type ChildProcess } from 'node:child_process';
import { open, rename, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './user-account.js';
import { readStartupError } from './startup-error.js';
import { endServer } from './stale-server.js';
import { readPidFile } from './pid-file.js';

/** Nothing of ours reaches it: neither PG… variables nor secrets nor a locale that changes what it says. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Recovery after a crash may have much to read again. */
const readyWithinMs = 600_000;
const greatestLog = 1_000_000;

export interface Launch {
  native: string;
  dataFolder: string;
  logFile: string;
  account: Account | undefined;
  settings: Record<string, string>;
}

export interface Server {
  port: number;
  /** Resolves when it has ended, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** The server ended before it was ready; the message is what it said last, in one line. */
export class LaunchFailed extends Error {
  override readonly name = 'LaunchFailed';
}

/** Starts the server on the loopback interface, on a free port if none is asked for, and waits until it is ready. */
export async function launch(options: Launch, port?: number): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOn(port ?? (await freePort()), options);
    } catch (error) {
      if (!(error instanceof LaunchFailed) || attempt === 50) throw error;
      // Somebody took the port since we looked.
      if (/address already in use/i.test(error.message) && port === undefined && attempt <= 5) continue;
      // Children of a server that was killed need a moment to notice.
      if (!error.message.includes('still in use')) throw error;
      await pause(100);
    }
  }
}

async function launchOn(port: number, options: Launch): Promise<Server> {
  const log = await openLog(options.logFile);
  const from = (await log.stat()).size;
  const child = spawn(join(options.native, 'bin', 'postgres'), argumentsOf(port, options), {
    env: serverEnvironment,
    cwd: '/',
    // A process group of its own: Ctrl-C in the terminal is for the application, which stops the server last.
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...(options.account && { uid: options.account.uid, gid: options.account.gid }),
  });
  // A process that ends without a word to us takes the server along.
  const sayStop = (): void => void child.kill('SIGINT');
  process.once('exit', sayStop);
  let failure: string | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', resolve);
    child.once('error', (error) => {
      failure = error.message;
      resolve();
    });
  }).finally(() => process.off('exit', sayStop));
  // Not before somebody listens: a server that ends at once would never be seen to have ended.
  await log.close();

  if (!(await isReady(child, options.dataFolder, ended)))
    throw new LaunchFailed(failure ?? (await readStartupError(options.logFile, from)));
  child.unref();
  return {
    port,
    ended,
    stop: async () => {
      child.ref();
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        await endServer(child.pid);
      await ended;
    },
  };
}

const argumentsOf = (port: number, { dataFolder, settings }: Launch): string[] => [
  '-D',
  dataFolder,
  ...Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // A statement that fails is told to who sent it; in the log only the server's own troubles are of use.
    log_min_messages: 'log',
    log_checkpoints: 'off',
    max_wal_size: '256MB',
    // What was erased is not to stay in old segments that are used again.
    wal_recycle: 'off',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/** Resolves to false when it has ended instead. */
async function isReady(child: ChildProcess, dataFolder: string, ended: Promise<void>): Promise<boolean> {
  const state = { running: true };
  void ended.then(() => {
    state.running = false;
  });
  const deadline = Date.now() + readyWithinMs;
  while (state.running) {
    const pidFile = await readPidFile(dataFolder);
    if (pidFile?.ready && pidFile.pid === child.pid) return true;
    if (Date.now() > deadline && child.pid !== undefined) await endServer(child.pid);
    await pause(15);
  }
  return false;
}

/** The log of the last starts: what has grown too long is kept once, under another name. */
async function openLog(file: string) {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > greatestLog) await rename(file, `${file}.old`);
  const log = await open(file, 'a', 0o600);
  if (process.getuid?.() === 0) {
    // One start as root must not keep the folder's owner from the next.
    const { uid, gid } = await stat(dirname(file));
    await log.chown(uid, gid);
  }
  return log;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
