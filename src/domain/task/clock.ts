/** PURE: which clock runs for a task, when it has something to say, and how long the task is its holder's. */
import { isLive, type Stage, type TaskMoveName, type TaskStatus } from './lifecycle.js';

export const clocks = ['triage', 'pick_up', 'review', 'approval', 'correction'] as const;
export type Clock = (typeof clocks)[number];

/** A clock that runs: its name, since when, when it speaks, and when it has spoken. */
export interface Running {
  clock: Clock;
  clockFrom: Date;
  remindAt: Date;
  dueAt: Date;
  escalateAt: Date;
  remindedAt: Date | null;
  overdueAt: Date | null;
  escalatedAt: Date | null;
}
export type Stopped = { [Field in keyof Running]: null };

export const stopped: Stopped = {
  clock: null,
  clockFrom: null,
  remindAt: null,
  dueAt: null,
  escalateAt: null,
  remindedAt: null,
  overdueAt: null,
  escalatedAt: null,
};

/** Triage and approval are one wait, whoever holds the task; a text waits to be begun, then to be written. */
export function clockOf(stage: Stage, status: TaskStatus): Clock | null {
  if (!isLive(status) || status === 'submitted') return null;
  if (stage === 'triage' || stage === 'approval') return stage;
  return status === 'in_progress' ? stage : 'pick_up';
}

/** Milliseconds after the start of a clock of so many minutes at which it speaks. */
const stepsAfter = (minutes: number) => ({
  remind: minutes * 30_000,
  due: minutes * 60_000,
  escalate: minutes * 90_000,
});

const later = (time: Date, ms: number): Date => new Date(time.getTime() + ms);

/** Reminder at half of `minutes`, due at the end, escalation at one and a half. */
export function startClock(clock: Clock, from: Date, minutes: number): Running {
  const { remind, due, escalate } = stepsAfter(minutes);
  return {
    clock,
    clockFrom: from,
    remindAt: later(from, remind),
    dueAt: later(from, due),
    escalateAt: later(from, escalate),
    remindedAt: null,
    overdueAt: null,
    escalatedAt: null,
  };
}

/** The same run with another length (another priority): what was said stays said. */
export function changeLength(running: Running, minutes: number): Running {
  const { remindedAt, overdueAt, escalatedAt } = running;
  return { ...startClock(running.clock, running.clockFrom, minutes), remindedAt, overdueAt, escalatedAt };
}

/** The times after a pause of `ms`: as if the clock had begun that much later. What was said stays said. */
export function shiftClock(running: Running, ms: number): Running {
  return {
    ...running,
    clockFrom: later(running.clockFrom, ms),
    remindAt: later(running.remindAt, ms),
    dueAt: later(running.dueAt, ms),
    escalateAt: later(running.escalateAt, ms),
  };
}

/** Until when a lease of so many minutes runs. */
export const leaseEnd = (from: Date, minutes: number): Date => later(from, minutes * 60_000);

/** A lease stands still during a pause, as the clock does. */
export const shiftLease = (leaseUntil: Date, ms: number): Date => later(leaseUntil, ms);

const leasePreserving: ReadonlySet<TaskMoveName> = new Set<TaskMoveName>(['pause', 'unpause', 'prioritize']);

/** What a move does to the lease of its task: begins it anew, ends it, or leaves it as it is. */
export function leaseAfter(event: TaskMoveName, to: TaskStatus): 'new' | 'none' | 'same' {
  if (to !== 'assigned' && to !== 'in_progress') return 'none';
  return leasePreserving.has(event) ? 'same' : 'new';
}

export type ClockStep = 'reminded' | 'overdue' | 'escalated';

type Times = Pick<
  Running | Stopped,
  'remindAt' | 'dueAt' | 'escalateAt' | 'remindedAt' | 'overdueAt' | 'escalatedAt'
>;

/** What can fall due on a task. */
export type Timed = Times & { leaseUntil: Date | null; pausedAt: Date | null };

const owed = (task: Times): { step: ClockStep; at: Date | null; said: Date | null }[] => [
  { step: 'reminded', at: task.remindAt, said: task.remindedAt },
  { step: 'overdue', at: task.dueAt, said: task.overdueAt },
  { step: 'escalated', at: task.escalateAt, said: task.escalatedAt },
];

/** What the clock has to say by `now` and has not said, in order. A paused clock says nothing. */
export function dueSteps(task: Timed, now: Date): ClockStep[] {
  if (task.pausedAt) return [];
  return owed(task).flatMap(({ step, at, said }) => (at && !said && at <= now ? [step] : []));
}

/** Whether the time of whoever holds the task is up. */
export const hasLapsed = ({ leaseUntil, pausedAt }: Timed, now: Date): boolean =>
  !pausedAt && leaseUntil !== null && leaseUntil <= now;

/** When the task has to be looked at next, or null where nothing will fall due by itself. */
export function nextCheck(task: Timed): Date | null {
  if (task.pausedAt) return null;
  const times = owed(task).flatMap(({ at, said }) => (at && !said ? [at] : []));
  if (task.leaseUntil) times.push(task.leaseUntil);
  return times.reduce<Date | null>((first, time) => (first && first <= time ? first : time), null);
}
