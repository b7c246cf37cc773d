/** PURE: gives a task that was just opened to whoever suits it best, where the desk is set to do so. */
import { system } from '../domain/access/rules.js';
import { assignedStages, chooseMember } from '../domain/task/choose-member.js';
import type { Change, Decision } from './change.js';
import { moveTask } from './move-task.js';

/** The event says why them and not the others. Where nobody may have it, it stays open to all. */
export function assignOpenedTask(change: Change, taskId: string): Decision {
  const { docket } = change;
  const { claim, participants, editors, candidates } = docket;
  const task = docket.tasks.find(({ id }) => id === taskId);
  if (task?.status !== 'open' || !assignedStages.includes(task.stage) || candidates.length === 0)
    return change;
  const last = docket.tasks.find(({ stage, round }) => stage === task.stage && round === task.round - 1);
  const { language, topics } = claim;
  const lapsed = last?.status === 'expired' ? last.assigneeId : null;
  const need = { stage: task.stage, language, topics, participants, editors, lapsed };
  const { chosen, ...grounds } = chooseMember(need, candidates);
  if (!chosen) return change;
  const { id, personId, ref, role } = chosen;
  const assignee = { id, personId, ref, role, active: true };
  return moveTask(change, taskId, { event: 'assign', assignee, grounds }, system);
}
