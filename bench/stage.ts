/** Brings up what is measured: a database of each size, the API on each as it runs in production, and the load. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate } from '../prisma/migrate.js';
import { connectDatabase } from '../src/db/client.js';
import { migrateQueue } from '../src/queue/postgres.js';
import { createStore } from '../src/db/transaction.js';
import { fillWithClaims, type Filled } from './data/fill.js';
import { startCluster } from './cluster.js';
import { startLoader, type Loader } from './loader.js';
import { cores, startNode, type Running } from './processes.js';

export interface Api extends Filled {
  port: number;
  pid: number;
  databaseUrl: string;
  claims: number;
}

export interface Stage {
  folder: string;
  loader: Loader;
  /** An empty database that has not been migrated. */
  createDatabase(name: string): Promise<string>;
  /** The API over that many claims; the same one whenever it is asked for. */
  api(claims: number): Promise<Api>;
  /** Runs the work beside a bare Express that answers this document. */
  withCeiling<Result>(
    path: string,
    payload: unknown,
    work: (ceiling: { port: number; pid: number }) => Promise<Result>,
  ): Promise<Result>;
}

export async function withStage<Result>(
  { seed, say }: { seed: number; say: (line: string) => void },
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const running: (() => Promise<void>)[] = [];
  try {
    const folder = await mkdtemp(join(tmpdir(), 'isnad-bench-'));
    running.push(() => rm(folder, { recursive: true, force: true }));
    // As root, the database runs under another account, which has to pass through.
    await chmod(folder, 0o711);
    const cluster = await startCluster(folder);
    running.push(() => cluster.stop());
    const loader = startLoader();
    running.push(() => loader.stop());

    const fill = async (claims: number): Promise<Api> => {
      const databaseUrl = await cluster.createDatabase(`claims_${String(claims)}`);
      const begun = performance.now();
      const { keys } = await cluster.whileFilling(() => fillDatabase(databaseUrl, claims, seed, say));
      say(
        `${claims.toLocaleString('en')} claims made in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
      );
      const logFile = join(folder, `api-${String(claims)}.log`);
      const server = startNode({
        entry: 'src/server.js',
        env: { DATABASE_URL: databaseUrl, REDIS_URL: '', PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' },
        core: cores.server,
        logFile,
      });
      running.push(() => server.stop());
      const port = Number(await readFrom(logFile, /"url":"http:\/\/[^"]+:(\d+)"/));
      return { port, pid: server.pid, databaseUrl, claims, keys };
    };
    const apis = new Map<number, Promise<Api>>();
    const api = (claims: number): Promise<Api> => {
      const known = apis.get(claims) ?? fill(claims);
      apis.set(claims, known);
      return known;
    };

    return await work({
      folder,
      loader,
      createDatabase: (name) => cluster.createDatabase(name),
      api,
      withCeiling: async (path, payload, race) => {
        const ceiling = await startCeiling(folder, path, payload);
        try {
          return await race(ceiling);
        } finally {
          await ceiling.stop();
        }
      },
    });
  } finally {
    for (let stop = running.pop(); stop; stop = running.pop()) await stop();
  }
}

async function fillDatabase(url: string, claims: number, seed: number, say: (line: string) => void) {
  await migrate(url);
  await migrateQueue(url);
  const database = connectDatabase(url, { connections: 20 });
  try {
    return await fillWithClaims({ pool: database.pool, store: createStore(database), claims, seed, say });
  } finally {
    await database.close();
  }
}

async function startCeiling(
  folder: string,
  path: string,
  payload: unknown,
): Promise<Running & { port: number }> {
  const file = join(folder, 'ceiling.json');
  const logFile = join(folder, `ceiling-${String(Date.now())}.log`);
  await writeFile(file, JSON.stringify({ path, payload }));
  const server = startNode({
    entry: 'bench/ceiling.js',
    args: [file],
    env: { NODE_ENV: 'production' },
    core: cores.server,
    logFile,
  });
  return { ...server, port: Number(await readFrom(logFile, /"port":(\d+)/)) };
}

/** What a process says about itself once it is ready. */
async function readFrom(file: string, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const said = await readFile(file, 'utf8');
    const found = pattern.exec(said)?.[1];
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`not ready within 30 s:\n${said}`);
    await pause(25);
  }
}
