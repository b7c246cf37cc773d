import type { Pool } from '../../platform/db/client.js';
import type { PrivilegedChanges } from '../privileged-changes/privileged-change.service.js';
import { listErasures } from './erasure-list.queries.js';
import { erasureOperations } from './erasure.routes.js';
import type { ErasureService } from './erasure.service.js';

interface Deps {
  pool: Pool;
  erasures: ErasureService;
  changes: PrivilegedChanges;
}

/** Words of people that are taken back. */
export const createErasures = ({ pool, erasures, changes }: Deps) => ({
  service: erasures,
  operations: erasureOperations({ erasures, changes, list: (query) => listErasures(pool, query) }),
  findOwed: () => erasures.findOwed(),
});
