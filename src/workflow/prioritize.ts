/** PURE: gives a task, and the claim it is about, another priority. What is so already is left alone. */
import type { Actor } from '../domain/access/rules.js';
import { toSeal } from '../domain/event/sealed-data.js';
import type { Priority } from '../domain/task/priority.js';
import { nextCheck } from '../domain/task/clock.js';
import { begin, addEvents, andThen, setClaim, setTask, type Change, type Decision } from './change.js';
import type { TaskCommand } from './commands.js';
import type { Docket } from './docket.js';
import type { DocketTask } from './docket-task.js';
import { judgeLiveTask } from './move-task.js';
import { clockByPriority } from './task-times.js';

type Prioritization = Extract<TaskCommand, { event: 'prioritize' }>;

export function prioritize(
  docket: Docket,
  taskId: string,
  prioritization: Prioritization,
  actor: Actor,
): Decision {
  const { task, refusal } = judgeLiveTask(docket, taskId, prioritization.event, actor);
  if (refusal) return refusal;
  return andThen(prioritizeClaim(begin(docket), prioritization.priority, actor), (so) =>
    prioritizeTask(so, task, prioritization, actor),
  );
}

/** Later tasks of the claim are opened with it. */
function prioritizeClaim(change: Change, priority: Priority, actor: Actor): Change {
  const { id, priority: was } = change.docket.claim;
  if (was === priority) return change;
  return addEvents(setClaim(change, { priority }), actor, {
    type: 'claim.changed',
    subject: { type: 'claim', id },
    data: { priority, was: { priority: was } },
  });
}

/**
 * The clock that runs goes by the policy for the new priority, from when it began: what has become urgent late may be
 * overdue at once.
 */
function prioritizeTask(
  change: Change,
  task: DocketTask,
  { priority, note }: Prioritization,
  actor: Actor,
): Change {
  if (task.priority === priority) return change;
  const clock = clockByPriority(change.docket, task, priority);
  return addEvents(setTask(change, task.id, { priority, ...clock }), actor, {
    type: 'task.prioritized',
    subject: { type: 'task', id: task.id },
    data: {
      stage: task.stage,
      round: task.round,
      from: task.priority,
      to: priority,
      checkAt: nextCheck({ ...task, ...clock })?.toISOString() ?? null,
      ...(note !== undefined && { note: toSeal('note', task.id, note) }),
    },
  });
}
