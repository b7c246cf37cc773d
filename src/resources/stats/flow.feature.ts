import type { Pool } from '../../platform/db/client.js';
import { flowOperations } from './flow.routes.js';
import { createFlowService } from './flow.service.js';

/** Figures of the flow of work. */
export function createFlow({ pool }: { pool: Pool }) {
  const service = createFlowService({ pool });
  return { service, operations: flowOperations(service), findOwed: () => service.findOwed() };
}
