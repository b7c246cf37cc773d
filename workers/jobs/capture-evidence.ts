import { idForSweep, type Enqueue, type Job } from '../../src/platform/queue/job.js';
import type { Payload } from '../../src/jobs.js';

interface Captures {
  /**
   * Captures the page of evidence where that is due. Gives back the verdicts that may have waited for it;
   * undefined where there was nothing to do.
   */
  captureEvidence(evidenceId: string): Promise<string[] | undefined>;
  /** A few captures that are due. */
  findDueCaptures(limit: number): Promise<Job[]>;
}

/** A page may take its time, and must not take that of verdicts: more than these at once are left for later. */
const mostAtOnce = 4;

/**
 * One process looks at a few pages at a time. What comes on top is not kept waiting in a worker: whoever is
 * done asks what is due next, and the sweep does too.
 */
export function captureEvidence(captures: Captures, enqueue: Enqueue, now: () => number) {
  let underWay = 0;
  return async ({ evidenceId }: Payload<'capture-evidence'>): Promise<void> => {
    if (underWay >= mostAtOnce) return;
    underWay++;
    let waiting: string[] | undefined;
    try {
      waiting = await captures.captureEvidence(evidenceId);
    } finally {
      underWay--;
    }
    if (waiting === undefined) return;
    const next: Job[] = [
      ...waiting.map((verdictId): Job => ({ name: 'record-verdict', payload: { verdictId } })),
      ...(await captures.findDueCaptures(mostAtOnce)),
    ];
    await Promise.all(
      next.map((job) => enqueue(job, { id: `${idForSweep(job, now())}-after-${evidenceId}` })),
    );
  };
}
