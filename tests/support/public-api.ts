/** What a stranger reads where the same is published by somebody else, or reading is limited. */
import { createApp } from '../../src/app.js';
import type { Publisher } from '../../src/domain/publishing/publisher.js';
import { createRates } from '../../src/platform/auth/rate.service.js';
import { readEnv } from '../../src/platform/config/env.js';
import { createLog } from '../../src/platform/log.js';
import type { WarnThrottled } from '../../src/platform/throttled-warning.js';
import { publicRoutesOf } from '../../src/public.routes.js';
import { createPublishing } from '../../src/publishing/publishing.feature.js';
import { operationsOf } from '../../src/runtime.js';
import { apiOf, type Api } from './api.js';
import type { TestIsnad } from './test-runtime.js';

interface Settings {
  publisher?: Publisher;
  /** For each address; 0: no limit. */
  perMinute?: number;
  warn?: WarnThrottled;
}

export function strangerAt(
  isnad: TestIsnad,
  { publisher = readEnv({}).publisher, perMinute = 0, warn = () => undefined }: Settings,
): Api {
  const rates = createRates({
    limits: { ...readEnv({}).access.limits, publicReads: perMinute },
    store: { exchange: () => Promise.resolve([]) },
    warn: () => undefined,
  });
  const publishing = createPublishing({ store: isnad.store, publisher, warn });
  const app = createApp({
    operations: operationsOf(isnad.services),
    authenticate: isnad.services.authenticateKey,
    checks: [],
    log: createLog({ level: 'silent', name: 'tests' }),
    publicRoutes: publicRoutesOf({ publicReading: true }, publishing, { rates }),
  });
  return apiOf(app).stranger;
}
