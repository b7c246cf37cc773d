/** What a change does to the clock and the lease of a task, written together with the change. */
import type { Tx } from '../platform/db/client.js';
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
import type { Stage, TaskEvent, TaskStatus } from '../domain/task/lifecycle.js';
import type { LiveTask } from './docket.repository.js';
import { readClockMinutes, readLeaseMinutes } from './times.repository.js';

type Priority = LiveTask['priority'];

/** The columns that tell the time of a task. */
export type Times = (Running | Stopped) & {
  leaseUntil: Date | null;
  pausedAt: Date | null;
  pauseReason?: string | null;
};

/** What an ended task has: no clock, no lease, no pause. */
export const timeless = { ...stopped, leaseUntil: null, pausedAt: null, pauseReason: null } as const;

/** The times of a task that is opened now, held by somebody from the start or not. */
export async function openTimes(
  tx: Tx,
  { stage, status, priority, now }: { stage: Stage; status: TaskStatus; priority: Priority; now: Date },
): Promise<Times> {
  const clock = clockOf(stage, status);
  return {
    ...(clock ? startClock(clock, now, await readClockMinutes(tx, clock, priority)) : stopped),
    leaseUntil: status === 'open' ? null : leaseEnd(now, await readLeaseMinutes(tx)),
    pausedAt: null,
    pauseReason: null,
  };
}

interface Change {
  event: TaskEvent;
  to: TaskStatus;
  now: Date;
  /** Why it is paused, for `pause`. */
  reason?: string | undefined;
}

/**
 * The times of a live task after a move. A clock that goes on running is not begun again, and whatever is
 * done with a paused task but pausing it ends the pause.
 */
export async function timesAfter(tx: Tx, task: LiveTask, { event, to, now, reason }: Change): Promise<Times> {
  if (event === 'pause') {
    return { ...clockNow(task), leaseUntil: task.leaseUntil, pausedAt: now, pauseReason: reason ?? '' };
  }
  const pausedMs = task.pausedAt ? now.getTime() - task.pausedAt.getTime() : 0;
  const running = clockNow(task);
  const clock = clockOf(task.stage, to);
  const next = async (): Promise<Running | Stopped> => {
    if (!clock) return stopped;
    if (running.clock === clock) return shiftClock(running, pausedMs);
    return startClock(clock, now, await readClockMinutes(tx, clock, task.priority));
  };
  const lease = leaseAfter(event, to);
  const kept = lease === 'same' ? task.leaseUntil && shiftLease(task.leaseUntil, pausedMs) : null;
  return {
    ...(await next()),
    leaseUntil: lease === 'new' ? leaseEnd(now, await readLeaseMinutes(tx)) : kept,
    pausedAt: null,
    pauseReason: null,
  };
}

/** The times of a task whose priority is changed: the same run of the clock, by the policy for that priority. */
export async function timesByPriority(
  tx: Tx,
  task: LiveTask,
  priority: Priority,
): Promise<Running | Stopped> {
  const running = clockNow(task);
  return running.clock ? changeLength(running, await readClockMinutes(tx, running.clock, priority)) : stopped;
}

/** The row's columns as the rules know them; the database holds that they are whole or not there at all. */
function clockNow({ clock, clockFrom, remindAt, dueAt, escalateAt, ...said }: LiveTask): Running | Stopped {
  if (!clock || !clockFrom || !remindAt || !dueAt || !escalateAt) return stopped;
  const { remindedAt, overdueAt, escalatedAt } = said;
  return { clock, clockFrom, remindAt, dueAt, escalateAt, remindedAt, overdueAt, escalatedAt };
}
