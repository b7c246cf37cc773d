import type { Store } from '../../platform/db/transaction.js';
import { sourceOperations } from './source.routes.js';
import { createSourceService } from './source.service.js';

export function createSources({ store }: { store: Store }) {
  const service = createSourceService({ store });
  return { service, operations: sourceOperations(service) };
}
