import { grantApplication } from '../../prisma/grants.js';
import { migrate } from '../../prisma/migrate.js';
import { migrateQueue } from '../../src/platform/queue/postgres.js';

/** All that `isnad migrate` does. */
export async function prepareDatabase(addresses: { url: string; ownerUrl: string }): Promise<void> {
  await migrate(addresses.ownerUrl);
  await migrateQueue(addresses.ownerUrl);
  await grantApplication(addresses);
}
