/** Brings up what is measured: a database of each size, the API on each, the version before, and the load. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDatabase, startApi, type Api } from './api.js';
import { buildBefore, fillBefore } from './before.js';
import { startCluster, type Cluster } from './cluster.js';
import type { Filled } from './data/fill.js';
import { startLoader, type Loader } from './loader.js';
import type { Options } from './options.js';
import { statementSettings, watchStatements, type Statements } from './statements.js';

export type { Api } from './api.js';

export interface Stage {
  folder: string;
  loader: Loader;
  /** An empty database that has not been migrated. */
  createDatabase(name: string): Promise<string>;
  /** A database with that many claims, and nobody on it. */
  fill(name: string, claims: number): Promise<Filled & { databaseUrl: string }>;
  /** The API over that many claims; the same one whenever it is asked for. */
  api(claims: number): Promise<Api>;
  /** The API of the version before over as many claims as the small size has; undefined where none is asked for. */
  before(): Promise<Api | undefined>;
  /** Counted only where profiles are wanted: counting costs, too. */
  statements: Statements | undefined;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Given = Pick<Options, 'seed' | 'sizes' | 'before' | 'profile'> & { print: (line: string) => void };

/** Whatever happens to the work, nothing of the stage is left behind. */
export async function withStage<Result>(
  given: Given,
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

async function build(running: (() => Promise<unknown>)[], given: Given): Promise<Stage> {
  const { seed, sizes, print } = given;
  const folder = await mkdtemp(join(tmpdir(), 'isnad-bench-'));
  running.push(() => rm(folder, { recursive: true, force: true }));
  // As root, the database runs under another account, which has to pass through.
  await chmod(folder, 0o711);
  const isProfiled = given.profile !== undefined;
  const cluster = await startCluster(folder, isProfiled ? statementSettings : {});
  running.push(() => cluster.stop());
  const loader = startLoader();
  running.push(() => loader.stop());

  const fill = async (name: string, claims: number) => {
    const databaseUrl = await cluster.createDatabase(name);
    const filled = await timed(print, `${claims.toLocaleString('en')} claims made`, () =>
      cluster.whileFilling(() => fillDatabase(databaseUrl, { claims, seed, print })),
    );
    return { databaseUrl, ...filled };
  };
  const raise = async (claims: number): Promise<Api> => {
    const { databaseUrl, ...filled } = await fill(`claims_${String(claims)}`, claims);
    const place = { databaseUrl, folder, name: String(claims), profile: given.profile };
    const api = await startApi(place, filled);
    running.push(() => api.stop());
    return api;
  };
  const raiseBefore = async (commit: string): Promise<Api> => {
    const api = await startBefore(commit, { cluster, folder, seed, claims: sizes.small, print });
    running.push(() => api.stop());
    return api;
  };
  const apis = new Map<number, Promise<Api>>();
  let before: Promise<Api> | undefined;

  return {
    folder,
    loader,
    statements: isProfiled ? watchStatements(cluster.url) : undefined,
    createDatabase: (name) => cluster.createDatabase(name),
    fill,
    api: (claims) => {
      const known = apis.get(claims) ?? raise(claims);
      apis.set(claims, known);
      return known;
    },
    before: async () => (given.before === undefined ? undefined : (before ??= raiseBefore(given.before))),
  };
}

async function startBefore(
  commit: string,
  given: { cluster: Cluster; folder: string; seed: number; claims: number; print: (line: string) => void },
): Promise<Api> {
  const { cluster, folder, seed, claims, print } = given;
  const root = await timed(print, `${commit} built`, () => buildBefore(commit, folder));
  const databaseUrl = await cluster.createDatabase('claims_before');
  const filled = await timed(print, `${commit} filled`, () =>
    cluster.whileFilling(() => fillBefore(root, databaseUrl, { claims, seed })),
  );
  return startApi({ databaseUrl, folder, name: 'before', root }, filled);
}

async function timed<Result>(
  print: (line: string) => void,
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  const result = await work();
  print(`${what} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
