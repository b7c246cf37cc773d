import type { Store } from '../../platform/db/transaction.js';
import { graphOperations } from './graph.routes.js';
import { createGraphService } from './graph.service.js';

export function createGraph({ store }: { store: Store }) {
  const service = createGraphService({ store });
  return { service, operations: graphOperations(service) };
}
