import type { Payload } from '../../src/jobs.js';

export interface Clocks {
  /** Says what is due on a task by now; does nothing where nothing is, or it was said. */
  checkClock(taskId: string): Promise<void>;
}

export const checkClock =
  (clocks: Clocks) =>
  ({ taskId }: Payload<'check-clock'>): Promise<void> =>
    clocks.checkClock(taskId);
