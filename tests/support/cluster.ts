/** One PostgreSQL for the whole run, in a folder of its own; every test file gets its databases from it. */
import { rmSync } from 'node:fs';
import { access, chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { holderOf } from '../../src/platform/embedded/lock.js';
import { endStaleServer } from '../../src/platform/embedded/stale-server.js';
import { filesOf } from '../../src/platform/embedded/folder.js';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/platform/embedded/postgres.js';
import { createLog } from '../../src/platform/log.js';
import { prepareDatabase } from './prepare-database.js';
import { readWithout } from './remove-protection.js';
import { writeShippedDefinitions } from './shipped-definitions.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** May create databases; from its `migrated` every test database is cloned. */
    clusterUrl: string;
    /** The same as the application, whose role every migrated database knows. */
    applicationUrl: string;
    /** Gone with the run: for what processes leave on disk. */
    folder: string;
  }
}

/** What is lost in a crash of the machine is lost with the tests anyway. */
const inNoDanger = {
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '300',
};

const prefix = 'isnad-tests-';
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAfterKilledRuns();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  // The server may run under another account than the tests, which has to pass through.
  await chmod(folder, 0o711);
  let cluster: EmbeddedPostgres | undefined;
  const interrupted = (signal: NodeJS.Signals): void => {
    void tearDown().finally(() => process.kill(process.pid, signal));
  };
  const tearDown = async (): Promise<void> => {
    for (const signal of signals) process.off(signal, interrupted);
    await cluster?.stop();
    process.off('exit', removeFolder);
    await rm(folder, { recursive: true, force: true });
  };
  // vitest may be faster with its own answer to a signal; the server is told to end by then.
  const removeFolder = (): void => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  for (const signal of signals) process.once(signal, interrupted);
  try {
    cluster = await startEmbeddedPostgres({
      dir: join(folder, 'isnad'),
      log: createLog({ level: 'warn', name: 'tests' }),
      settings: inNoDanger,
    });
    process.once('exit', removeFolder);
    await makeTemplate(cluster);
    project.provide('clusterUrl', cluster.ownerUrl);
    project.provide('applicationUrl', cluster.url);
    project.provide('folder', folder);
    return tearDown;
  } catch (error) {
    await tearDown();
    throw error;
  }
}

/** Who kills a run outright leaves its server running and its folder full. */
async function clearAfterKilledRuns(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const { data } = filesOf(join(tmpdir(), name, 'isnad'));
    const hasLock = await access(`${data}.lock`).then(
      () => true,
      () => false, // just being made, or somebody else's
    );
    if (!hasLock || (await holderOf(`${data}.lock`)) !== undefined) continue;
    await endStaleServer(data);
    await rm(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function makeTemplate(cluster: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  try {
    await client.query('CREATE DATABASE migrated');
    const [ownerUrl, url] = [cluster.ownerUrl, cluster.url].map(
      (each) => Object.assign(new URL(each), { pathname: '/migrated' }).href,
    ) as [string, string];
    await prepareDatabase({ ownerUrl, url });
    await writeShippedDefinitions(url);
    await removeProtection(ownerUrl);
    await client.query('ALTER DATABASE migrated WITH IS_TEMPLATE true ALLOW_CONNECTIONS false');
  } finally {
    await client.end();
  }
}

async function removeProtection(databaseUrl: string): Promise<void> {
  const without = readWithout();
  if (!without || !('sql' in without)) return;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(without.sql);
  await client.end();
}
