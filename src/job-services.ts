import type { KnownJob, Payload } from './jobs.js';
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
  /** What each feature owes by now, and what it throws away: apart, so that one in trouble holds up no other. */
  owed: features.flatMap(({ findOwed }) => (findOwed ? [findOwed as () => Promise<KnownJob[]>] : [])),
  deletions: features.flatMap(({ deleteOld }) => (deleteOld ? [deleteOld] : [])),
});

/** Everything that is owed by now, of all features. */
export async function findOwed({
  owed,
}: Pick<ReturnType<typeof jobServicesOf>, 'owed'>): Promise<KnownJob[]> {
  const found: KnownJob[] = [];
  for (const find of owed) found.push(...(await find()));
  return found;
}
