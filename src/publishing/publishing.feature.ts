import type { Publisher } from '../domain/publication/publisher.js';
import type { Store } from '../platform/db/transaction.js';
import { claimReviewOperations } from './claimreview.routes.js';
import { createClaimReviewService } from './claimreview.service.js';
import { syndicationOperations } from './feeds/syndication.routes.js';
import { createCardService } from './pages/card.service.js';
import { createPageService } from './pages/page.service.js';

export type Publishing = ReturnType<typeof createPublishing>;

/** What is published, as ClaimReviews, feeds and pages. */
export function createPublishing({ store, publisher }: { store: Store; publisher: Publisher }) {
  const service = createClaimReviewService({ store, publisher });
  return {
    service,
    pages: createPageService({ store, publisher }),
    cards: createCardService({ publisher }),
    operations: [...claimReviewOperations(service), ...syndicationOperations(service)],
  };
}
