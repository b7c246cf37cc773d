/** Entry of the API process. */
import { startApi } from './api.js';
import { readEnv, requireDatabase } from './platform/config/env.js';
import { loadEnvFile } from './platform/config/load-env-file.js';
import { createLog } from './platform/log.js';
import { endOnSignal, failToStart } from './platform/run-process.js';
import { findSecretsKey } from './platform/secrets/find-secrets-key.js';
import { openTracing } from './platform/tracing/open-tracing.js';
import { createRuntime } from './connect-runtime.js';

try {
  loadEnvFile();
  const env = requireDatabase(readEnv());
  const log = createLog({ level: env.logLevel, name: 'isnad-api' });
  const key = findSecretsKey(env)();
  const trace = await openTracing(env, { service: 'isnad-api', log });
  const runtime = createRuntime({ ...env, readSecretsKey: () => key }, { log, trace });
  const api = await startApi(runtime, env, log);
  log.info({ url: api.url }, 'listening');
  endOnSignal({
    log,
    // A person at the terminal is not waited for.
    drain: { on: 'SIGTERM', ms: env.drainMs, work: () => api.drain(env.drainMs) },
    close: async () => {
      await api.close();
      await runtime.close();
    },
  });
} catch (error) {
  failToStart(error);
}
