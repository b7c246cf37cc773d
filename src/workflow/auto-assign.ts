import { system } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { lockCandidates, readNeed, readsAutoAssign } from './assignment.repository.js';
import { assignedRole, assignedStages, chooseMember } from '../domain/task/assignment.js';
import type { Docket } from './docket.repository.js';
import { moveTask } from './move-task.js';

/**
 * Gives a task that was just opened to whoever suits it best, where the desk is set to do so; the event says
 * why them and not the others. Where nobody may have it, it stays open to all.
 */
export async function autoAssign(tx: Tx, docket: Docket, taskId: string): Promise<void> {
  const task = docket.tasks.find(({ id }) => id === taskId);
  if (task?.status !== 'open' || !assignedStages.includes(task.stage)) return;
  if (!(await readsAutoAssign(tx))) return;
  const need = await readNeed(tx, docket, task);
  const { chosen, ...grounds } = chooseMember(need, await lockCandidates(tx, assignedRole));
  if (chosen) await moveTask(tx, docket, task, { event: 'assign', assignee: chosen, grounds }, system);
}
