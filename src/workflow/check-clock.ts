/**
 * PURE: what becomes due without a request: reminders, the end of a lease, the release of a task whose holder is inactive.
 * Done twice, it changes nothing more.
 */
import { system } from '../domain/access/rules.js';
import { dueMarks, hasLapsed, nextCheck, type Mark } from '../domain/task/clock.js';
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
  const marked = dueMarks(task, docket.now).reduce((so, mark) => addMark(so, taskId, mark), change);
  if (task.holder?.active === false && (task.status === 'assigned' || task.status === 'in_progress'))
    return moveTask(
      marked,
      taskId,
      { event: 'release', note: 'The member who held it is not active any more.' },
      system,
    );
  if (!hasLapsed(task, docket.now)) return marked;
  return andThen(
    moveTask(marked, taskId, { event: 'expire' }, system),
    (expired) => addOwedTask(expired, nextTaskId),
    (opened) => assignOpenedTask(opened, nextTaskId),
  );
}

function addMark(change: Change, taskId: string, mark: Mark): Change {
  const so = setTask(change, taskId, { [columns[mark]]: change.docket.now });
  const task = so.docket.tasks.find(({ id }) => id === taskId);
  return task ? addEvents(so, system, eventOf(task, mark)) : so;
}

const eventOf = (task: DocketTask, mark: Mark) => ({
  type: `task.${mark}` as const,
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
