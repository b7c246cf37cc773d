import type { Pool } from '../platform/db/client.js';
import type { Store } from '../platform/db/transaction.js';
import { matchOperations } from './match.routes.js';
import { createMatchService, type OwnReviews } from './match.service.js';

/** Finds what was checked before. */
export function createMatching(deps: { store: Store; pool: Pool; ownReviews: OwnReviews }) {
  const service = createMatchService(deps);
  return { service, operations: matchOperations(service) };
}
