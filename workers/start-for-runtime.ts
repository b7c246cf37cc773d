/** The workers of a process that has the runtime. */
import { checkForWork } from '../src/check-installation.js';
import type { Runtime } from '../src/connect-runtime.js';
import { jobServicesOf } from '../src/job-services.js';
import { startWorkers, type WorkerDeps, type Workers } from './start.js';

type Given = Pick<WorkerDeps, 'log' | 'trace' | 'giveUp' | 'concurrency' | 'closeLimitMs'>;

export const startWorkersFor = (runtime: Runtime, given: Given): Workers =>
  startWorkers({
    services: jobServicesOf(runtime.services),
    store: runtime.services.store,
    backend: runtime.backend,
    signal: runtime.signal,
    check: () => checkForWork(runtime),
    ...given,
  });
