import type { Pool } from '../../platform/db/client.js';
import { createVerdictReader } from './verdict-reader.service.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { verdictOperations } from './verdict.routes.js';
import { createVerdictService } from './verdict.service.js';

interface Deps {
  store: Store;
  pool: Pool;
  workflow: Workflow;
  /** Resolves when something was committed anywhere, or after `ms`. */
  changed: (ms: number) => Promise<void>;
}

export function createVerdicts({ store, pool, workflow, changed }: Deps) {
  const verdictReader = createVerdictReader({ pool });
  const service = createVerdictService({ store, workflow, reader: verdictReader, changed });
  return {
    service,
    operations: verdictOperations({ verdicts: service, verdictReader }),
    findOwed: () => service.findOwed(),
  };
}
