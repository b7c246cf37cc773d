import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { checkpointOperations } from './checkpoint.routes.js';
import { createCheckpointService } from './checkpoint.service.js';

interface Parts {
  store: Store;
  pool: Pool;
  /** Without a folder none are signed. */
  dir: string | undefined;
}

/** Signed checkpoints over the whole history. */
export function createCheckpoints(parts: Parts) {
  const service = createCheckpointService(parts);
  return { service, operations: checkpointOperations(service), findOwed: () => service.findOwed() };
}
