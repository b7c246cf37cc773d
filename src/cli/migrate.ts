import { parseArgs } from 'node:util';
import { withDatabase } from './connect.js';
import { print } from './print.js';

export async function migrateDatabase(args: string[]): Promise<void> {
  parseArgs({ args, options: {} });
  await withDatabase(async (addresses, embeddedIn) => {
    const { migrate } = await import('../../prisma/migrate.js');
    const { grantApplication } = await import('../../prisma/grants.js');
    const { migrateQueue } = await import('../platform/queue/postgres.js');
    const { applied } = await migrate(addresses.ownerUrl, { embeddedIn });
    await migrateQueue(addresses.ownerUrl);
    await grantApplication(addresses);
    print(
      applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Nothing to apply: the database is up to date.',
    );
  });
}
