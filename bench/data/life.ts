/** One claim as it goes through the desk: what becomes of its rows, and the events that tell of it. */
import type { EventType, SubjectType } from '../../src/domain/event/types.js';
import { leaseEnd, startClock, type Clock } from '../../src/domain/task/clock.js';
import type { Stage, TaskStatus } from '../../src/domain/task/lifecycle.js';
import type { ClaimStatus } from '../../src/domain/claim/lifecycle.js';
import { leaseMinutes, yearInMinutes, type Person } from './people.js';

/** An event before it has a number. */
export interface LifeEvent {
  at: number;
  type: EventType;
  subject: SubjectType;
  subjectId: string;
  actorId: string | null;
  data: object;
}

export interface Task {
  id: string;
  stage: Stage;
  status: TaskStatus;
  holder: Person | null;
  version: number;
  draft: object | null;
  clock: Clock | null;
  clockFrom: number;
  openedAt: number;
  takenAt: number | null;
  startedAt: number | null;
  submittedAt: number | null;
  closedAt: number | null;
}

export interface Verdict {
  id: string;
  task: Task;
  status: 'proposed' | 'published' | 'retracted';
  author: Person;
  approver: Person | null;
  submittedAt: number;
  recordedAt: number;
  publishedAt: number | null;
}

/** What the checker writes. */
interface VerdictInput {
  findings: { attribution: string; fidelity: string; veracity: string };
  rationale: Record<string, string>;
}

export interface Life {
  id: string;
  ref: string;
  status: ClaimStatus;
  tasks: Task[];
  verdict: Verdict | null;
  history: LifeEvent[];
  now: number;
  checker: Person;
  editor: Person;
  rating: string;
  verdictInput: VerdictInput;
  newTaskId: () => string;
  newVerdictId: () => string;
  /** Time passes: a little or much, as waiting is. */
  wait(hours: number): void;
}

export function addEvent(
  life: Life,
  actor: Person | null,
  type: EventType,
  data: object = {},
  [subject, subjectId]: [SubjectType, string] = ['claim', life.id],
): void {
  // No two events of a claim happen at the same moment, so that a moment tells their order.
  life.now++;
  life.history.push({ at: life.now, type, subject, subjectId, actorId: actor?.id ?? null, data });
}

const checkAt = (task: Task): string | null => {
  if (!task.clock) return null;
  const { remindAt } = startClock(task.clock, new Date(task.clockFrom), yearInMinutes);
  const lease = task.takenAt === null ? remindAt : leaseEnd(new Date(task.takenAt), leaseMinutes);
  return (lease < remindAt ? lease : remindAt).toISOString();
};

function addTaskEvent(life: Life, task: Task, actor: Person | null, type: EventType, data: object): void {
  addEvent(life, actor, type, { stage: task.stage, round: 1, ...data }, ['task', task.id]);
}

function openTask(life: Life, stage: Stage, clock: Clock): void {
  const opened = life.now + 1;
  const task: Task = {
    id: life.newTaskId(),
    stage,
    status: 'open',
    holder: null,
    version: 1,
    draft: null,
    clock,
    clockFrom: opened,
    openedAt: opened,
    takenAt: null,
    startedAt: null,
    submittedAt: null,
    closedAt: null,
  };
  life.tasks.push(task);
  addTaskEvent(life, task, null, 'task.opened', {
    status: 'open',
    priority: 'normal',
    checkAt: checkAt(task),
  });
}

function advanceTask(life: Life, to: TaskStatus, clock: Clock | null, type: EventType, draft?: object): void {
  const task = liveTask(life);
  const from = task.status;
  Object.assign(task, { status: to, version: task.version + 1, ...(draft && { draft }) });
  if (clock !== task.clock) Object.assign(task, { clock, clockFrom: life.now + 1 });
  if (to === 'assigned') Object.assign(task, { holder: life.checker, takenAt: life.now + 1 });
  if (to === 'in_progress') task.startedAt = life.now + 1;
  if (to === 'submitted') task.submittedAt = life.now + 1;
  addTaskEvent(life, task, life.checker, type, { from, to, checkAt: checkAt(task) });
}

function completeTask(life: Life, actor: Person | null): void {
  const task = liveTask(life);
  task.holder ??= actor;
  Object.assign(task, { status: 'done', version: task.version + 1, clock: null, closedAt: life.now + 1 });
  addTaskEvent(life, task, actor, 'task.completed', {});
}

function liveTask({ tasks }: Life): Task {
  const task = tasks.at(-1);
  if (!task || task.status === 'done') throw new Error('no task is under way');
  return task;
}

function move(life: Life, actor: Person | null, type: EventType, to: ClaimStatus, data: object = {}): void {
  addEvent(life, actor, type, { from: life.status, to, ...data });
  life.status = to;
}

/** What can be done with a claim, each as one step from a status to the next. */
export const acts = {
  wait: (life: Life) => {
    openTask(life, 'triage', 'triage');
  },
  reject: (life: Life) => {
    life.wait(8);
    move(life, life.editor, 'claim.rejected', 'rejected', {
      reason: 'There is nothing here that could be checked.',
    });
    completeTask(life, life.editor);
  },
  merge: (life: Life, into: { id: string; ref: string }) => {
    life.wait(8);
    move(life, life.editor, 'claim.merged', 'merged', { into, note: null });
    completeTask(life, life.editor);
  },
  accept: (life: Life) => {
    life.wait(8);
    move(life, life.editor, 'claim.accepted', 'open');
    completeTask(life, life.editor);
    openTask(life, 'review', 'pick_up');
  },
  start: (life: Life) => {
    life.wait(12);
    advanceTask(life, 'assigned', 'pick_up', 'task.taken');
    life.wait(1);
    move(life, life.checker, 'claim.started', 'in_review');
    advanceTask(life, 'in_progress', 'review', 'task.started');
  },
  submit: (life: Life) => {
    life.wait(20);
    advanceTask(life, 'submitted', null, 'task.submitted', life.verdictInput);
    const task = liveTask(life);
    const verdict: Verdict = {
      id: life.newVerdictId(),
      task,
      status: 'proposed',
      author: life.checker,
      approver: null,
      submittedAt: life.now + 1,
      recordedAt: life.now + 2,
      publishedAt: null,
    };
    life.verdict = verdict;
    const written = { task: task.id, stage: 'review', round: 1 };
    addEvent(life, life.checker, 'verdict.submitted', written, ['verdict', verdict.id]);
    move(life, null, 'claim.verdict_recorded', 'in_approval', { verdict: verdict.id });
    completeTask(life, null);
    openTask(life, 'approval', 'approval');
  },
  approve: (life: Life) => {
    life.wait(10);
    const verdict = verdictOf(life);
    Object.assign(verdict, { status: 'published', approver: life.editor, publishedAt: life.now + 1 });
    const published = { verdict: verdict.id, revision: 1, rating: life.rating };
    move(life, life.editor, 'claim.approved', 'published', published);
    completeTask(life, life.editor);
  },
  retract: (life: Life) => {
    life.wait(20);
    verdictOf(life).status = 'retracted';
    const reason = 'The document it rests on turned out to be forged.';
    move(life, life.editor, 'claim.retracted', 'retracted', { revision: 1, reason });
  },
} as const;

function verdictOf({ verdict }: Life): Verdict {
  if (!verdict) throw new Error('no verdict is under way');
  return verdict;
}
