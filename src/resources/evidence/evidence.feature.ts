import type { Store } from '../../platform/db/transaction.js';
import type { CaptureService } from '../../capture/capture.service.js';
import { captureOperations } from './capture.routes.js';
import { evidenceOperations } from './evidence.routes.js';
import { createEvidenceService } from './evidence.service.js';

export function createEvidence({ store, captures }: { store: Store; captures: CaptureService }) {
  const service = createEvidenceService({ store });
  return {
    service,
    operations: [...evidenceOperations(service), ...captureOperations(captures)],
    findOwed: () => captures.findOwed(),
  };
}
