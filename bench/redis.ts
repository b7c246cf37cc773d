import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readFrom } from './api.js';
import { openSync, closeSync } from 'node:fs';

/** A Redis of our own, with nothing kept on disk; undefined where there is no `redis-server`. */
export async function startRedis(
  folder: string,
): Promise<{ url: string; stop: () => Promise<void> } | undefined> {
  const port = await freePort();
  const logFile = join(folder, 'redis.log');
  const log = openSync(logFile, 'a');
  const settings = { port: String(port), bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const child = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    { stdio: ['ignore', log, log] },
  );
  closeSync(log);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const missing = once(child, 'spawn').then(
    () => false,
    () => true,
  );
  if (await missing) return undefined;
  await readFrom(logFile, /(Ready to accept connections)/);
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
