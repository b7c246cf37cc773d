import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { correctionOperations } from './correction.routes.js';
import { createCorrectionService } from './correction.service.js';

export function createCorrections({ store, pool }: { store: Store; pool: Pool }) {
  const service = createCorrectionService({ store, pool });
  return { service, operations: correctionOperations(service) };
}
