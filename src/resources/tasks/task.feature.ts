import type { Pool } from '../../platform/db/client.js';
import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import { taskOperations } from './task.routes.js';
import { createTaskService } from './task.service.js';

export function createTasks({ store, pool, desk }: { store: Store; pool: Pool; desk: Desk }) {
  const service = createTaskService({ store, pool, desk });
  return {
    service,
    operations: taskOperations({ tasks: service, desk }),
    findOwed: () => service.findOwed(),
  };
}
