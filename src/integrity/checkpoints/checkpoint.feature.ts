import { checkpointOperations } from './checkpoint.routes.js';
import { createCheckpointService, type CheckpointDeps } from './checkpoint.service.js';
import { proofOperations } from '../log/proof.routes.js';

/** Signed checkpoints over the whole history. */
export function createCheckpoints(deps: CheckpointDeps) {
  const service = createCheckpointService(deps);
  return {
    service,
    operations: [...checkpointOperations(service), ...proofOperations(deps)],
    findOwed: () => service.findOwed(),
  };
}
