import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { graphOperations } from './graph.routes.js';
import { createGraphService } from './graph.service.js';

export function createGraph({ store, pool }: { store: Store; pool: Pool }) {
  const service = createGraphService({ store, pool });
  return { service, operations: graphOperations(service) };
}
