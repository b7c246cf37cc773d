import type { Store } from '../../platform/db/transaction.js';
import { ratingOperations } from './rating.routes.js';
import { createRatingService } from './rating.service.js';

export function createRatings({ store }: { store: Store }) {
  const service = createRatingService({ store });
  return { service, operations: ratingOperations(service) };
}
