import { claimBatchOperations } from './claim-batch.routes.js';
import { createClaimBatches } from './claim-batch.service.js';
import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { createAsOfService } from './as-of.service.js';
import { claimPartOperations } from './claim-part.routes.js';
import { claimOperations } from './claim.routes.js';
import { createClaimReader } from './claim-reader.service.js';
import { createClaimService } from './claim.service.js';
import { historyOperations } from './history.routes.js';
import { createHistoryService } from './history.service.js';
import type { FindTwins } from './created-claim.schema.js';
import type { ReadStatus } from './claim.routes.js';

interface Deps {
  store: Store;
  pool: Pool;
  workflow: Workflow;
  /** Where a claim stands now. */
  readStatus: ReadStatus;
  /** What may be the same as a claim that was just entered. */
  findTwins: FindTwins;
}

/** Claims, how they were at any time, and their history. */
export function createClaims({ store, pool, workflow, readStatus, findTwins }: Deps) {
  const service = createClaimService({ store, workflow });
  const batches = createClaimBatches({ claims: service });
  const claimReader = createClaimReader({ db: store.db, pool });
  const claimsAsOf = createAsOfService({ store, pool });
  const history = createHistoryService({ pool });
  return {
    service,
    batches,
    claimsAsOf,
    history,
    reader: claimReader,
    operations: [
      ...claimOperations({ claims: service, claimReader, workflow, readStatus, claimsAsOf, findTwins }),
      ...claimPartOperations({ claims: service, claimReader }),
      ...claimBatchOperations(batches),
      ...historyOperations(history),
    ],
  };
}
