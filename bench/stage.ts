/** Brings up what is measured: a database of each size, the API on each, the load, and a bare Express beside them. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, readFrom, startApi, type Api } from './api.js';
import { startCluster } from './cluster.js';
import { startLoader, type Loader } from './loader.js';
import { cores, startNode, type Running } from './processes.js';

export type { Api } from './api.js';

export interface Stage {
  folder: string;
  loader: Loader;
  /** An empty database that has not been migrated. */
  createDatabase(name: string): Promise<string>;
  /** The API over that many claims; the same one whenever it is asked for. */
  api(claims: number): Promise<Api>;
  /** Runs work beside a bare Express that answers this document. */
  withCeiling<Result>(
    path: string,
    payload: unknown,
    work: (ceiling: { port: number; pid: number }) => Promise<Result>,
  ): Promise<Result>;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whatever happens to the work, nothing of the stage is left behind. */
export async function withStage<Result>(
  given: { seed: number; print: (line: string) => void },
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const running: (() => Promise<unknown>)[] = [];
  const clear = async (): Promise<void> => {
    for (let stop = running.pop(); stop; stop = running.pop()) await stop().catch(() => undefined);
  };
  const interrupted = (): void => {
    void clear().finally(() => process.exit(1));
  };
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await work(await build(running, given));
  } finally {
    await clear();
    for (const signal of signals) process.off(signal, interrupted);
  }
}

async function build(
  running: (() => Promise<unknown>)[],
  { seed, print }: { seed: number; print: (line: string) => void },
): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-bench-'));
  running.push(() => rm(folder, { recursive: true, force: true }));
  // As root, the database runs under another account, which has to pass through.
  await chmod(folder, 0o711);
  const cluster = await startCluster(folder);
  running.push(() => cluster.stop());
  const loader = startLoader();
  running.push(() => loader.stop());

  const raise = async (claims: number): Promise<Api> => {
    const name = String(claims);
    const databaseUrl = await cluster.createDatabase(`claims_${name}`);
    const begun = performance.now();
    const filled = await cluster.whileFilling(() => fillDatabase(databaseUrl, { claims, seed, print }));
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    print(`${claims.toLocaleString('en')} claims made in ${seconds} s`);
    const api = await startApi({ databaseUrl, folder, name }, filled);
    running.push(() => api.stop());
    return api;
  };
  const apis = new Map<number, Promise<Api>>();

  return {
    folder,
    loader,
    createDatabase: (name) => cluster.createDatabase(name),
    api: (claims) => {
      const known = apis.get(claims) ?? raise(claims);
      apis.set(claims, known);
      return known;
    },
    withCeiling: async (path, payload, race) => {
      const ceiling = await startCeiling(folder, path, payload);
      try {
        return await race(ceiling);
      } finally {
        await ceiling.stop();
      }
    },
  };
}

async function startCeiling(
  folder: string,
  path: string,
  payload: unknown,
): Promise<Running & { port: number }> {
  const name = join(folder, `ceiling-${String(Date.now())}`);
  await writeFile(`${name}.json`, JSON.stringify({ path, payload }));
  const server = startNode({
    entry: 'bench/ceiling.js',
    args: [`${name}.json`],
    env: { NODE_ENV: 'production' },
    core: cores.server,
    logFile: `${name}.log`,
  });
  try {
    return { ...server, port: Number(await readFrom(`${name}.log`, /"port":(\d+)/)) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
