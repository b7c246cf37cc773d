import type { Pool } from '../../platform/db/client.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { contactOperations } from './contact.routes.js';
import { createContactService } from './contact.service.js';

export function createContacts(deps: { pool: Pool; desk: Pick<Desk, 'changeClaim'> }) {
  const service = createContactService(deps);
  return { service, operations: contactOperations(service) };
}
