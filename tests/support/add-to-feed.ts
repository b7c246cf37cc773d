import { randomUUID } from 'node:crypto';
import { operator } from '../../src/domain/access/rules.js';
import type { Database } from '../../src/platform/db/client.js';
import { createStore } from '../../src/platform/db/transaction.js';
import { appendEvents } from '../../src/workflow/events/events.repository.js';
import { settleFeed } from './checkpoints.js';

/** So many events that belong to no claim, each of a source of its own, with their places in the feed. */
export async function addToFeed(database: Database, count: number): Promise<void> {
  const store = createStore(database);
  const events = Array.from({ length: count }, () => ({
    type: 'source.created' as const,
    subject: { type: 'source' as const, id: randomUUID() },
  }));
  await store.transact((tx) => appendEvents(tx, operator, events));
  await settleFeed(store);
}
