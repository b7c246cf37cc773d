/** How a command comes to the database: given, that of a running "npm start", or the embedded one, started for it. */
import { resolve } from 'node:path';
import { installationOf } from '../integrity/adoption/instance.js';
import { readEnv } from '../platform/config/env.js';
import { addressesOf, type Addresses } from '../platform/db/addresses.js';
import { isForbidden, isOwner, ownerNeeded } from '../platform/db/database-role.js';
import { checkServer } from '../platform/db/check-database.js';
import { withConnection } from '../platform/db/with-connection.js';
import { createLog } from '../platform/log.js';
import { findSecretsKey } from '../platform/secrets/find-secrets-key.js';
import type { Runtime } from '../connect-runtime.js';

/** `embeddedIn` is the folder of the database, where it is an embedded one. */
export async function withDatabase(
  work: (addresses: Addresses, embeddedIn?: string) => Promise<void>,
): Promise<void> {
  const env = readEnv();
  const given = addressesOf(env);
  if (given) return work(given);
  const log = createLog({ level: 'warn', name: 'isnad' });
  const { reachDatabase } = await import('../platform/embedded/reach-database.js');
  const dir = resolve(env.dir);
  const database = await reachDatabase({ dir, log });
  try {
    await work(database, dir);
  } finally {
    await database.stop();
  }
}

export const withRuntime = (work: (runtime: Runtime) => Promise<void>): Promise<void> =>
  connectAs('url', work);

/** For what the application's role may not do. */
export const withRuntimeOfOwner = (work: (runtime: Runtime) => Promise<void>): Promise<void> =>
  connectAs('ownerUrl', async (runtime) => {
    if (await isOwner(runtime.database.pool)) return work(runtime);
    throw new Error(`The role of DATABASE_URL may not do this. ${ownerNeeded}`);
  });

const connectAs = (role: keyof Addresses, work: (runtime: Runtime) => Promise<void>): Promise<void> =>
  withDatabase(async ({ [role]: databaseUrl }, embeddedIn) => {
    const { createRuntime } = await import('../connect-runtime.js');
    const env = readEnv();
    const runtime = createRuntime(
      {
        ...env,
        databaseUrl,
        installation: await installationOf(env, embeddedIn),
        readSecretsKey: findSecretsKey(env),
      },
      { log: createLog({ level: 'warn', name: 'isnad' }) },
    );
    try {
      await requireSchema(runtime);
      await work(runtime);
    } finally {
      await runtime.close();
    }
  });

/** What a command would otherwise be told of by a table that is not there. */
async function requireSchema({ database: { pool } }: Runtime): Promise<void> {
  const { findPending } = await import('../../prisma/migrate.js');
  const pending = await withConnection(pool, async (client) => {
    await checkServer(client);
    return findPending(client).catch((error: unknown) => {
      throw isForbidden(error)
        ? new Error('The role of DATABASE_URL may not use the tables yet. Run first: isnad migrate')
        : error;
    });
  });
  if (pending.length > 0)
    throw new Error(`The database is not up to date (${pending.join(', ')}). Run first: isnad migrate`);
}
