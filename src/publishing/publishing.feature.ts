import type { Publisher } from '../domain/publishing/publisher.js';
import type { Store } from '../platform/db/transaction.js';
import type { WarnThrottled } from '../platform/throttled-warning.js';
import { claimReviewOperations } from './claimreview.routes.js';
import { createClaimReviewService } from './claimreview.service.js';
import { syndicationOperations } from './feeds/syndication.routes.js';
import { createLeaveOut } from './leave-out.js';
import { createCardService } from './pages/card.service.js';
import { createPageService } from './pages/page.service.js';

export type Publishing = ReturnType<typeof createPublishing>;

/** What is published, as ClaimReviews, feeds and pages. */
export function createPublishing({
  store,
  publisher,
  warn,
}: {
  store: Store;
  publisher: Publisher;
  warn: WarnThrottled;
}) {
  const leaveOut = createLeaveOut(warn);
  const service = createClaimReviewService({ store, publisher, leaveOut });
  return {
    service,
    pages: createPageService({ store, publisher, leaveOut }),
    cards: createCardService({ publisher }),
    operations: [...claimReviewOperations(service), ...syndicationOperations(service)],
  };
}
