import type { jobServicesOf } from '../src/job-services.js';
import type { JobName, Payload } from '../src/jobs.js';
import type { Enqueue } from '../src/platform/queue/job.js';
import type { Deliveries, DeliveryPool } from './delivery-pool.js';
import { captureEvidence } from './jobs/capture-evidence.js';
import { sweep } from './jobs/sweep.js';

/** What workers need of the core. */
export type WorkerServices = ReturnType<typeof jobServicesOf>;

export type Handlers = { [Name in JobName]: (payload: Payload<Name>) => Promise<void> };

interface Deps {
  services: Omit<WorkerServices, keyof Deliveries>;
  enqueue: Enqueue;
  deliveryPool: Pick<DeliveryPool, 'send'>;
  /** Aborted when the process is told to end. */
  closing?: AbortSignal;
  now?: () => number;
}

/** Who does what: a job without a handler does not compile. Each does nothing where nothing is owed any more. */
export const createHandlers = ({
  services,
  enqueue,
  deliveryPool,
  closing,
  now = Date.now,
}: Deps): Handlers => ({
  'open-task': ({ claimId }) => services.openTask(claimId),
  'record-verdict': ({ verdictId }) => services.recordVerdict(verdictId),
  'capture-evidence': captureEvidence(services, enqueue, now),
  'ask-recheck': ({ verdictId }) => services.askRecheck(verdictId),
  'check-glass-break': ({ verdictId }) => services.checkGlassBreak(verdictId),
  'check-clock': ({ taskId }) => services.checkClock(taskId),
  'compare-edition': (changed) => services.compareEditions(changed),
  // Of very many claims it takes longer than a process that is told to end may wait.
  'sign-checkpoint': () => services.signDueCheckpoint(closing),
  // Done before the deliveries are: they have places of their own.
  'deliver-webhook': ({ webhookId }) => {
    deliveryPool.send(webhookId);
    return Promise.resolve();
  },
  'update-task-spans': () => services.updateTaskSpans(),
  'sum-week': ({ monday }) => services.sumWeek(monday),
  'lapse-privileged-change': ({ changeId }) => services.lapsePrivilegedChange(changeId),
  'remove-erased-files': ({ erasureId }) => services.removeErasedFiles(erasureId),
  sweep: sweep(services, enqueue, now),
});
