import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { queueOperations } from './resources/queue/queue.routes.js';
import { createApp } from './app.js';
import { readinessChecks } from './check-installation.js';
import type { Env } from './platform/config/env.js';
import { requiredCheck } from './platform/health/readiness.js';
import { safely } from './platform/http/idempotency.js';
import { listen, type Listening } from './platform/http/listen.js';
import { warnOfOneRole } from './platform/db/database-role.js';
import { deskRoutes } from './platform/http/desk/desk.routes.js';
import type { Log } from './platform/log.js';
import { projectRoot } from './platform/project-root.js';
import { publicRoutesOf, type PublicSettings } from './public.routes.js';
import { createMetrics } from './platform/metrics/metrics.js';
import { metricOperations } from './platform/metrics/metrics.routes.js';
import { watchQueue } from './platform/queue/watch-queue.js';
import { watchUnnamed } from './publishing/warn-unnamed.js';
import { readMadeIds } from './reference/examples/made-ids.queries.js';
import type { Runtime } from './connect-runtime.js';
import { operationsOf } from './runtime.js';

interface Api extends Listening {
  /** Says that it is not ready, and answers for so long: what stands before it looks elsewhere meanwhile. */
  drain(ms: number): Promise<void>;
}

type Settings = Pick<Env, 'port' | 'host'> &
  Partial<Pick<Env, 'unsetForPublic' | 'origins'>> &
  PublicSettings;

/** As `npm run build` leaves it. */
const builtDesk = join(projectRoot, 'dist', 'web');

const endingWhy = 'the process was told to end; it still answers what comes';

/** Serves the API of one wired process. */
export async function startApi(
  runtime: Runtime,
  { port, host, unsetForPublic = [], origins = [], ...publicSettings }: Settings,
  log: Log,
): Promise<Api> {
  const { services, authentication, database, backend, trace } = runtime;
  const { authenticate, authenticateSession, watchRights, rates, proxies } = authentication;
  let ending = false;
  const queue = watchQueue(backend);
  const metrics = createMetrics({
    pool: database.pool,
    tail: services.tail,
    depth: queue.depth,
    refusedSignIns: runtime.refusedSignIns,
  });
  const app = createApp({
    operations: [...operationsOf(services), ...metricOperations(metrics), ...queueOperations(queue)],
    authenticate,
    authenticateSession,
    watchRights,
    rates,
    proxies,
    origins,
    trace,
    publicRoutes: [
      ...publicRoutesOf(publicSettings, services.publishing, { rates, proxies }),
      deskRoutes(builtDesk),
    ],
    around: safely(services.safeWrites),
    checks: [
      { ...requiredCheck('process', 'ending', () => Promise.resolve(!ending || endingWhy)), atOnce: true },
      ...readinessChecks(runtime),
    ],
    log,
    readMadeIds: () => readMadeIds(database.pool),
    answered: metrics.answered,
  });
  const listening = await listen(app, { port, host });
  const open = authentication.open();
  void warnOfOneRole(database.pool, log);
  const unnamed = watchUnnamed({ pool: database.pool, log, unset: unsetForPublic });
  return {
    ...listening,
    drain: async (ms) => {
      ending = true;
      listening.endConnections();
      await pause(ms);
    },
    close: async (limit) => {
      // Those who wait or listen are let go first, or the server would wait for them.
      services.tail.close();
      unnamed.close();
      await listening.close(limit);
      await queue.close();
      await open.close();
    },
  };
}
