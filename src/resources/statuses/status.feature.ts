import type { Pool } from '../../platform/db/client.js';
import type { Tail } from '../../delivery/feed/tail.js';
import { statusOperations, type ReadStatusAsOf } from './status.routes.js';
import { createStatusService } from './status.service.js';

interface Deps {
  pool: Pool;
  tail: Pick<Tail, 'watch' | 'closed'>;
  /** How a claim stood at a moment. */
  readAsOf: ReadStatusAsOf;
}

/** What newsroom tools poll. */
export function createStatuses({ pool, tail, readAsOf }: Deps) {
  const service = createStatusService({ pool });
  return { service, operations: statusOperations({ statuses: service, readAsOf, tail }) };
}
