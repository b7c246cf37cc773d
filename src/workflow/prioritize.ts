/** PURE: gives a claim, and the work on it, another priority. What is so already is left alone. */
import type { Actor } from '../domain/access/rules.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { nextCheck } from '../domain/task/clock.js';
import { begin, addEvents, setClaim, setTask, type Change } from './change.js';
import type { Prioritization } from './commands.js';
import type { Docket } from './docket.js';
import { liveTasks } from './docket-facts.js';
import { clockByPriority } from './task-times.js';

export function prioritize(docket: Docket, prioritization: Prioritization, actor: Actor): Change {
  const { priority } = prioritization;
  const change = begin(docket);
  const { id } = docket.claim;
  const changed =
    docket.claim.priority === priority
      ? change
      : addEvents(setClaim(change, { priority }), actor, {
          type: 'claim.changed',
          subject: { type: 'claim', id },
          data: { priority, was: { priority: docket.claim.priority } },
        });
  return prioritizeTasks(changed, prioritization, actor);
}

/**
 * The tasks under way go by the priority of their claim, and the clocks that run for them by the policy for
 * it, from when they began: what has become urgent late may be overdue at once.
 */
export function prioritizeTasks(change: Change, { priority, note }: Prioritization, actor: Actor): Change {
  const { docket } = change;
  return liveTasks(docket)
    .filter((task) => task.priority !== priority)
    .reduce((so, task) => {
      const clock = clockByPriority(docket, task, priority);
      return addEvents(setTask(so, task.id, { priority, ...clock }), actor, {
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
    }, change);
}
