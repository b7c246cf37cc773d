import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.js';
import { readPidFile } from './pid-file.js';

/** Nothing of ours reaches it: neither PG… variables nor secrets nor a locale that changes what it says. */
export const serverEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const readyWithinMs = 60_000;
const stopWithinMs = 10_000;

export interface ServerProcess {
  pid: number;
  port: number;
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface Launch {
  native: string;
  dataFolder: string;
  logFile: string;
  account: Account | undefined;
  settings: Record<string, string>;
}

/** The server ended before it was ready; the message is what it said last. */
export class LaunchFailed extends Error {
  override readonly name = 'LaunchFailed';
}

/** Starts the server on a free port of the loopback interface and waits until it takes connections. */
export async function launch(options: Launch): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await launchOn(await freePort(), options);
    } catch (error) {
      const taken = error instanceof LaunchFailed && /address already in use/i.test(error.message);
      if (!taken || attempt === 5) throw error;
    }
  }
}

async function launchOn(port: number, { native, dataFolder, logFile, account, settings }: Launch) {
  const flags = Object.entries({
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(logFile, 'a', 0o600);
  const from = (await log.stat()).size;
  // A process group of its own: Ctrl-C in the terminal is for the application, which stops the server last.
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', dataFolder, ...flags], {
    env: serverEnvironment,
    cwd: dataFolder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    ...(account && { uid: account.uid, gid: account.gid }),
  });
  await log.close();
  let running = true;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running = false;
      resolve();
    });
    child.once('error', () => {
      running = false;
      resolve();
    });
  });
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    const said = await readPidFile(dataFolder);
    if (said?.pid === child.pid && said?.ready) break;
    if (!running) throw new LaunchFailed(await lastWords(logFile, from));
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new LaunchFailed(`it was not ready after ${String(readyWithinMs / 1000)} s`);
    }
    await pause(20);
  }
  child.unref();
  return {
    pid: child.pid ?? 0,
    port,
    ended,
    stop: async () => {
      child.ref();
      child.kill('SIGINT');
      if (await endsWithin(ended, stopWithinMs)) return;
      child.kill('SIGQUIT');
      await ended;
    },
  };
}

async function endsWithin(ended: Promise<void>, ms: number): Promise<boolean> {
  const limit = new AbortController();
  const late = pause(ms, false, { signal: limit.signal }).catch(() => false);
  const inTime = await Promise.race([ended.then(() => true), late]);
  limit.abort();
  return inTime;
}

async function lastWords(logFile: string, from: number): Promise<string> {
  const log = await open(logFile);
  try {
    const { size } = await log.stat();
    const { buffer, bytesRead } = await log.read(
      Buffer.alloc(Math.max(0, size - from)),
      0,
      size - from,
      from,
    );
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    const fatal = lines.filter((line) => /FATAL|PANIC|LOG: {2}could not|error while loading/.test(line));
    return (fatal.length > 0 ? fatal : lines).join(' ').trim();
  } finally {
    await log.close();
  }
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
