import type { Store } from '../../platform/db/transaction.js';
import { importOperations } from './import.routes.js';
import { createImportService } from './import.service.js';

export function createImports({ store }: { store: Store }) {
  const service = createImportService({ store });
  return { service, operations: importOperations(service) };
}
