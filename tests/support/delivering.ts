/** Worker processes' insides on the database of a house: relay, queue, courier. */
import pg from 'pg';
import { connectDatabase } from '../../src/platform/db/client.js';
import { createSignal } from '../../src/platform/db/commit-signal.js';
import { createLog } from '../../src/platform/log.js';
import { readAllowance } from '../../src/domain/access/allowance.js';
import { createOutbound } from '../../src/platform/outbound/outbound.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import { jobServicesOf } from '../../src/job-services.js';
import { createServices } from '../../src/runtime.js';
import { testSecrets } from './secrets.js';
import { startWorkers } from '../../workers/start.js';

const fail = (error: Error): never => {
  throw error;
};

const log = createLog({ level: 'silent', name: 'tests' });

export interface Delivering {
  close: () => Promise<void>;
}

/** Workers as one process has them; they call receivers on loopback. */
export function startDelivering(databaseUrl: string, redisUrl?: string): Delivering {
  const database = connectDatabase(databaseUrl);
  const signal = createSignal({ url: databaseUrl, pool: database.pool, log });
  const backend = createQueueBackend({ databaseUrl, redisUrl, log });
  const outbound = createOutbound({
    allow: [readAllowance('127.0.0.0/8')].filter((one) => one !== undefined),
  });
  const services = createServices(database, signal, {
    outbound: { webhooks: outbound, captures: outbound },
    secrets: testSecrets,
  });
  const workers = startWorkers({
    services: jobServicesOf(services),
    store: services.store,
    backend,
    signal,
    log,
    check: () => backend.reach(),
    giveUp: fail,
    concurrency: 4,
  });
  return {
    close: async () => {
      await workers.close();
      services.tail.close();
      await backend.close();
      await signal.close();
      await database.close();
    },
  };
}

/** Ends what is connected: whoever comes back goes by the clock as it is now. */
export async function endConnections(databaseUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await admin.end();
}

/** Moves the desk's clock, for connections that are opened from then on. */
export async function moveClock(databaseUrl: string, hours: number): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  const { pathname } = new URL(databaseUrl);
  await admin.query(`ALTER DATABASE ${pathname.slice(1)} SET isnad.clock_offset = '${String(hours)} hours'`);
  await admin.end();
}
