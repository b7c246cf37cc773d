import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import { instrumentOperations } from './instrument.routes.js';
import { listInstruments, listProvisions } from './instrument-list.queries.js';
import { createInstrumentService } from './instrument.service.js';

export function createInstruments({ store, pool }: { store: Store; pool: Pool }) {
  const service = createInstrumentService({ store });
  return {
    service,
    operations: instrumentOperations({
      ...service,
      list: (query) => listInstruments(pool, query),
      listProvisions: (instrument, query) => listProvisions(pool, instrument, query),
    }),
  };
}
