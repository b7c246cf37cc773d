/** The one way a review task changes its status; a review task takes its claim along where the table says so. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import type { Tx } from '../platform/db/client.js';
import { Failure } from '../platform/errors.js';
import { appendEvents } from './events/events.repository.js';
import { nextCheck } from '../domain/task/clock.js';
import { isLive, type TaskEvent } from '../domain/task/lifecycle.js';
import { judgeTaskMove, refuseHolder, type TaskFacts } from '../domain/task/rules.js';
import { findMember, readClock, setTask, type Docket, type LiveTask } from './docket.repository.js';
import { lostRace, moveClaim, refuse } from './move-claim.js';
import { timeless, timesAfter } from './run-clock.js';

export interface TaskChange {
  event: TaskEvent;
  /** For `assign`: who is to hold it. */
  assignee?: { id: string; ref: string };
  /** For `assign`: what the choice rests on; told in the event. */
  grounds?: object;
  note?: string | undefined;
  /** For `pause`: what is waited for. */
  reason?: string | undefined;
  /** What the holder has written so far, where the move brings it. */
  draft?: object;
}

export const taskFactsOf = (
  { parts, editors }: Docket,
  { id, stage, status, assigneeId, pausedAt }: LiveTask,
): TaskFacts & { id: string } => ({
  id,
  stage,
  status,
  assigneeId,
  parts,
  editors,
  paused: pausedAt !== null,
});

/** Moves a live task on a locked docket. Throws a Failure where the move is not this actor's to make. */
export async function moveTask(
  tx: Tx,
  docket: Docket,
  task: LiveTask,
  change: TaskChange,
  actor: Actor,
): Promise<void> {
  const { move, refusal } = judgeTaskMove(taskFactsOf(docket, task), change.event, actor);
  if (refusal) refuse(refusal);
  if (change.assignee) await checkAssignee(tx, docket, task, change.assignee.id);
  // The claim first: whether it may move is judged by who holds the task before the move.
  if (move.claim && task.stage === 'review') {
    await moveClaim(tx, docket, { event: move.claim }, actor);
  }
  const now = await readClock(tx);
  const { event, reason } = change;
  const times = isLive(move.to) ? await timesAfter(tx, task, { event, to: move.to, now, reason }) : timeless;
  const set = await setTask(tx, task.id, task.status, {
    status: move.to,
    ...holding(change, actor, now),
    ...times,
    ...(change.draft && { draft: change.draft, draftVersion: { increment: 1 } }),
  });
  if (!set) throw lostRace();
  await appendEvents(tx, actor, [
    {
      type: move.happens,
      subject: { type: 'task', id: task.id },
      claimId: docket.id,
      data: {
        stage: task.stage,
        round: task.round,
        from: task.status,
        to: move.to,
        checkAt: nextCheck(times)?.toISOString() ?? null,
        ...(event === 'expire' && { holder: task.assignee?.ref ?? null }),
        ...(task.pausedAt && event !== 'unpause' && { pauseEnded: true }),
        ...(reason !== undefined && { reason }),
        ...(change.assignee && { assignee: change.assignee.ref, ...change.grounds }),
        ...(change.note !== undefined && { note: change.note }),
      },
    },
  ]);
}

/** Who holds the task after the move, and since when. */
function holding({ event, assignee }: TaskChange, actor: Actor, now: Date) {
  if (event === 'assign' && assignee) return { assigneeId: assignee.id, takenAt: now };
  if (event === 'take' && !isSystem(actor)) return { assigneeId: actor.memberId, takenAt: now };
  if (event === 'release') return { assigneeId: null, takenAt: null };
  if (event === 'expire') return { closedAt: now };
  return {};
}

async function checkAssignee(tx: Tx, docket: Docket, task: LiveTask, memberId: string): Promise<void> {
  const member = await findMember(tx, memberId);
  if (!member?.active) {
    throw new Failure('conflict', 'This member is not active.', { code: 'member_inactive' });
  }
  const refusal = refuseHolder(taskFactsOf(docket, task), { memberId, role: member.role });
  if (refusal) throw new Failure('conflict', refusal.why, { code: refusal.code });
}
