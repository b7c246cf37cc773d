import { checkpointOperations } from './checkpoint.routes.js';
import { createCheckpointService, type CheckpointParts } from './checkpoint.service.js';
import { proofOperations } from '../log/proof.routes.js';

/** Signed checkpoints over the whole history. */
export function createCheckpoints(parts: CheckpointParts) {
  const service = createCheckpointService(parts);
  return {
    service,
    operations: [...checkpointOperations(service), ...proofOperations(parts)],
    findOwed: () => service.findOwed(),
  };
}
