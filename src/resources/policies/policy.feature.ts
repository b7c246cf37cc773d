import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { createClockService } from './clock.service.js';
import { policyOperations } from './policy.routes.js';

/** The policies of the clocks, and what falls due by them. */
export function createPolicies({
  store,
  workflow,
}: {
  store: Store;
  workflow: Pick<Workflow, 'checkClock'>;
}) {
  const service = createClockService({ store, workflow });
  return { service, operations: policyOperations(service), findOwed: () => service.findOwed() };
}
