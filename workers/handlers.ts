import type { Enqueue } from '../src/platform/queue/job.js';
import type { JobName, Payload } from '../src/jobs.js';
import { askRecheck, type Rechecks } from './jobs/ask-recheck.js';
import { captureEvidence, type Captures } from './jobs/capture-evidence.js';
import { compareEdition, type EditionComparer } from './jobs/compare-edition.js';
import type { DeliveryPool, Deliveries } from './delivery-pool.js';
import { checkClock, type Clocks } from './jobs/check-clock.js';
import { checkGlassBreak, type GlassBreaks } from './jobs/check-glass-break.js';
import { deliverWebhook } from './jobs/deliver-webhook.js';
import { lapsePrivilegedChange, type PrivilegedChanges } from './jobs/lapse-privileged-change.js';
import { openTask, type Desk } from './jobs/open-task.js';
import { recordVerdict, type Recorder } from './jobs/record-verdict.js';
import { signCheckpoint, type Signer } from './jobs/sign-checkpoint.js';
import { removeErasedFiles, type ErasedFiles } from './jobs/remove-erased-files.js';
import { sumWeek, type Figures } from './jobs/sum-week.js';
import { sweep, type Ledger } from './jobs/sweep.js';
import { updateTaskSpans, type TaskSpans } from './jobs/update-task-spans.js';

/** What workers need of the core. */
export type WorkerServices = Desk &
  Recorder &
  Captures &
  Rechecks &
  GlassBreaks &
  EditionComparer &
  Clocks &
  TaskSpans &
  Figures &
  PrivilegedChanges &
  ErasedFiles &
  Signer &
  Deliveries &
  Ledger;

export type Handlers = { [Name in JobName]: (payload: Payload<Name>) => Promise<void> };

interface HandlerParts {
  services: Omit<WorkerServices, keyof Deliveries>;
  enqueue: Enqueue;
  deliveryPool: Pick<DeliveryPool, 'send'>;
  /** Aborted when the process is told to end. */
  closing?: AbortSignal;
  now?: () => number;
}

/** Who does what: a job without a handler does not compile. */
export const createHandlers = ({
  services,
  enqueue,
  deliveryPool,
  closing,
  now = Date.now,
}: HandlerParts): Handlers => ({
  'open-task': openTask(services),
  'record-verdict': recordVerdict(services),
  'capture-evidence': captureEvidence(services, enqueue, now),
  'ask-recheck': askRecheck(services),
  'check-glass-break': checkGlassBreak(services),
  'check-clock': checkClock(services),
  'compare-edition': compareEdition(services),
  'sign-checkpoint': signCheckpoint(services, closing),
  'deliver-webhook': deliverWebhook(deliveryPool),
  'update-task-spans': updateTaskSpans(services),
  'sum-week': sumWeek(services),
  'lapse-privileged-change': lapsePrivilegedChange(services),
  'remove-erased-files': removeErasedFiles(services),
  sweep: sweep(services, enqueue, now),
});
