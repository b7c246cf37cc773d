import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import pg from 'pg';
import { reasonOf } from '../throttled-warning.js';
import { scramVerifier } from '../db/scram.js';
import { Failure } from '../errors.js';
import type { Log } from '../log.js';
import { chooseAccount } from './user-account.js';
import { findBinaries } from './binaries.js';
import { initialize } from './initialize.js';
import { acquireLock, type Release } from './lock.js';
import { endStaleServer } from './stale-server.js';
import { makePassword, readPassword } from './password.js';
import { chooseData, filesOf, findData, makeFolder, rememberData } from './folder.js';
import { launch, LaunchFailed } from './server.js';
import { supervise } from './supervise.js';

export interface EmbeddedPostgres {
  /** As the application, which may do what `grantApplication` gives it. Its password is another at each start. */
  url: string;
  /** As the owner of everything. */
  ownerUrl: string;
  port: number;
  /** Ends what is still connected and leaves everything on disk. To be called last; a second call waits for the first. */
  stop(): Promise<void>;
}

interface Options {
  dir: string;
  log: Log;
  /** More settings of the server, by their names in postgresql.conf. */
  settings?: Record<string, string>;
}

const user = 'isnad';
const application = 'isnad_app';
const database = 'isnad';

/**
 * Starts the PostgreSQL that lives in `dir`, and makes it first where there is none yet. Whatever the last
 * start left behind (half a data folder, a crash, a server that outlived its application) is put right; data
 * that is not ours or not sound is left alone and ends in a Failure of one line.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const dir = resolve(options.dir);
  const locks: Release[] = [];
  const unlock = async (): Promise<void> => {
    for (const release of locks.splice(0)) await release();
  };
  try {
    const postgres = await start({ settings: {}, ...options, dir }, locks);
    let stopped: Promise<void> | undefined;
    return { ...postgres, stop: () => (stopped ??= postgres.stop().finally(unlock)) };
  } catch (error) {
    await unlock();
    if (error instanceof Failure) throw error;
    const log = error instanceof LaunchFailed ? ` Its log is ${filesOf(dir).log}.` : '';
    throw new Failure(
      'upstream',
      `The embedded database in ${dir} does not start: ${reasonOf(error)}.${log}`,
    );
  }
}

async function start(options: Required<Options>, locks: Release[]): Promise<EmbeddedPostgres> {
  const { dir, log, settings } = options;
  const lock = async (file: string): Promise<void> => void locks.push(await acquireLock(`${file}.lock`, dir));
  await makeFolder(dir);
  await lock(filesOf(dir).data);
  const found = await findData(dir);
  const account = await chooseAccount(found);
  const { native, copied } = await findBinaries(account);
  const dataFolder = found ?? (await chooseData(dir, account));
  const moved = dataFolder !== filesOf(dir).data;
  // The folder may be a copy of another, whose data this is.
  if (moved) await lock(dataFolder);
  if (account && (moved || copied)) {
    log.info(
      { data: dataFolder, programs: native },
      `PostgreSQL runs as ${account.name}, who may not go everywhere: it has a place of its own`,
    );
  }
  const password = await (found === undefined ? makePassword : readPassword)(filesOf(dir).password);
  if (found === undefined) {
    await initialize({ native, dataFolder, account, user, password });
    await rememberData(dir, dataFolder);
  }
  const staleServer = await endStaleServer(dataFolder);
  if (staleServer !== undefined)
    log.warn(
      { process: staleServer },
      'ended the PostgreSQL that the last Isnad here, killed, had left behind',
    );

  const launchOptions = { native, dataFolder, account, settings, logFile: filesOf(dir).log };
  const server = await launch(launchOptions);
  const applicationPassword = randomBytes(24).toString('base64url');
  const addressOf = (name: string): string => urlOf({ user, password, port: server.port, name });
  try {
    await ensureDatabase(addressOf('postgres'));
    await ensureApplication(addressOf('postgres'), applicationPassword);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const supervised = supervise(server, launchOptions, log);
  return {
    url: urlOf({ user: application, password: applicationPassword, port: server.port, name: database }),
    ownerUrl: addressOf(database),
    port: server.port,
    stop: () => supervised.stop(),
  };
}

const ensureDatabase = (adminUrl: string): Promise<void> =>
  administer(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  });

const ensureApplication = (adminUrl: string, password: string): Promise<void> =>
  administer(adminUrl, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [application]);
    await client.query(
      `${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${application} LOGIN PASSWORD '${scramVerifier(password)}'`,
    );
  });

async function administer(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

interface Address {
  user: string;
  password: string;
  port: number;
  name: string;
}

const urlOf = ({ user, password, port, name }: Address): string =>
  `postgres://${user}:${password}@127.0.0.1:${String(port)}/${name}`;
