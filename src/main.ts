/** Entry of `npm start`: everything in one process, with a database of its own where none is given. */
import { resolve } from 'node:path';
import { grantApplication } from '../prisma/grants.js';
import { migrate } from '../prisma/migrate.js';
import { addressesOf, type Addresses } from './platform/db/addresses.js';
import { checkDatabase } from './platform/db/check-database.js';
import { startEmbeddedPostgres } from './platform/embedded/postgres.js';
import { writeAddressFile } from './platform/embedded/address-file.js';
import { installationOf } from './integrity/adoption/instance.js';
import { readEnv, requireInstance, urlOnThisMachine, type Env } from './platform/config/env.js';
import { loadEnvFile } from './platform/config/load-env-file.js';
import type { ProvidedKeys } from './resources/keys/first-keys.js';
import { createLog, output, type Log } from './platform/log.js';
import { endOnSignal, failToStart } from './platform/run-process.js';
import { findSecretsKey } from './platform/secrets/find-secrets-key.js';
import { createSecretBox } from './platform/secrets/secret-box.js';
import { openTracing } from './platform/tracing/open-tracing.js';

/** What has been started so far, last first: ended in this order, whether it all came up or not. */
const running: (() => Promise<void>)[] = [];

async function closeAll(): Promise<void> {
  for (let close = running.pop(); close; close = running.pop()) await close();
}

/** Made ready as the owner, who is not used any more then. */
async function provideDatabase(env: Env, dir: string, log: Log): Promise<Addresses> {
  const given = addressesOf(env);
  const addresses = given ?? (await embedDatabase(dir, log));
  await migrate(addresses.ownerUrl, { embeddedIn: given ? undefined : dir });
  return addresses;
}

async function embedDatabase(dir: string, log: Log): Promise<Addresses> {
  const postgres = await startEmbeddedPostgres({ dir, log });
  running.push(() => postgres.stop());
  running.push(await writeAddressFile(dir, 'owner', postgres.ownerUrl));
  running.push(await writeAddressFile(dir, 'database', postgres.url));
  return postgres;
}

/** What works on the database. It is loaded while that is made, which keeps another core and the disk busy. */
const loadModules = () =>
  Promise.all([
    import('./connect-runtime.js'),
    import('./platform/queue/postgres.js'),
    import('./runtime.js'),
    import('../prisma/seed/load.js'),
    import('../prisma/seed/examples.js'),
    import('../prisma/seed/call-nobody.js'),
    import('../prisma/seed/seed.repository.js'),
    import('./resources/keys/first-keys.js'),
    import('../workers/start-for-runtime.js'),
    import('./api.js'),
  ]);

async function start(): Promise<void> {
  loadEnvFile();
  const env = readEnv();
  requireInstance(env);
  const dir = resolve(env.dir);
  // The terminal belongs to the person: log lines go to stderr.
  const log = createLog({ level: env.logLevel, name: 'isnad', destination: output(2) });
  endOnSignal({ log, close: closeAll });

  const [addresses, modules] = await Promise.all([provideDatabase(env, dir, log), loadModules()]);
  const [
    { createRuntime },
    { migrateQueue },
    { createServices },
    { loadSeed },
    { enterExamples },
    { callNobody },
    { countMembers },
    { provideFirstKeys },
    { startWorkersFor },
    { startApi },
  ] = modules;
  await migrateQueue(addresses.ownerUrl);
  await grantApplication(addresses);
  const key = findSecretsKey(env)();
  const trace = await openTracing(env, { service: 'isnad', log });
  const installation = await installationOf(env, env.databaseUrl === undefined ? dir : undefined);
  const runtime = createRuntime(
    { ...env, databaseUrl: addresses.url, installation, readSecretsKey: () => key },
    { log, trace },
  );
  running.push(runtime.close);
  await checkDatabase(runtime.database.pool);
  const isFirst = (await countMembers(runtime.services.store.db)) === 0;
  if (isFirst) await loadSeed(runtime.services.store);
  const first = await provideFirstKeys(runtime.services, dir);
  if (isFirst && env.databaseUrl === undefined) {
    const services = createServices(runtime.database, runtime.signal, {
      outbound: { webhooks: callNobody, captures: callNobody },
      secrets: createSecretBox(() => key),
      evidence: env.evidence,
      installation,
    });
    await enterExamples(services, first.keys);
    services.tail.close();
  }
  const workers = startWorkersFor(runtime, { log, trace, giveUp: failToStart, ...env.workers });
  running.push(() => workers.close());
  const api = await startApi(runtime, env, log);
  running.push(() => api.close());
  running.push(await writeAddressFile(dir, 'api', urlOnThisMachine({ host: env.host, port: api.port })));
  greet(api.url, first, dir);
}

/** Keys are shown when they are made: a terminal is looked at by others, too. */
function greet(url: string, { keys, made }: ProvidedKeys, dir: string): void {
  const keyLines = made.map((ref) => `  ${ref.padEnd(9)} ${keys[ref]}`);
  const lines = [
    `The desk is at ${url}/desk/`,
    `Isnad is ready at ${url}`,
    `The reference page is at ${url}/docs`,
    '',
    ...(keyLines.length > 0
      ? [`A key for each role, shown this once (also in ${dir}/keys.json):`, ...keyLines]
      : [`The keys of the first start are in ${dir}/keys.json`]),
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
