import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { sourceOperations } from './source.routes.js';
import { listSources } from './source-list.queries.js';
import { createSourceService } from './source.service.js';

export function createSources({ store, pool }: { store: Store; pool: Pool }) {
  const service = createSourceService({ store });
  return { service, operations: sourceOperations({ ...service, list: (query) => listSources(pool, query) }) };
}
