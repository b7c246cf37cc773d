import type { Store } from '../platform/db/transaction.js';
import { matchOperations } from './match.routes.js';
import { createMatchService, type OwnReviews } from './match.service.js';

/** Finds what was checked before. */
export function createMatching({ store, ownReviews }: { store: Store; ownReviews: OwnReviews }) {
  const service = createMatchService({ store, ownReviews });
  return { service, operations: matchOperations(service) };
}
