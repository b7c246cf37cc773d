/** Entry of the worker process. */
import { readEnv, requireDatabase } from '../src/env.js';
import { createLog } from '../src/log.js';
import { endWhenTold, failToStart } from '../src/process.js';
import { openTracing } from '../src/tracing/open-tracing.js';
import { jobServicesOf, wire } from '../src/wire.js';
import { startWorkers } from './start.js';

try {
  const env = requireDatabase(readEnv());
  const log = createLog({ level: env.logLevel, name: 'isnad-workers' });
  const trace = await openTracing(env, { service: 'isnad-workers', log });
  const house = wire(env, { log, trace });
  const workers = await startWorkers({
    services: jobServicesOf(house.services),
    store: house.services.store,
    backend: house.backend,
    signal: house.signal,
    log,
    trace,
    ...env.workers,
  });
  endWhenTold({
    log,
    close: async () => {
      await workers.close();
      await house.close();
    },
  });
} catch (error) {
  failToStart(error);
}
