import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
  const { port, ...first } = await launchOnFreePort(dir, settings);
  let server = first;
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

/** Between finding a free port and taking it, another test may have it: then another one is found. */
async function launchOnFreePort(
  dir: string,
  settings: readonly string[],
  tries = 5,
): Promise<{ port: number; end: (signal: NodeJS.Signals) => Promise<void> }> {
  const port = await freePort();
  try {
    return { port, ...(await launch(port, dir, settings)) };
  } catch (error) {
    if (tries === 1) throw error;
    return launchOnFreePort(dir, settings, tries - 1);
  }
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
