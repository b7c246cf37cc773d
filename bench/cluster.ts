/** The PostgreSQL under everything that is measured: the embedded one, as `npm start` brings it along. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../src/platform/embedded/postgres.js';
import { createLog } from '../src/platform/log.js';
import { cores, pin } from './processes.js';

export interface Cluster {
  /** Where all its databases are, whichever this one is. */
  url: string;
  /** An empty database; its URL. */
  createDatabase(name: string): Promise<string>;
  /** Runs work that writes very much: on all cores, and with nothing safe on disk before it is done. */
  whileFilling<Result>(work: () => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

/** What is left out while a database is filled: if the machine fails then, the bench is over anyway. */
const forSafety = ['fsync', 'full_page_writes', 'autovacuum'];

export async function startCluster(folder: string, settings: Record<string, string> = {}): Promise<Cluster> {
  const postgres = await startEmbeddedPostgres({
    dir: join(folder, 'isnad'),
    log: createLog({ level: 'warn', name: 'bench' }),
    settings: { max_wal_size: '4GB', ...settings },
  });
  const run = (statements: string[]): Promise<void> => runAt(postgres.ownerUrl, statements);
  const server = await findServer(postgres.ownerUrl);
  const set = (to: 'on' | 'off'): Promise<void> =>
    run([...forSafety.map((name) => `ALTER SYSTEM SET ${name} = ${to}`), 'SELECT pg_reload_conf()']);
  const measured = async (): Promise<void> => {
    await set('on');
    await run(['CHECKPOINT']);
    pin(server, cores.database);
  };
  await measured();
  return {
    url: postgres.ownerUrl,
    createDatabase: async (name) => {
      await run([`CREATE DATABASE ${name}`]);
      return Object.assign(new URL(postgres.ownerUrl), { pathname: `/${name}` }).href;
    },
    whileFilling: async (work) => {
      pin(server, 'any');
      await set('off');
      try {
        return await work();
      } finally {
        await measured();
      }
    },
    stop: () => postgres.stop(),
  };
}

async function runAt(url: string, statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The process that all others of the database are children of; undefined where the system does not tell. */
async function findServer(url: string): Promise<number | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const status = await readFile(`/proc/${String(rows[0]?.pid)}/status`, 'utf8').catch(() => '');
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    return parent === undefined ? undefined : Number(parent);
  } finally {
    await client.end();
  }
}
