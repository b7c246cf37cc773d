import type { Pool } from '../../platform/db/client.js';
import type { Signal } from '../../platform/db/commit-signal.js';
import type { Store } from '../../platform/db/transaction.js';
import { feedOperations } from './feed.routes.js';
import { createFeedService } from './feed.service.js';
import { createOpenStreams } from './open-streams.js';
import { createTail } from './tail.js';

/** The feed and its newest part, which is kept in memory. */
export function createFeed({
  store,
  pool,
  signal,
  streamsPerKey,
}: {
  store: Store;
  pool: Pool;
  streamsPerKey: number;
  signal: Pick<Signal, 'subscribe'>;
}) {
  const tail = createTail({ pool, signal });
  const service = createFeedService({ store, pool, tail });
  return { service, tail, operations: feedOperations(service, createOpenStreams(streamsPerKey)) };
}
