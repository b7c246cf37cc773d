import type { Publisher } from '../domain/publication/publisher.js';
import type { Store } from '../platform/db/transaction.js';
import { claimReviewOperations } from './claimreview.routes.js';
import { createClaimReviewService } from './claimreview.service.js';
import { syndicationOperations } from './feeds/syndication.routes.js';

/** What is published, as ClaimReviews and feeds. */
export function createPublishing({ store, publisher }: { store: Store; publisher: Publisher }) {
  const service = createClaimReviewService({ store, publisher });
  return { service, operations: [...claimReviewOperations(service), ...syndicationOperations(service)] };
}
