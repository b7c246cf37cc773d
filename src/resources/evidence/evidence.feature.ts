import type { Store } from '../../platform/db/transaction.js';
import type { Desk } from '../../workflow/workflow.service.js';
import type { CaptureService } from '../../capture/capture.service.js';
import { captureOperations } from './capture.routes.js';
import { evidenceOperations } from './evidence.routes.js';
import { createEvidenceService } from './evidence.service.js';

interface Parts {
  store: Store;
  desk: Pick<Desk, 'onDocket'>;
  captures: CaptureService;
}

export function createEvidence({ store, desk, captures }: Parts) {
  const service = createEvidenceService({ store, desk });
  return {
    service,
    operations: [...evidenceOperations(service), ...captureOperations(captures)],
    findOwed: () => captures.findOwed(),
  };
}
