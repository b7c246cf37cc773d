import type { Pool } from '../../platform/db/client.js';
import { listPrivilegedChanges } from './privileged-change-list.queries.js';
import { privilegedOperations } from './privileged-change.routes.js';
import { createPrivilegedChanges } from './privileged-change.service.js';

type Deps = Parameters<typeof createPrivilegedChanges>[0] & { pool: Pool };

/** Changes of who may do what that take two. */
export function createPrivileged({ pool, ...deps }: Deps) {
  const service = createPrivilegedChanges(deps);
  return {
    service,
    operations: privilegedOperations({
      changes: service,
      list: (query) => listPrivilegedChanges(pool, query),
    }),
    findOwed: () => service.findOwed(),
  };
}
