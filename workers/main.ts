/** Entry of the worker process. */
import { readEnv, requireDatabase } from '../src/platform/config/env.js';
import { loadEnvFile } from '../src/platform/config/load-env-file.js';
import { warnOfOneRole } from '../src/platform/db/database-role.js';
import { createLog } from '../src/platform/log.js';
import { endOnSignal, failToStart } from '../src/platform/run-process.js';
import { findSecretsKey } from '../src/platform/secrets/find-secrets-key.js';
import { openTracing } from '../src/platform/tracing/open-tracing.js';
import { createRuntime } from '../src/connect-runtime.js';
import { startWorkersFor } from './start-for-runtime.js';

try {
  loadEnvFile();
  const env = requireDatabase(readEnv());
  const log = createLog({ level: env.logLevel, name: 'isnad-workers' });
  const key = findSecretsKey(env)();
  const trace = await openTracing(env, { service: 'isnad-workers', log });
  const runtime = createRuntime({ ...env, readSecretsKey: () => key }, { log, trace });
  const workers = startWorkersFor(runtime, { log, trace, giveUp: failToStart, ...env.workers });
  void warnOfOneRole(runtime.database.pool, log);
  endOnSignal({
    log,
    close: async () => {
      await workers.close();
      await runtime.close();
    },
  });
} catch (error) {
  failToStart(error);
}
