/** Prisma's own schema engine, which comes as WebAssembly inside a package: nothing to download. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { projectRoot } from '../src/platform/project-root.js';
import { limitLockWait } from './wait-for-locks.js';

const schemaFile = join(projectRoot, 'prisma', 'schema.prisma');

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

/** An engine over `pool`, and how the database refused the last statement that it did refuse: the engine passes on the words alone. */
export async function loadEngine(pool: pg.Pool): Promise<{ engine: Engine; refusal: () => unknown }> {
  const { SchemaEngine } = await (once[schemaEngine] ??= loadBindings());
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
 * Loaded when it is needed and not before, so a process that does not migrate never pays for it; and once a process, however
 * often this file is loaded: the bindings keep their instance in a variable of theirs, and a second would break the first.
 */
const schemaEngine = Symbol.for('isnad.schemaEngine');
const once = globalThis as unknown as Record<symbol, ReturnType<typeof loadBindings> | undefined>;

async function loadBindings() {
  const loaded = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { resolve } = createRequire(import.meta.url);
  const wasm = await readFile(join(resolve('@prisma/schema-engine-wasm'), '..', 'schema_engine_bg.wasm'));
  const { instance } = await instantiate(wasm, { './schema_engine_bg.js': withIdleTimers(loaded) });
  loaded.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
  return loaded;
}

/** The engine never clears the timer of its own lock, which would keep a process ten seconds from its end. */
const withIdleTimers = (imports: object): object =>
  Object.fromEntries(
    Object.entries(imports).map(([name, imported]: [string, unknown]) =>
      name.startsWith('__wbg_setTimeout_')
        ? [name, (wake: () => void, ms: number) => setTimeout(wake, ms).unref()]
        : [name, imported],
    ),
  );

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
    const noted = (error: unknown): never => {
      onRefusal(error);
      throw error;
    };
    const [queryRaw, executeRaw] = [adapter.queryRaw.bind(adapter), adapter.executeRaw.bind(adapter)];
    adapter.queryRaw = (query) => queryRaw(query).catch(noted);
    adapter.executeRaw = (query) => executeRaw(query).catch(noted);
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(`${limitLockWait};${script}\n;${noteDone}`).catch(noted);
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
