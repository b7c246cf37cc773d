import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { createClockService } from './clock.service.js';
import { policyOperations } from './policy.routes.js';

/** The policies of the clocks, and what falls due by them. */
export function createPolicies({ store, desk }: { store: Store; desk: Pick<Desk, 'checkTimes'> }) {
  const service = createClockService({ store, desk });
  return { service, operations: policyOperations(service), findOwed: () => service.findOwed() };
}
