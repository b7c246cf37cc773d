import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './free-port.js';

export interface TestRedis {
  url: string;
  /** Ends it without a goodbye, as a crash would. */
  kill: () => Promise<void>;
  /** Starts it again on the same port, empty. */
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Whether the tests on Redis can run here. Without a server they are left out, and one line says so; with
 * REQUIRE_REDIS=1 they fail instead.
 */
export const hasRedis = ((): boolean => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env['REQUIRE_REDIS'] === '1') return true;
    process.stderr.write('No redis-server on the PATH: the tests on Redis are left out.\n');
    return false;
  }
})();

/** A Redis of the test's own, on a free port, with nothing kept on disk. */
export async function startRedis(settings: readonly string[] = []): Promise<TestRedis> {
  const dir = await mkdtemp(join(tmpdir(), 'isnad-redis-'));
  const port = await findFreePort();
  let server = await launch(port, dir, settings);
  return {
    url: `redis://127.0.0.1:${String(port)}`,
    kill: () => server.end('SIGKILL'),
    restart: async () => {
      server = await launch(port, dir, settings);
    },
    stop: async () => {
      await server.end('SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function launch(port: number, dir: string, settings: readonly string[]) {
  const own = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const child = spawn('redis-server', [...own, '--maxmemory-policy', 'noeviction', ...settings], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      reject(new Error(`redis-server ended with ${String(code)}`));
    });
    child.stdout.on('data', (said: Buffer) => {
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
  return {
    end: async (signal: NodeJS.Signals) => {
      child.kill(signal);
      await ended;
    },
  };
}
