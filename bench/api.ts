/** The API over made-up claims, as it runs in production: a process of its own, keys checked, every request logged. */
import { writeEventsUnder } from '../src/platform/secrets/event-mac.js';
import { createSecretBox } from '../src/platform/secrets/secret-box.js';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { grantApplication } from '../prisma/grants.js';
import { migrate } from '../prisma/migrate.js';
import { connectDatabase } from '../src/platform/db/client.js';
import { createStore } from '../src/platform/db/transaction.js';
import { migrateQueue } from '../src/platform/queue/postgres.js';
import { fillWithClaims, type Filled } from './data/fill.js';
import { benchSecretsKey } from './data/people.js';
import { cores, residentMegabytes, startNode } from './processes.js';
import { profiledInto } from './profile.js';

export interface Api extends Filled {
  databaseUrl: string;
  port: number;
  pid: number;
  /** Megabytes it held once it was up, before anybody asked anything. */
  idleMegabytes: number;
  /** Ids of claims from all over the table, always the same ones. */
  sampleClaims(count: number): Promise<string[]>;
  /** The last position of the feed. */
  feedEnd(): Promise<bigint>;
  /** Any query about what lies there. */
  look<Row extends pg.QueryResultRow>(query: string, values?: unknown[]): Promise<Row[]>;
  /** Runs work with a worker process beside the API. */
  withWorkers<Result>(work: () => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

/** What is measured works as it does in production, with a role that may only add to the history; the bench is the owner. */
const asApplication = (ownerUrl: string): string =>
  Object.assign(new URL(ownerUrl), { username: 'bench_app' }).href;

/** Migrates an empty database and fills it; the keys to it. */
export async function fillDatabase(
  databaseUrl: string,
  given: { claims: number; seed: number; print: (line: string) => void },
): Promise<Filled> {
  await migrate(databaseUrl);
  await migrateQueue(databaseUrl);
  await grantApplication({ ownerUrl: databaseUrl, url: asApplication(databaseUrl) });
  const database = connectDatabase(databaseUrl, { connections: 20 });
  writeEventsUnder(createSecretBox(() => benchSecretsKey));
  try {
    return await fillWithClaims({ pool: database.pool, store: createStore(database), ...given });
  } finally {
    await database.close();
  }
}

function secretsKeyIn(folder: string): string {
  const file = join(folder, 'secrets.key');
  writeFileSync(file, benchSecretsKey.toString('base64'), { mode: 0o600 });
  return file;
}

interface Settings {
  databaseUrl: string;
  folder: string;
  name: string;
  /** The project whose API it is, where it is not this one. */
  root?: string | undefined;
  /** The folder its profile is written into when it ends. */
  profile?: string | undefined;
}

/** Of the API, its workers and its commands. */
export const environmentOf = ({ databaseUrl, folder, name, root }: Settings): Record<string, string> => ({
  // The version before may know of one role only.
  DATABASE_URL: root === undefined ? asApplication(databaseUrl) : databaseUrl,
  REDIS_URL: '',
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  WEBHOOK_ALLOW: '127.0.0.0/8',
  SECRETS_KEY_FILE: secretsKeyIn(folder),
  INSTANCE_ID: 'bench',
  ISNAD_DIR: join(folder, `isnad-${name}`),
  // Counted as ever, and never reached: a single key asks for everybody here.
  RATE_LIMIT_READS: '999999999',
  RATE_LIMIT_WRITES: '999999999',
  STREAMS_PER_KEY: '10000',
});

export async function startApi(
  { databaseUrl, folder, name, root, profile }: Settings,
  { keys }: Filled,
): Promise<Api> {
  const env = environmentOf({ databaseUrl, folder, name, root });
  const logFile = join(folder, `api-${name}.log`);
  const node = profile === undefined ? [] : profiledInto(profile, `api-${name}`);
  const server = startNode({ root, entry: 'src/server.js', node, env, core: cores.server, logFile });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const look = async <Row extends pg.QueryResultRow>(query: string, values: unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(query, values)).rows;
  const stop = async (): Promise<void> => {
    await pool.end();
    await server.stop();
  };
  try {
    const port = Number(await readFrom(logFile, /"url":"http:\/\/[^"]+:(\d+)"/));
    return {
      databaseUrl,
      port,
      pid: server.pid,
      keys,
      idleMegabytes: residentMegabytes(server.pid),
      look,
      sampleClaims: async (count) =>
        (await look<{ id: string }>('SELECT id FROM claims ORDER BY md5(id::text) LIMIT $1', [count])).map(
          ({ id }) => id,
        ),
      feedEnd: async () =>
        BigInt(
          (await look<{ end: string }>('SELECT coalesce(max(position), 0) AS end FROM feed'))[0]?.end ?? 0,
        ),
      withWorkers: async (work) => {
        const log = join(folder, `workers-${name}-${String(Date.now())}.log`);
        const workers = startNode({
          root,
          entry: 'workers/main.js',
          env,
          core: cores.database,
          logFile: log,
        });
        try {
          await readFrom(log, /"msg":"(working)"/);
          await untilSigned(look);
          return await work();
        } finally {
          await workers.stop();
        }
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first worker signs today's checkpoint over all chains, which is not what is measured here. */
async function untilSigned(look: Api['look']): Promise<void> {
  const deadline = Date.now() + 600_000;
  while ((await look('SELECT 1 FROM checkpoints')).length === 0) {
    if (Date.now() > deadline) throw new Error('no checkpoint was signed');
    await pause(500);
  }
}

/** What a process says about itself once it is ready. */
export async function readFrom(file: string, pattern: RegExp, limitMs = 60_000): Promise<string> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const said = await readFile(file, 'utf8');
    const found = pattern.exec(said)?.[1];
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not ready in time:\n${said}`);
    await pause(25);
  }
}
