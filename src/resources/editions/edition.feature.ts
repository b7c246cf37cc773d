import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { editionOperations } from './edition.routes.js';
import { noticeOperations } from './notice.routes.js';
import { createEditionService } from './edition.service.js';

export function createEditions({ store, desk }: { store: Store; desk: Desk }) {
  const service = createEditionService({ store, desk });
  return {
    service,
    operations: [...editionOperations(service), ...noticeOperations(service)],
    findOwed: () => service.findOwed(),
  };
}
