/**
 * What an API process and a worker have, within this process, where all of its modules are loaded already. For whoever looks
 * at what it does; who kills it, or looks at its output, starts processes: running-product.ts.
 */
import { startApi } from '../../src/api.js';
import { createRuntime } from '../../src/connect-runtime.js';
import { readEnv } from '../../src/platform/config/env.js';
import { createLog } from '../../src/platform/log.js';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { startWorkersFor } from '../../workers/start-for-runtime.js';
import { folderOf } from './processes.js';
import { readTestKey } from './secrets.js';

export interface ProductHere {
  url: string;
  services: ReturnType<typeof createRuntime>['services'];
  close: () => Promise<void>;
}

/** On a migrated database, set as processes are. */
export async function startProductHere(
  { url, ownerUrl }: { url: string; ownerUrl: string },
  more: Record<string, string> = {},
): Promise<ProductHere> {
  await migrateQueue(ownerUrl);
  const env = readEnv({
    PORT: '0',
    WEBHOOK_ALLOW: '127.0.0.0/8',
    CAPTURE_ALLOW: '127.0.0.0/8',
    INSTANCE_ID: 'tests',
    ISNAD_DIR: folderOf(url),
    ...more,
  });
  const log = createLog({ level: 'silent', name: 'tests' });
  const runtime = createRuntime({ ...env, databaseUrl: url, readSecretsKey: readTestKey }, { log });
  const workers = startWorkersFor(runtime, {
    log,
    giveUp: (error) => {
      throw error;
    },
    ...env.workers,
  });
  const api = await startApi(runtime, env, log);
  return {
    url: api.url,
    services: runtime.services,
    close: async () => {
      await workers.close();
      await api.close();
      await runtime.close();
    },
  };
}
