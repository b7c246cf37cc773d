/** The queue in PostgreSQL: BullMQ's own tables, in schema `bullmq` of our database. */
import {
  assertSchemaCompatibility,
  createPostgresBackend,
  LATEST_SCHEMA_VERSION,
  Queue,
  runMigrations,
  SchemaMigrationRequiredError,
  Worker,
  type PgPool,
} from 'bullmq';
import pg from 'pg';
import type { WarnThrottled } from '../throttled-warning.js';
import { queueName, workerOptions, type QueueBackend } from './backend.types.js';
import { restWhenStoreFails } from './rest-when-store-fails.js';
import { within } from '../time-limit.js';

const schema = 'bullmq';
/** Locks are told by the clock of whoever takes them; far apart, one worker takes another's job. */
const greatestSkewMs = 5_000;
const closeLimitMs = 2_000;

/** Creates or updates the queue's tables; doing so twice, or from two processes at once, does no harm. */
export async function migrateQueue(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    // Where it is up to date, the role of the application may come by, which could not change it.
    if (!(await isUpToDate(client))) await runMigrations(client, schema);
    if (!(await hasNumbers(client))) await client.query(makeNumbers);
  } finally {
    await client.end();
  }
}

const isUpToDate = (client: pg.Client): Promise<boolean> =>
  assertSchemaCompatibility(client, schema).then(
    (version) => version >= LATEST_SCHEMA_VERSION,
    (error: unknown) => {
      if (error instanceof SchemaMigrationRequiredError) return false;
      throw error;
    },
  );

/**
 * BullMQ makes the sequence of a queue when the first job comes; the application's role may make none. Two at once would both find
 * none: they wait for each other.
 */
const makeNumbers = `DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('${schema}.${queueName}', 0));
  EXECUTE format('CREATE SEQUENCE IF NOT EXISTS ${schema}.%I', ${schema}.job_id_seq_name('${queueName}')); END $$`;

const isNumbered = `to_regclass('${schema}.' || ${schema}.job_id_seq_name($1)) IS NOT NULL`;

async function hasNumbers(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(`SELECT ${isNumbered} AS found`, [queueName]);
  return rows[0]?.found === true;
}

export function openPostgresBackend(databaseUrl: string, warn: WarnThrottled): QueueBackend {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'isnad queue',
    // Its work is owed by our own tables and found again (workers/sweep-schedule.ts); a crash may take the last moments of it.
    options: `-c timezone=UTC -c search_path=${schema} -c synchronous_commit=off`,
    // One of them listens for as long as the worker lives.
    max: 4,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    lock_timeout: 5_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  const troubled = (error: Error): void => {
    // A connection that is being given up may still be told that the database ends too.
    if (!pool.ending) warn(error, 'the connection to the queue (PostgreSQL) is in trouble');
  };
  // Every queue and worker adds a listener of its own, and none takes it away again.
  pool.setMaxListeners(0);
  pool.on('error', troubled);
  // A pool of `pg` is what it takes; only the overloads of its listeners are typed in another way.
  const connection = pool as unknown as PgPool;

  const reach = async (): Promise<void> => {
    let version: number;
    try {
      version = await assertSchemaCompatibility(pool, schema);
    } catch (error) {
      throw error instanceof SchemaMigrationRequiredError ? unmigrated() : error;
    }
    if (version < LATEST_SCHEMA_VERSION) throw unmigrated();
    const asked = Date.now();
    const { rows } = await pool.query<{ ms: number; numbered: boolean; standby: boolean }>(
      `SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms, ${isNumbered} AS numbered, pg_is_in_recovery() AS standby`,
      [queueName],
    );
    if (rows[0]?.standby) throw new QueueUnfit('the database is a standby: no jobs are done from here');
    if (rows[0]?.numbered === false) throw unmigrated();
    const skewMs = Math.round((rows[0]?.ms ?? asked) - (asked + Date.now()) / 2);
    if (Math.abs(skewMs) > greatestSkewMs) {
      throw new QueueUnfit(
        `this machine's clock is ${String(skewMs)} ms behind the database's; set it right`,
      );
    }
  };

  return {
    kind: 'postgres',
    reach,
    check: async () => {
      try {
        await reach();
        return true;
      } catch (error) {
        if (error instanceof QueueUnfit) return error.message;
        throw error;
      }
    },
    openQueue: () => {
      const queue = new Queue(queueName, { connection }, createPostgresBackend);
      queue.on('error', troubled);
      return queue;
    },
    openWorker: (process, settings) => {
      const worker = new Worker(
        queueName,
        process,
        { connection, ...workerOptions(settings) },
        restWhenStoreFails(createPostgresBackend),
      );
      worker.on('error', troubled);
      return worker;
    },
    close: async () => {
      if (pool.ended) return;
      // It waits for the connection of a worker that would not end, and that one may wait for ever.
      await within(pool.end(), closeLimitMs, 'the connections to the queue were not closed').catch(
        (error: unknown) => {
          warn(error, 'the queue (PostgreSQL) was left open');
        },
      );
    },
  };
}

/** The store answers but cannot hold the queue as it is. */
class QueueUnfit extends Error {
  override readonly name = 'QueueUnfit';
}

const unmigrated = (): QueueUnfit =>
  new QueueUnfit("the queue's tables are missing or old; run `npx isnad migrate`");
