import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import { taskOperations } from './task.routes.js';
import { createTaskService } from './task.service.js';

export function createTasks({ store, pool, workflow }: { store: Store; pool: Pool; workflow: Workflow }) {
  const service = createTaskService({ store, pool, workflow });
  return {
    service,
    operations: taskOperations({ tasks: service, workflow }),
    findOwed: () => service.findOwed(),
  };
}
