import type { Pool } from '../../platform/db/client.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { contactOperations } from './contact.routes.js';
import { createContactService } from './contact.service.js';

export function createContacts(deps: {
  pool: Pool;
  workflow: Pick<Workflow, 'changeClaim' | 'listContactMoves'>;
}) {
  const service = createContactService(deps);
  return { service, operations: contactOperations(service) };
}
