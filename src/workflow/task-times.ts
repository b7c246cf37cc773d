/** PURE: what a change does to the clock and the lease of a task. */
import {
  changeLength,
  clockOf,
  leaseAfter,
  leaseEnd,
  shiftClock,
  shiftLease,
  startClock,
  stopped,
  type Running,
  type Stopped,
} from '../domain/task/clock.js';
import type { Stage, TaskMoveName, TaskStatus } from '../domain/task/lifecycle.js';
import type { Docket } from './docket.js';
import type { Priority } from '../domain/task/priority.js';
import { minutesOf } from './docket-facts.js';
import type { DocketTask, Times } from './docket-task.js';

/** What an ended task has: no clock, no lease, no pause. */
export const timeless = { ...stopped, leaseUntil: null, pausedAt: null, pauseReason: null } as const;

/** The times of a task that is opened now, held by somebody from the start or not. */
export function openTimes(
  docket: Docket,
  { stage, status, priority }: { stage: Stage; status: TaskStatus; priority: Priority },
): Times {
  const { now, policy } = docket;
  const clock = clockOf(stage, status);
  return {
    ...(clock ? startClock(clock, now, minutesOf(docket, clock, priority)) : stopped),
    leaseUntil: status === 'open' ? null : leaseEnd(now, policy.leaseMinutes),
    pausedAt: null,
    pauseReason: null,
  };
}

interface Moved {
  event: TaskMoveName;
  to: TaskStatus;
  /** Why it is paused, for `pause`. */
  reason?: string | undefined;
}

/**
 * The times of a live task after a move. A clock that goes on running is not begun again, and whatever is
 * done with a paused task but pausing it ends the pause.
 */
export function timesAfter(docket: Docket, task: DocketTask, { event, to, reason }: Moved): Times {
  const { now, policy } = docket;
  if (event === 'pause') {
    return { ...clockNow(task), leaseUntil: task.leaseUntil, pausedAt: now, pauseReason: reason ?? '' };
  }
  const pausedMs = task.pausedAt ? now.getTime() - task.pausedAt.getTime() : 0;
  const running = clockNow(task);
  const clock = clockOf(task.stage, to);
  const next = (): Running | Stopped => {
    if (!clock) return stopped;
    if (running.clock === clock) return shiftClock(running, pausedMs);
    return startClock(clock, now, minutesOf(docket, clock, task.priority));
  };
  const lease = leaseAfter(event, to);
  const kept = lease === 'same' ? task.leaseUntil && shiftLease(task.leaseUntil, pausedMs) : null;
  return {
    ...next(),
    leaseUntil: lease === 'new' ? leaseEnd(now, policy.leaseMinutes) : kept,
    pausedAt: null,
    pauseReason: null,
  };
}

/** The clock of a task whose priority is changed: the same run of it, by the policy for that priority. */
export function clockByPriority(docket: Docket, task: DocketTask, priority: Priority): Running | Stopped {
  const running = clockNow(task);
  return running.clock ? changeLength(running, minutesOf(docket, running.clock, priority)) : stopped;
}

/** The row's columns as the rules know them. */
function clockNow({ clock, clockFrom, remindAt, dueAt, escalateAt, ...said }: DocketTask): Running | Stopped {
  if (!clock) return stopped;
  const { remindedAt, overdueAt, escalatedAt } = said;
  return { clock, clockFrom, remindAt, dueAt, escalateAt, remindedAt, overdueAt, escalatedAt };
}
