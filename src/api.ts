import { findPending } from '../prisma/migrate.js';
import { queueOperations } from './resources/queue/queue.routes.js';
import { createApp } from './app.js';
import { withConnection } from './platform/db/with-connection.js';
import { checkDatabase } from './platform/db/check-database.js';
import type { Env } from './platform/config/env.js';
import { needs, wants, type Check } from './platform/health/readiness.js';
import { safely } from './platform/http/idempotency.js';
import { listen, type Listening } from './platform/http/listen.js';
import type { Log } from './platform/log.js';
import { publicRoutesOf, type PublicSettings } from './public.routes.js';
import { createMetrics } from './platform/metrics/metrics.js';
import { metricOperations } from './platform/metrics/metrics.routes.js';
import { watchQueue } from './platform/queue/watch-queue.js';
import type { Runtime } from './connect-runtime.js';
import { operationsOf } from './runtime.js';

/** Serves the API of one wired process. */
export async function startApi(
  runtime: Runtime,
  { port, host, publicReading, checkpointDir }: Pick<Env, 'port' | 'host'> & PublicSettings,
  log: Log,
): Promise<Listening> {
  const { services, authentication, database, backend, trace } = runtime;
  const { authenticate, watchRights, rates, proxies } = authentication;
  const queue = watchQueue(backend);
  const metrics = createMetrics({ pool: database.pool, tail: services.tail, depth: queue.depth });
  const app = createApp({
    operations: [...operationsOf(services), ...metricOperations(metrics), ...queueOperations(queue)],
    authenticate,
    watchRights,
    rates,
    proxies,
    trace,
    publicRoutes: publicRoutesOf({ publicReading, checkpointDir }, { rates, proxies }),
    around: safely(services.safeWrites),
    checks: checksOf(runtime),
    log,
    answered: metrics.answered,
  });
  const listening = await listen(app, { port, host });
  const open = authentication.open();
  return {
    ...listening,
    close: async (limit) => {
      // Those who wait or listen are let go first, or the server would wait for them.
      services.tail.close();
      await listening.close(limit);
      await queue.close();
      await open.close();
    },
  };
}

/** What `/readyz` looks at; each may come true at any time. */
const checksOf = ({
  database: { pool, writes },
  backend,
  services: { checkpoints },
}: Pick<Runtime, 'database' | 'backend' | 'services'>): Check[] => [
  needs('database', 'database_unusable', async () => {
    await checkDatabase(pool);
    return true;
  }),
  needs('schema', 'schema_outdated', async () => {
    const pending = await withConnection(pool, (client) => findPending(client));
    return pending.length === 0 || `run "isnad migrate": ${pending.join(', ')} not applied yet`;
  }),
  wants('queue', 'queue_unavailable', () => backend.check()),
  wants('writing', 'cannot_write', () => writes.check()),
  wants('log', 'database_behind_log', () => checkpoints.checkLog()),
];
