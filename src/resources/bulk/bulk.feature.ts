import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { bulkOperations } from './bulk.routes.js';
import { createBulkService } from './bulk.service.js';

export const createBulk = ({ store, desk }: { store: Store; desk: Desk }) => ({
  operations: bulkOperations(createBulkService({ store, desk })),
});
