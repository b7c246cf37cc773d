import type { Store } from '../../platform/db/transaction.js';
import { contactOperations } from './contact.routes.js';
import { createContactService } from './contact.service.js';

export function createContacts({ store }: { store: Store }) {
  const service = createContactService({ store });
  return { service, operations: contactOperations(service) };
}
