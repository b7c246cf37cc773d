/** How a command comes to the database: given, that of a running "npm start", or the embedded one, started for it. */
import { resolve } from 'node:path';
import { readEnv } from '../platform/config/env.js';
import { createLog } from '../platform/log.js';
import { findSecretsKey } from '../platform/secrets/find-secrets-key.js';
import type { Runtime } from '../connect-runtime.js';

/** `embeddedIn` is the folder of the database, where it is an embedded one. */
export async function withDatabase(work: (url: string, embeddedIn?: string) => Promise<void>): Promise<void> {
  const env = readEnv();
  if (env.databaseUrl !== undefined) return work(env.databaseUrl);
  const log = createLog({ level: 'warn', name: 'isnad' });
  const { readAddressFile } = await import('../platform/embedded/address-file.js');
  const dir = resolve(env.dir);
  const database = await readAddressFile({ dir, log });
  try {
    await work(database.url, dir);
  } finally {
    await database.stop();
  }
}

export const withRuntime = (work: (runtime: Runtime) => Promise<void>): Promise<void> =>
  withDatabase(async (databaseUrl) => {
    const { createRuntime } = await import('../connect-runtime.js');
    const runtime = createRuntime(
      { ...readEnv(), databaseUrl, readSecretsKey: findSecretsKey(readEnv()) },
      { log: createLog({ level: 'warn', name: 'isnad' }) },
    );
    try {
      await work(runtime);
    } finally {
      await runtime.close();
    }
  });
