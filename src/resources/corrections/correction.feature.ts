import type { Store } from '../../platform/db/transaction.js';
import { correctionOperations } from './correction.routes.js';
import { createCorrectionService } from './correction.service.js';

export function createCorrections({ store }: { store: Store }) {
  const service = createCorrectionService({ store });
  return { service, operations: correctionOperations(service) };
}
