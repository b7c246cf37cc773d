import type { Pool } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';
import { matchOperations } from './match.routes.js';
import { createMatchService, type OwnReviews } from './match.service.js';

interface Parts {
  store: Store;
  pool: Pool;
  ownReviews: OwnReviews;
}

/** Finds what was checked before. */
export function createMatching(parts: Parts) {
  const service = createMatchService(parts);
  return { service, operations: matchOperations(service) };
}
