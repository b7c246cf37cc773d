import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { bulkOperations } from './bulk.routes.js';
import { createBulkService } from './bulk.service.js';

export const createBulk = ({ store, workflow }: { store: Store; workflow: Workflow }) => ({
  operations: bulkOperations(createBulkService({ store, workflow })),
});
