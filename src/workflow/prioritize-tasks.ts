import type { Actor } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { nextCheck } from '../domain/task/clock.js';
import { lockDocket, setTask, type Docket, type LiveTask } from './docket.repository.js';
import { lostRace } from './move-claim.js';
import { timesByPriority } from './run-clock.js';

/**
 * The tasks under way go by the priority of their claim, and the clocks that run for them by the policy for
 * it, from when they began: what has become urgent late may be overdue at once.
 */
export async function prioritizeTasks(
  tx: Tx,
  { id: claimId, tasks }: Pick<Docket, 'id' | 'tasks'>,
  { priority, note }: { priority: LiveTask['priority']; note?: string | undefined },
  actor: Actor,
): Promise<void> {
  for (const task of tasks) {
    if (task.priority === priority) continue;
    const times = await timesByPriority(tx, task, priority);
    const set = await setTask(tx, task.id, task.status, { status: task.status, priority, ...times });
    if (!set) throw lostRace();
    await appendEvents(tx, actor, [
      {
        type: 'task.prioritized',
        subject: { type: 'task', id: task.id },
        claimId,
        data: {
          stage: task.stage,
          round: task.round,
          from: task.priority,
          to: priority,
          checkAt: nextCheck({ ...task, ...times })?.toISOString() ?? null,
          ...(note !== undefined && { note }),
        },
      },
    ]);
  }
}

/** The same for a claim that is not locked yet. */
export async function prioritizeTasksOf(
  tx: Tx,
  claimId: string,
  priority: LiveTask['priority'],
  actor: Actor,
): Promise<void> {
  const docket = await lockDocket(tx, claimId);
  if (docket) await prioritizeTasks(tx, docket, { priority }, actor);
}
