import { createLog } from '../../src/platform/log.js';
import { createQueueBackend } from '../../src/platform/queue/backend.js';
import { migrateQueue } from '../../src/platform/queue/postgres.js';
import { grantApplication } from '../../prisma/grants.js';
import type { TestDatabase } from './database.js';

/** Takes everything out of the queue behind everybody's back. In PostgreSQL that is the owner's to do. */
export async function emptyQueue(
  database: Pick<TestDatabase, 'url' | 'ownerUrl'>,
  redisUrl: string | undefined,
): Promise<void> {
  const log = createLog({ level: 'silent', name: 'tests' });
  const backend = createQueueBackend({ databaseUrl: database.ownerUrl, redisUrl, log });
  await backend.reach();
  const queue = backend.openQueue();
  await queue.obliterate({ force: true });
  await queue.close();
  await backend.close();
  // The numbers of the jobs went with them.
  await migrateQueue(database.ownerUrl);
  await grantApplication(database);
}
