/** One PostgreSQL for the whole run, in a folder of its own; every test file gets its databases from it. */
import { rmSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../prisma/migrate.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/embedded/postgres.js';
import { createLog } from '../../src/log.js';
import { migrateQueue } from '../../src/queue/postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** May create databases; from its `migrated` every test database is cloned. */
    clusterUrl: string;
  }
}

/** What is lost in a crash of the machine is lost with the tests anyway. */
const inNoDanger = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-tests-'));
  // The server may run under another account than the tests, which has to pass through.
  await chmod(folder, 0o711);
  let cluster: EmbeddedPostgres | undefined;
  const tearDown = async (): Promise<void> => {
    for (const signal of signals) process.off(signal, interrupted);
    process.off('exit', removeFolder);
    await cluster?.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    void tearDown().finally(() => process.kill(process.pid, signal));
  };
  const removeFolder = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of signals) process.once(signal, interrupted);
  process.once('exit', removeFolder);
  try {
    cluster = await startEmbeddedPostgres({
      dir: join(folder, 'isnad'),
      log: createLog({ level: 'warn', name: 'tests' }),
      settings: inNoDanger,
    });
    await makeTemplate(cluster.url);
    project.provide('clusterUrl', cluster.url);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const;

async function makeTemplate(clusterUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl });
  await client.connect();
  try {
    await client.query('CREATE DATABASE migrated');
    const url = new URL(clusterUrl);
    url.pathname = '/migrated';
    await migrate(url.href);
    await migrateQueue(url.href);
    await client.query('ALTER DATABASE migrated WITH IS_TEMPLATE true ALLOW_CONNECTIONS false');
  } finally {
    await client.end();
  }
}
