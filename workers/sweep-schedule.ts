import type { WarnThrottled } from '../src/platform/throttled-warning.js';
import { idOfSweep, sweepIntervalMs } from '../src/platform/queue/sweep.js';
import type { Enqueue } from '../src/platform/queue/job.js';

/**
 * Calls for a sweep now and in every interval. It is a timer of ours in every worker process, and no schedule
 * of the queue's, because an emptied queue forgets its schedules too, and nobody is told.
 */
export function startSweepSchedule({ enqueue, warn }: { enqueue: Enqueue; warn: WarnThrottled }) {
  const call = (): void => {
    enqueue({ name: 'sweep', payload: {} }, { id: idOfSweep(Date.now()) }).catch((error: unknown) => {
      warn(error, 'no sweep could be called for; the next one will be');
    });
  };
  call();
  const timer = setInterval(call, sweepIntervalMs);
  return {
    close: () => {
      clearInterval(timer);
    },
  };
}
