/** What this version needs of its stores, asked by those who answer requests and those who work. */
import { findPending, migrationsOnly } from '../prisma/migrate.js';
import type { Runtime } from './connect-runtime.js';
import { checkDatabase, checkDurability, checkServer } from './platform/db/check-database.js';
import { checkRole, isForbidden } from './platform/db/database-role.js';
import { withConnection } from './platform/db/with-connection.js';
import { requiredCheck, degradingCheck, type Check } from './platform/health/readiness.js';

type Stores = Pick<Runtime, 'database' | 'backend' | 'services'>;

const checkSchema = async (
  { database: { pool } }: Stores,
  folders?: Parameters<typeof findPending>[1],
): Promise<true | string> => {
  const pending = await withConnection(pool, (client) => findPending(client, folders)).catch(
    (error: unknown) => {
      if (isForbidden(error)) return undefined;
      throw error;
    },
  );
  if (!pending) return `run "isnad migrate": the role of DATABASE_URL may not use the tables yet`;
  return pending.length === 0 || `run "isnad migrate": ${pending.join(', ')} not applied yet`;
};

/**
 * How long a schema that was up to date is taken to be so: looking reads every migration, and balancers look often. The role is
 * asked for each time, which takes less than a millisecond.
 */
const schemaHoldsMs = 60_000;

/**
 * Once all was there, functions that are different are those of a later version, whose upgrade has begun: this process goes on
 * until it is ended.
 */
function createSchemaCheck(stores: Stores): () => Promise<true | string> {
  let appliedAt = -Infinity;
  return async () => {
    if (performance.now() - appliedAt < schemaHoldsMs) return true;
    const found = await checkSchema(stores, appliedAt > 0 ? migrationsOnly : undefined);
    if (found === true) appliedAt = performance.now();
    return found;
  };
}

/** What `/readyz` looks at; each may come true at any time. */
export const readinessChecks = (stores: Stores): Check[] => [
  requiredCheck('database', 'database_unusable', async () => {
    await checkDatabase(stores.database.pool);
    return true;
  }),
  requiredCheck('schema', 'schema_outdated', createSchemaCheck(stores)),
  degradingCheck('queue', 'queue_unavailable', () => stores.backend.check()),
  degradingCheck('writing', 'cannot_write', () => stores.database.writes.check()),
  degradingCheck('durability', 'not_durable', () => checkDurability(stores.database.pool)),
  degradingCheck('pages', 'cannot_write', () => stores.services.checkPageDisk?.() ?? Promise.resolve(true)),
  degradingCheck('checkpoints', 'cannot_write', () => stores.services.checkpoints.checkDisk()),
  degradingCheck('signing', 'not_signed', () => stores.services.checkpoints.checkSigning()),
  degradingCheck('role', 'one_database_role', () => checkRole(stores.database.pool)),
  degradingCheck('log', 'database_behind_log', () => stores.services.checkpoints.checkLog()),
  degradingCheck('calls', 'not_adopted', () => stores.services.adoption?.check() ?? Promise.resolve(true)),
];

/** Throws where nothing can be worked on. */
export async function checkForWork(stores: Stores): Promise<void> {
  await checkServer(stores.database.pool);
  for (const found of [await checkSchema(stores), await stores.backend.check()])
    if (found !== true) throw new Error(found);
}
