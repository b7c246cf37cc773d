/** Entry of `npm start`: everything in one process, with a database of its own where none is given. */
import { resolve } from 'node:path';
import { migrate } from '../prisma/migrate.js';
import { loadSeed } from '../prisma/seed/load.js';
import { startWorkers } from '../workers/start.js';
import { startApi } from './api.js';
import { checkDatabase } from './platform/db/check-database.js';
import { startEmbeddedPostgres } from './platform/embedded/postgres.js';
import { writeAddressFile } from './platform/embedded/address-file.js';
import { readEnv, type Env } from './platform/config/env.js';
import { provideFirstKeys, type FirstKeys } from './resources/keys/first-keys.js';
import { createLog, output, type Log } from './platform/log.js';
import { endWhenTold, failToStart } from './platform/run-process.js';
import { migrateQueue } from './platform/queue/postgres.js';
import { openTracing } from './platform/tracing/open-tracing.js';
import { jobServicesOf, createRuntime } from './runtime.js';

/** What has been started so far, last first: ended in this order, whether it all came up or not. */
const running: (() => Promise<void>)[] = [];

async function closeAll(): Promise<void> {
  for (let close = running.pop(); close; close = running.pop()) await close();
}

async function provideDatabase(env: Env, dir: string, log: Log): Promise<string> {
  if (env.databaseUrl !== undefined) return env.databaseUrl;
  const postgres = await startEmbeddedPostgres({ dir, log });
  running.push(() => postgres.stop());
  running.push(await writeAddressFile(dir, postgres.url));
  return postgres.url;
}

async function start(): Promise<void> {
  const env = readEnv();
  const dir = resolve(env.dir);
  // The terminal belongs to the person: log lines go to stderr.
  const log = createLog({ level: env.logLevel, name: 'isnad', destination: output(2) });
  endWhenTold({ log, close: closeAll });

  const databaseUrl = await provideDatabase(env, dir, log);
  await migrate(databaseUrl, { embeddedIn: env.databaseUrl === undefined ? dir : undefined });
  await migrateQueue(databaseUrl);
  const trace = await openTracing(env, { service: 'isnad', log });
  const runtime = createRuntime({ ...env, databaseUrl }, { log, trace });
  running.push(runtime.close);
  await checkDatabase(runtime.database.pool);
  await loadSeed(runtime.services.store);
  const keys = await provideFirstKeys(runtime.services, dir);
  const workers = await startWorkers({
    services: jobServicesOf(runtime.services),
    store: runtime.services.store,
    backend: runtime.backend,
    signal: runtime.signal,
    log,
    trace,
    ...env.workers,
  });
  running.push(() => workers.close());
  const api = await startApi(runtime, env, log);
  running.push(() => api.close());
  greet(api.url, keys, dir);
}

function greet(url: string, keys: FirstKeys, dir: string): void {
  const lines = [
    `Isnad is ready at ${url}`,
    `The reference page is at ${url}/docs`,
    '',
    `A key for each role (also in ${dir}/keys.json):`,
    ...Object.entries(keys).map(([ref, key]) => `  ${ref.padEnd(9)} ${key}`),
    '',
    'Ctrl-C ends it.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

try {
  await start();
} catch (error) {
  await closeAll().catch(() => undefined);
  failToStart(error);
}
