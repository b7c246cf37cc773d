/** What time brings: a clock speaks, a lease runs out. Whoever comes second finds it done. */
import { system } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { dueMarks, hasLapsed, nextCheck, type Mark } from '../domain/task/clock.js';
import { lockTask, readClock, readDocket, setTask, type Docket, type LiveTask } from './docket.repository.js';
import { lostRace } from './move-claim.js';
import { moveTask } from './move-task.js';
import { openOwedTask } from './open-task.js';

const columns = { reminded: 'remindedAt', overdue: 'overdueAt', escalated: 'escalatedAt' } as const;

/** Says everything that is due on a task by now, on the locked docket; a task that has ended says nothing. */
export async function fireDue(tx: Tx, docket: Docket, taskId: string): Promise<void> {
  const task = await lockTask(tx, taskId);
  if (!task) return;
  const now = await readClock(tx);
  let after = task;
  for (const mark of dueMarks(task, now)) {
    after = { ...after, [columns[mark]]: now };
    await print(tx, docket, after, mark, now);
  }
  if (!hasLapsed(task, now)) return;
  await moveTask(tx, docket, after, { event: 'expire' }, system);
  const left = await readDocket(tx, docket.id);
  if (left) await openOwedTask(tx, left);
}

async function print(tx: Tx, docket: Docket, task: LiveTask, mark: Mark, now: Date): Promise<void> {
  const set = await setTask(tx, task.id, task.status, { status: task.status, [columns[mark]]: now });
  if (!set) throw lostRace();
  await appendEvents(tx, system, [
    {
      type: `task.${mark}`,
      subject: { type: 'task', id: task.id },
      claimId: docket.id,
      data: {
        stage: task.stage,
        round: task.round,
        status: task.status,
        clock: task.clock,
        dueAt: task.dueAt?.toISOString() ?? null,
        holder: task.assignee?.ref ?? null,
        since: (task.takenAt ?? task.clockFrom)?.toISOString() ?? null,
        checkAt: nextCheck(task)?.toISOString() ?? null,
      },
    },
  ]);
}
