/**
 * Applies the migrations with Prisma's own engine, which comes as WebAssembly inside a package: the same
 * `_prisma_migrations` table and checksums as `prisma migrate deploy`, and nothing to download. Functions and
 * triggers (functions.ts) follow, whenever their files have changed.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { isForbidden, ownerNeeded } from '../src/platform/db/database-role.js';
import { checkServer } from '../src/platform/db/check-database.js';
import { Failure } from '../src/platform/errors.js';
import type { Log } from '../src/platform/log.js';
import { projectRoot } from '../src/platform/project-root.js';
import { loadEngine } from './engine.js';
import { applyFunctions, hasFunctions, readFunctions } from './functions.js';
import { retryLockWait } from './wait-for-locks.js';

/** Where the SQL is; tests bring their own. */
interface Folders {
  migrations: string;
  functions?: string;
}

const ourFolders: Folders = {
  migrations: join(projectRoot, 'prisma', 'migrations'),
  functions: join(projectRoot, 'prisma', 'sql'),
};
/** Without the functions: those may already be of a later version where the migrations are known. */
export const migrationsOnly: Folders = { migrations: ourFolders.migrations };
/** What the files of prisma/sql are called among the migrations. */
const functionsName = 'functions';
/** "isnad" as a number; any constant will do, as long as everybody takes the same. */
export const migrationLock = 0x69736e61;

type Migration = Awaited<ReturnType<typeof readMigrations>>[number];

async function readMigrations(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: await readFile(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
}

/**
 * Brings the database up to date; of two processes that start at once, one waits and finds it done. `embeddedIn` is
 * the folder of an embedded database, to be named where it cannot be used.
 */
export async function migrate(
  databaseUrl: string,
  {
    log,
    folders = ourFolders,
    embeddedIn,
  }: { log?: Log; folders?: Folders; embeddedIn?: string | undefined } = {},
): Promise<{ applied: string[] }> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: '-c timezone=UTC',
    max: 3,
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  try {
    const holder = await pool.connect();
    // What breaks while it holds the lock is told by whatever it is asked next.
    holder.on('error', () => undefined);
    try {
      await checkServer(holder);
      await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const applied = await findPending(holder, folders, embeddedIn);
      await refuseLaterVersion(holder, folders.migrations);
      if (applied.length === 0) return { applied };
      if (applied.some((name) => name !== functionsName))
        await retryLockWait(async () => {
          await forgetFailures(holder);
          await applyMigrations(pool, folders.migrations);
        });
      if (folders.functions) await applyFunctions(holder, await readFunctions(folders.functions));
      log?.info({ applied }, 'the database is migrated');
      return { applied };
    } finally {
      holder.release(true);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const hint = isForbidden(error) ? `. ${ownerNeeded}` : '';
    throw new Failure('upstream', `The database could not be migrated: ${lineOf(error)}${hint}`, {
      code: 'migration_failed',
    });
  } finally {
    await pool.end();
  }
}

function earlierVersionFailure(embeddedIn: string | undefined): Failure {
  const remedy =
    embeddedIn === undefined
      ? 'point DATABASE_URL at an empty database.'
      : `move the folder ${embeddedIn} away and start again.`;
  return new Failure(
    'upstream',
    `The database is of an earlier development version of Isnad and cannot be upgraded: ${remedy}`,
    { code: 'earlier_development_version' },
  );
}

/**
 * What a later version has brought would be taken back where its functions were replaced by ours. It is known by its migrations
 * alone: digests of functions have no order, which docs/OPERATIONS.md says.
 */
async function refuseLaterVersion(client: pg.ClientBase, folder: string): Promise<void> {
  if (!(await hasMigrationsTable(client))) return;
  const ours = new Set((await readMigrations(folder)).map(({ path }) => path));
  const later = [...(await readApplied(client)).keys()].find((name) => !ours.has(name));
  if (later === undefined) return;
  throw new Failure(
    'conflict',
    `The database was migrated by a later version of Isnad, which knows ${later}: go on with that one, or restore a backup of before.`,
    { code: 'later_version' },
  );
}

/** The engine refuses to go on after a failure, which was rolled back and may have been put right since. */
async function forgetFailures(client: pg.ClientBase): Promise<void> {
  if (!(await hasMigrationsTable(client))) return;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

async function applyMigrations(pool: pg.Pool, folder: string): Promise<void> {
  const { engine, refusal } = await loadEngine(pool);
  const migrationDirectories = await readMigrations(folder);
  await engine
    .applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories,
      },
      filters: { externalTables: [], externalEnums: [] },
    })
    .catch((error: unknown) => {
      const name = /migration_name="([^"]+)"/.exec(lineOf(error))?.[1];
      const cause = refusal() ?? error;
      throw new Error(name === undefined ? lineOf(error) : `${name}: ${lineOf(cause)}`, { cause });
    });
}

/** What this version brings and the database has not had; what a later version has brought does not matter. */
export async function findPending(
  client: Pick<pg.ClientBase, 'query'>,
  { migrations: folder, functions }: Folders = ourFolders,
  embeddedIn?: string,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const applied = (await hasMigrationsTable(client)) ? await readApplied(client) : new Map<string, string>();
  const [first] = migrations;
  if (first && applied.size > 0 && applied.get(first.path) !== checksumOf(first))
    throw earlierVersionFailure(embeddedIn);
  const pending = migrations.map(({ path }) => path).filter((name) => !applied.has(name));
  if (functions && !(await hasFunctions(client, await readFunctions(functions)))) pending.push(functionsName);
  return pending;
}

/** Name of each applied migration → its checksum. */
async function readApplied(client: Pick<pg.ClientBase, 'query'>): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

/** As Prisma's engine computes it. */
const checksumOf = ({ migrationFile }: Migration): string =>
  createHash('sha256').update(migrationFile.content.value).digest('hex');

async function hasMigrationsTable(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  return rows[0]?.exists === true;
}

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ').slice(0, 500);
