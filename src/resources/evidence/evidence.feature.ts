import type { Pool } from '../../platform/db/client.js';
import type { Workflow } from '../../workflow/workflow.service.js';
import type { CaptureService } from '../../capture/capture.service.js';
import { captureOperations } from './capture.routes.js';
import { evidenceOperations } from './evidence.routes.js';
import { createEvidenceService } from './evidence.service.js';

interface Deps {
  pool: Pool;
  workflow: Pick<Workflow, 'changeClaim'>;
  captures: CaptureService;
}

export function createEvidence({ pool, workflow, captures }: Deps) {
  const service = createEvidenceService({ pool, workflow });
  return {
    service,
    operations: [...evidenceOperations(service), ...captureOperations(captures, service)],
    findOwed: () => captures.findOwed(),
  };
}
