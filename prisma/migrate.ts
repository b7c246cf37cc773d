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
import { projectRoot } from '../src/root.js';

const folder = join(projectRoot, 'prisma', 'migrations');
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

/** The engine is loaded when it is needed and not before: a process that does not migrate never pays for it. */
export async function loadEngine(pool: pg.Pool): Promise<Engine> {
  const resolve = createRequire(import.meta.url).resolve;
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await readFile(join(resolve('@prisma/schema-engine-wasm'), '..', 'schema_engine_bg.wasm'));
  const { instance } = await instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  const schema = await readFile(schemaFile, 'utf8');
  return bindings.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFor(pool)),
  );
}

/**
 * The adapter's own way with scripts is to cut them at every semicolon, which no function body survives, and
 * to send the pieces over several connections. Sent whole, a script is one transaction: it is applied or not.
 */
function adapterFor(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  };
  return factory;
}

async function readMigrations() {
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
export async function migrate(databaseUrl: string): Promise<{ applied: string[] }> {
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c timezone=UTC', max: 3 });
  pool.on('error', () => undefined);
  try {
    const holder = await pool.connect();
    try {
      await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
      return { applied: (await findPending(holder)).length > 0 ? await applyAll(pool) : [] };
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

async function applyAll(pool: pg.Pool): Promise<string[]> {
  const engine = await loadEngine(pool);
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"' },
      shadowDbInitScript: '',
      migrationDirectories: await readMigrations(),
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  return appliedMigrationNames;
}

/** Names of the migrations that this version brings and the database has not had. */
export async function findPending(client: Pick<pg.ClientBase, 'query'>): Promise<string[]> {
  const names = (await readMigrations()).map(({ path }) => path);
  const known = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists",
  );
  if (!known.rows[0]?.exists) return names;
  const done = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(done.rows.map((row) => row.migration_name));
  return names.filter((name) => !applied.has(name));
}

const lineOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).trim().replace(/\s+/g, ' ').slice(0, 500);
