import type { Publisher } from '../../domain/publishing/publisher.js';
import type { Store } from '../../platform/db/transaction.js';
import { importOperations } from './import.routes.js';
import { createImportService } from './import.service.js';

export function createImports({ store, publisher }: { store: Store; publisher: Publisher }) {
  const service = createImportService({ store, publisher });
  return { service, operations: importOperations(service) };
}
