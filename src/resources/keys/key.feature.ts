import type { Store } from '../../platform/db/transaction.js';
import type { WarnThrottled } from '../../platform/throttled-warning.js';
import { createKeyUses } from './key-use.service.js';
import { keyOperations } from './key.routes.js';
import { createKeyService } from './key.service.js';

interface Parts {
  store: Store;
  findMember: (idOrRef: string) => Promise<{ id: string; ref: string }>;
  /** Days for which the use of keys is kept. */
  useDays: number;
  warn: WarnThrottled;
}

/** Keys, and where they are used from. */
export function createKeys({ store, findMember, useDays, warn }: Parts) {
  const service = createKeyService({ store, findMember });
  const uses = createKeyUses({ store, days: useDays, warn });
  return {
    service,
    uses,
    operations: keyOperations({ keys: service, uses }),
    deleteOld: () => uses.forget(),
  };
}
