import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import { listKeys, listUses } from './key-list.queries.js';
import { createKeyUses } from './key-use.service.js';
import { keyOperations } from './key.routes.js';
import type { Digests } from '../../platform/auth/credential-digests.js';
import { createKeyService } from './key.service.js';

interface Deps {
  store: Store;
  pool: Pool;
  digests: Digests;
  findMember: (idOrRef: string) => Promise<{ id: string; ref: string }>;
  /** Days for which the use of keys is kept. */
  useDays: number;
  warn: WarnThrottled;
}

/** Keys, and where they are used from. */
export function createKeys({ store, pool, digests, findMember, useDays, warn }: Deps) {
  const service = createKeyService({ store, digests, findMember });
  const uses = createKeyUses({ store, days: useDays, warn });
  return {
    service,
    uses,
    operations: keyOperations({
      keys: { ...service, listKeys: (member, query) => listKeys(pool, member, query) },
      listUses: (query) => listUses(pool, query),
    }),
    deleteOld: () => uses.forget(),
  };
}
