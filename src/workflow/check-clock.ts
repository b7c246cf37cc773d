/**
 * PURE: what becomes due without a request: reminders, the end of a lease, the release of a task whose holder is inactive.
 * Done twice, it changes nothing more.
 */
import { system } from '../domain/access/rules.js';
import { dueSteps, hasLapsed, nextCheck, type ClockStep } from '../domain/task/clock.js';
import { isLive } from '../domain/task/lifecycle.js';
import { begin, addEvents, setTask, andThen, type Change, type Decision } from './change.js';
import type { DocketQuery, Docket } from './docket.js';
import type { DocketTask } from './docket-task.js';
import { assignOpenedTask } from './assign-opened-task.js';
import { moveTask } from './move-task.js';
import { addOwedTask } from './open-task.js';

export const docketForClock = (task: string): DocketQuery => ({ task, drafts: true, candidates: true });

const columns = { reminded: 'remindedAt', overdue: 'overdueAt', escalated: 'escalatedAt' } as const;

/**
 * Says everything that is due on a task by now; a task that has ended says nothing. `nextTaskId`: of the task that
 * follows on one whose lease ran out.
 */
export function checkClock(docket: Docket, taskId: string, nextTaskId: string): Decision {
  const task = docket.tasks.find(({ id }) => id === taskId);
  const change = begin(docket);
  if (!task || !isLive(task.status)) return change;
  const stepped = dueSteps(task, docket.now).reduce((so, step) => addStep(so, taskId, step), change);
  if (task.holder?.active === false && (task.status === 'assigned' || task.status === 'in_progress'))
    return moveTask(
      stepped,
      taskId,
      { event: 'release', note: 'The member who held it is not active any more.' },
      system,
    );
  if (!hasLapsed(task, docket.now)) return stepped;
  return andThen(
    moveTask(stepped, taskId, { event: 'expire' }, system),
    (expired) => addOwedTask(expired, nextTaskId),
    (opened) => assignOpenedTask(opened, nextTaskId),
  );
}

function addStep(change: Change, taskId: string, step: ClockStep): Change {
  const so = setTask(change, taskId, { [columns[step]]: change.docket.now });
  const task = so.docket.tasks.find(({ id }) => id === taskId);
  return task ? addEvents(so, system, eventOf(task, step)) : so;
}

const eventOf = (task: DocketTask, step: ClockStep) => ({
  type: `task.${step}` as const,
  subject: { type: 'task' as const, id: task.id },
  data: {
    stage: task.stage,
    round: task.round,
    status: task.status,
    clock: task.clock,
    dueAt: task.dueAt?.toISOString() ?? null,
    holder: task.holder?.id ?? null,
    since: (task.takenAt ?? task.clockFrom)?.toISOString() ?? null,
    checkAt: nextCheck(task)?.toISOString() ?? null,
  },
});
