/** PURE: the life of a review task: one piece of work for one person at one stage. */
import type { Permission } from '../access/rules.js';
import type { EventType } from '../event/types.js';

export const stages = ['triage', 'review', 'approval', 'correction'] as const;
export type Stage = (typeof stages)[number];

export const taskStatuses = [
  'open',
  'assigned',
  'in_progress',
  'submitted',
  'done',
  'returned',
  'canceled',
  'expired',
] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** Those that people make. */
export const peoplesTaskMoves = [
  'assign',
  'take',
  'start',
  'release',
  'submit',
  'extend',
  'pause',
  'unpause',
  'prioritize',
] as const;
export type PeoplesTaskMove = (typeof peoplesTaskMoves)[number];

/** With those that are work of the system. */
export const taskMoveNames = [
  ...peoplesTaskMoves,
  'give_back',
  'complete',
  'return',
  'cancel',
  'expire',
] as const;
export type TaskMoveName = (typeof taskMoveNames)[number];

/** Who may make a move: an `editor`, the `assignee`, `anyone` who may work at the task's stage, the `system`. */
export type TaskMover = 'editor' | 'assignee' | 'anyone' | 'system';

export interface TaskMove {
  to: TaskStatus;
  by: readonly TaskMover[];
  eventType: EventType;
  /** The move of the claim that a move of its review task brings with it. */
  claim?: 'start' | 'release';
}

const assign = { to: 'assigned', by: ['editor'], eventType: 'task.assigned' } as const;
const release = { to: 'open', by: ['assignee', 'editor', 'system'], eventType: 'task.released' } as const;
/** How a task ends when its claim moves on; `expire` when its holder did not. */
const ends = {
  complete: { to: 'done', by: ['system'], eventType: 'task.completed' },
  return: { to: 'returned', by: ['system'], eventType: 'task.returned' },
  cancel: { to: 'canceled', by: ['system'], eventType: 'task.canceled' },
} as const;
const expire = { to: 'expired', by: ['system'], eventType: 'task.expired' } as const;
/** It changes how urgent a live task is: the status stays. */
const prioritize = <State extends TaskStatus>(to: State) =>
  ({ prioritize: { to, by: ['editor'], eventType: 'task.prioritized' } }) as const;
/** What whoever holds a task does to its time: the status stays. */
const timing = <State extends TaskStatus>(to: State) =>
  ({
    extend: { to, by: ['assignee', 'editor'], eventType: 'task.extended' },
    pause: { to, by: ['assignee', 'editor'], eventType: 'task.paused' },
    unpause: { to, by: ['assignee', 'editor'], eventType: 'task.resumed' },
  }) as const;

export const taskTable: Readonly<Record<TaskStatus, Partial<Record<TaskMoveName, TaskMove>>>> = {
  open: {
    assign: { ...assign, by: ['editor', 'system'] },
    take: { to: 'assigned', by: ['anyone'], eventType: 'task.taken' },
    ...prioritize('open'),
    ...ends,
  },
  assigned: {
    assign,
    start: { to: 'in_progress', by: ['assignee'], eventType: 'task.started', claim: 'start' },
    release,
    ...timing('assigned'),
    ...prioritize('assigned'),
    expire,
    ...ends,
  },
  in_progress: {
    assign: { ...assign, claim: 'release' },
    release: { ...release, claim: 'release' },
    submit: { to: 'submitted', by: ['assignee'], eventType: 'task.submitted' },
    ...timing('in_progress'),
    ...prioritize('in_progress'),
    expire: { ...expire, claim: 'release' },
    ...ends,
  },
  // Its verdict is on the way to being recorded; it is given back when that is refused.
  submitted: {
    give_back: { to: 'in_progress', by: ['system'], eventType: 'task.started' },
    ...prioritize('submitted'),
    ...ends,
  },
  done: {},
  returned: {},
  canceled: {},
  expired: {},
};

export const liveStatuses = [
  'open',
  'assigned',
  'in_progress',
  'submitted',
] as const satisfies readonly TaskStatus[];

export const isLive = (status: TaskStatus): boolean =>
  (liveStatuses as readonly TaskStatus[]).includes(status);

/** The permission that work at a stage takes. */
export const stagePermission: Readonly<Record<Stage, Permission>> = {
  triage: 'edit',
  review: 'check',
  approval: 'edit',
  correction: 'check',
};

/** The stages whose work ends in a verdict. */
export const writesVerdict = (stage: Stage): boolean => stage === 'review' || stage === 'correction';
