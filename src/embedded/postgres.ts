import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { Log } from '../log.js';
import { chooseAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { initialize } from './initialize.js';
import { launch } from './server.js';

export interface EmbeddedPostgres {
  url: string;
  port: number;
  stop(): Promise<void>;
}

const user = 'isnad';
const database = 'isnad';

/** Starts the PostgreSQL that lives in `dir`, which it makes where there is none yet. */
export async function startEmbeddedPostgres(options: {
  dir: string;
  log: Log;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  const account = await chooseAccount();
  const native = findBinaries();
  await mkdir(dir, { recursive: true, mode: account ? 0o711 : 0o700 });
  const dataFolder = join(dir, 'postgres');
  const password = await keepPassword(join(dir, 'postgres.password'));
  if (!(await exists(join(dataFolder, 'PG_VERSION'))))
    await initialize({ native, dataFolder, account, user, password });
  const server = await launch({
    native,
    dataFolder,
    account,
    logFile: join(dir, 'postgres.log'),
    settings: options.settings ?? {},
  });
  const urlOf = (name: string) => `postgres://${user}:${password}@127.0.0.1:${String(server.port)}/${name}`;
  try {
    await createDatabase(urlOf('postgres'));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: urlOf(database), port: server.port, stop: server.stop };
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

/** The password of the database, made once. */
async function keepPassword(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    const password = randomBytes(24).toString('base64url');
    await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
    return password;
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
