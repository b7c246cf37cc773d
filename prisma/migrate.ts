/**
 * Applies the migrations with Prisma's own engine, which comes as WebAssembly inside a package: the same
 * `_prisma_migrations` table and checksums as `prisma migrate deploy`, and nothing to download.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Failure } from '../src/platform/errors.js';
import type { Log } from '../src/platform/log.js';
import { projectRoot } from '../src/platform/project-root.js';
import { chainEvents, chainMigration } from './chain-events.js';
import { loadEngine } from './engine.js';

const ourMigrations = join(projectRoot, 'prisma', 'migrations');
/** "isnad" as a number; any constant will do, as long as everybody takes the same. */
const migrationLock = 0x69736e61;

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

/** Brings the database up to date; of two processes that start at once, one waits and finds it done. */
export async function migrate(
  databaseUrl: string,
  { log, folder = ourMigrations }: { log?: Log; folder?: string } = {},
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
      await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const pending = await findPending(holder, folder);
      if (pending.length === 0) return { applied: [] };
      await forgetFailures(holder);
      if (pending.includes(chainMigration)) await chainEvents(holder);
      const applied = await applyAll(pool, folder);
      log?.info({ applied }, 'the database is migrated');
      return { applied };
    } finally {
      holder.release(true);
    }
  } catch (error) {
    throw new Failure('upstream', `The database could not be migrated: ${lineOf(error)}`, {
      code: 'migration_failed',
    });
  } finally {
    await pool.end();
  }
}

/** The engine refuses to go on after a failure, which was rolled back and may have been put right since. */
async function forgetFailures(client: pg.ClientBase): Promise<void> {
  if (!(await hasMigrationsTable(client))) return;
  await client.query(
    'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL',
  );
}

async function applyAll(pool: pg.Pool, folder: string): Promise<string[]> {
  const { engine, refusal } = await loadEngine(pool);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: folder,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
        shadowDbInitScript: '',
        migrationDirectories: await readMigrations(folder),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } catch (error) {
    const name = /migration_name="([^"]+)"/.exec(lineOf(error))?.[1];
    throw name === undefined ? error : new Error(`${name}: ${lineOf(refusal() ?? error)}`);
  }
}

/** Names of the migrations that this version brings and the database has not had. */
export async function findPending(
  client: Pick<pg.ClientBase, 'query'>,
  folder = ourMigrations,
): Promise<string[]> {
  const names = (await readMigrations(folder)).map(({ path }) => path);
  if (!(await hasMigrationsTable(client))) return names;
  const done = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(done.rows.map((row) => row.migration_name));
  return names.filter((name) => !applied.has(name));
}

async function hasMigrationsTable(client: Pick<pg.ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  return rows[0]?.exists === true;
}

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ').slice(0, 500);
