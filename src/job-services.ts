import type { KnownJob, Payload } from './jobs.js';
import type { Job } from './platform/queue/job.js';
import type { Services } from './runtime.js';

/** What the jobs of the workers call. */
export const jobServicesOf = ({
  features,
  desk,
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
  openOwedTask: (claimId: string) => desk.openOwedTask(claimId),
  recordVerdict: (verdictId: string) => desk.recordVerdict(verdictId),
  captureEvidence: (evidenceId: string) => captures.capture(evidenceId),
  findDueCaptures: (limit: number) => captures.findOwed(limit),
  askRecheck: (verdictId: string) => desk.askRecheck(verdictId),
  checkGlassBreak: (verdictId: string) => desk.checkGlassBreak(verdictId),
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
