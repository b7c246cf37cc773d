/** Opens the task that a claim's status owes. */
import { system } from '../domain/access/rules.js';
import { owedStage } from '../domain/claim/lifecycle.js';
import type { Json, Tx } from '../platform/db/client.js';
import { appendEvents } from './events/events.repository.js';
import { nextCheck } from '../domain/task/clock.js';
import { refuseHolder } from '../domain/task/rules.js';
import { insertTask, lastTask, readClock, type Docket } from './docket.repository.js';
import { moveClaim } from './move-claim.js';
import { openTimes } from './run-clock.js';

/**
 * Does nothing where nothing is owed or the task is there already, so that the job behind it may come late,
 * twice or out of order. A verdict that was returned or withdrawn goes back to whoever wrote it, text and
 * all; a task that expired leaves its draft to the next one.
 */
export async function openOwedTask(tx: Tx, docket: Docket): Promise<string | undefined> {
  const stage = owedStage[docket.status];
  if (!stage || docket.tasks.some((task) => task.stage === stage)) return undefined;
  const last = await lastTask(tx, docket.id, stage);
  const lastVerdict = last?.verdicts[0]?.status;
  const goesBack = last?.status === 'done' && (lastVerdict === 'returned' || lastVerdict === 'withdrawn');
  const author = goesBack ? last.assignee : null;
  const mayGoOn =
    author?.active && !refuseHolder({ ...docket, stage }, { memberId: author.id, role: author.role });
  const holder = mayGoOn ? author : null;
  // Nobody to go back to: the review is open to all again.
  if (!holder && docket.status === 'in_review') await moveClaim(tx, docket, { event: 'release' }, system);

  const round = (last?.round ?? 0) + 1;
  const keepsDraft = last?.draft && (goesBack || last.status === 'expired');
  const now = await readClock(tx);
  const status = holder ? 'in_progress' : 'open';
  const times = await openTimes(tx, { stage, status, priority: docket.priority, now });
  const id = await insertTask(tx, {
    claimId: docket.id,
    stage,
    round,
    priority: docket.priority,
    status,
    openedAt: now,
    ...times,
    ...(holder && { assigneeId: holder.id, takenAt: now }),
    ...(keepsDraft && { draft: last.draft as Json, draftVersion: 1 }),
  });
  await appendEvents(tx, system, [
    {
      type: 'task.opened',
      subject: { type: 'task', id },
      claimId: docket.id,
      data: {
        stage,
        round,
        status,
        priority: docket.priority,
        checkAt: nextCheck(times)?.toISOString() ?? null,
        ...(holder && { assignee: holder.ref }),
      },
    },
  ]);
  return id;
}
