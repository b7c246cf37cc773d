/**
 * Applies the migrations with Prisma's own engine, which comes as WebAssembly inside a package: the same
 * `_prisma_migrations` table and checksums as `prisma migrate deploy`, and nothing to download.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { Failure } from '../src/errors.js';
import type { Log } from '../src/log.js';
import { projectRoot } from '../src/root.js';

const ourMigrations = join(projectRoot, 'prisma', 'migrations');
const schemaFile = join(projectRoot, 'prisma', 'schema.prisma');
/** "isnad" as a number; any constant will do, as long as everybody takes the same. */
const migrationLock = 0x69736e61;

/** The one call of WebAssembly that is needed here; its types come with the DOM's, which has no place in a server. */
const { instantiate } = (
  globalThis as unknown as {
    WebAssembly: {
      instantiate: (
        bytes: Uint8Array,
        imports: object,
      ) => Promise<{ instance: { exports: Record<string, unknown> } }>;
    };
  }
).WebAssembly;

interface Engine {
  applyMigrations(input: object): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout?: string | null }>;
}

/** An engine over `pool`, and what the database answered to the script it refused, which the engine keeps to itself. */
export async function loadEngine(pool: pg.Pool): Promise<{ engine: Engine; refusal: () => unknown }> {
  const { SchemaEngine } = await (bindings ??= loadBindings());
  const schema = await readFile(schemaFile, 'utf8');
  let refused: unknown;
  const adapter = adapterFor(pool, (error) => {
    refused = error;
  });
  const engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  return { engine, refusal: () => refused };
}

/**
 * Loaded when it is needed and not before, so a process that does not migrate never pays for it; and once,
 * because the bindings keep their instance in a variable of the module and a second would break the first.
 */
let bindings: ReturnType<typeof loadBindings> | undefined;

async function loadBindings() {
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { resolve } = createRequire(import.meta.url);
  const wasm = await readFile(join(resolve('@prisma/schema-engine-wasm'), '..', 'schema_engine_bg.wasm'));
  const { instance } = await instantiate(wasm, { './schema_engine_bg.js': loaded });
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return loaded;
}

/**
 * The adapter's own way with scripts is to cut them at every semicolon, which no function body survives, and
 * to send the pieces over several connections. Sent whole, a script is one transaction, and notes in it that
 * it is done: whatever is killed in between, a migration without that note has left nothing behind.
 */
function adapterFor(pool: pg.Pool, onRefusal: (error: unknown) => void): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      try {
        await adapter.underlyingDriver().query(`${script}\n;${noteDone}`);
      } catch (error) {
        onRefusal(error);
        throw error;
      }
    };
    return adapter;
  };
  return factory;
}

const noteDone = `
  DO $$ BEGIN
    IF to_regclass('_prisma_migrations') IS NOT NULL THEN
      UPDATE _prisma_migrations SET finished_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL;
    END IF;
  END $$`;

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
    try {
      await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      const pending = await findPending(holder, folder);
      if (pending.length === 0) return { applied: [] };
      await forgetFailures(holder);
      const applied = await applyAll(pool, folder);
      log?.info({ applied }, 'the database is migrated');
      return { applied };
    } finally {
      holder.release(true);
    }
  } catch (error) {
    throw new Failure('upstream', `The database could not be migrated: ${lineOf(error)}`, {
      code: 'migration-failed',
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
