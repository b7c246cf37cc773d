import type { KnownJob, Payload } from './jobs.js';
import type { Job } from './platform/queue/job.js';
import type { Services } from './runtime.js';

/** What the jobs of the workers call. */
export const jobServicesOf = ({
  features,
  workflow,
  captures,
  clocks,
  flow,
  checkpoints,
  deliveries,
  privileged,
  erasures,
  editions,
}: Services) => ({
  lapsePrivilegedChange: (changeId: string) => privileged.lapse(changeId),
  removeErasedFiles: (erasureId: string) => erasures.removeFiles(erasureId),
  openTask: (claimId: string) => workflow.openTask(claimId),
  recordVerdict: (verdictId: string) => workflow.recordVerdict(verdictId),
  captureEvidence: (evidenceId: string) => captures.capture(evidenceId),
  findDueCaptures: (limit: number) => captures.findOwed(limit),
  askRecheck: (verdictId: string) => workflow.askRecheck(verdictId),
  checkGlassBreak: (verdictId: string) => workflow.checkGlassBreak(verdictId),
  compareEditions: (changed: Payload<'compare-edition'>) => editions.compareEditions(changed),
  checkClock: (taskId: string) => clocks.check(taskId),
  signDueCheckpoint: (until?: AbortSignal) => checkpoints.signIfDue(until),
  deliver: deliveries.deliver,
  findOwedRuns: deliveries.findOwedRuns,
  updateTaskSpans: () => flow.updateTaskSpans(),
  sumWeek: (monday: string) => flow.sumWeek(monday),
  findOwed: async (): Promise<KnownJob[]> => {
    const owed: Job[] = [];
    for (const { findOwed } of features) owed.push(...((await findOwed?.()) ?? []));
    return owed as KnownJob[];
  },
  deleteOld: async () => {
    for (const { deleteOld } of features) await deleteOld?.();
  },
});
