import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { editionOperations } from './edition.routes.js';
import { noticeOperations } from './notice.routes.js';
import { createEditionService } from './edition.service.js';

export function createEditions({ store, workflow }: { store: Store; workflow: Workflow }) {
  const service = createEditionService({ store, workflow });
  return {
    service,
    operations: [...editionOperations(service), ...noticeOperations(service)],
    findOwed: () => service.findOwed(),
  };
}
