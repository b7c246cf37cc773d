import type { Store } from '../../platform/db/transaction.js';
import { instrumentOperations } from './instrument.routes.js';
import { createInstrumentService } from './instrument.service.js';

export function createInstruments({ store }: { store: Store }) {
  const service = createInstrumentService({ store });
  return { service, operations: instrumentOperations(service) };
}
