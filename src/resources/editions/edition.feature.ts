import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { editionOperations } from './edition.routes.js';
import { createEditionService } from './edition.service.js';

export const createEditions = ({ store, desk }: { store: Store; desk: Desk }) => ({
  operations: editionOperations(createEditionService({ store, desk })),
});
