/** PURE: the one way a review task changes its status; a review task takes its claim along where the table says so. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import type { Refusal } from '../domain/problem/refusal.js';
import { toSeal } from '../domain/event/sealed-data.js';
import { nextCheck } from '../domain/task/clock.js';
import { isLive, type TaskMove, type TaskMoveName } from '../domain/task/lifecycle.js';
import { judgeTaskMove, refuseHolder } from '../domain/task/rules.js';
import { addEvents, setDraft, setTask, andThen, type Change, type Decision } from './change.js';
import type { Docket } from './docket.js';
import { taskFactsOf } from './docket-facts.js';
import type { DocketTask, Member } from './docket-task.js';
import { moveClaim } from './move-claim.js';
import { timeless, timesAfter } from './task-times.js';

export interface TaskAction {
  /** Another priority is another kind of move: prioritize.ts. */
  event: Exclude<TaskMoveName, 'prioritize'>;
  /** For `assign`: who is to hold it. */
  assignee?: Member;
  /** For `assign`: what the choice rests on; told in the event. */
  grounds?: object;
  note?: string | undefined;
  /** For `pause`: what is waited for. */
  reason?: string | undefined;
  /** What the holder has written so far, where the move brings it. */
  draft?: object;
}

type Judged =
  { task: DocketTask; step: TaskMove; refusal?: never } | { task?: never; step?: never; refusal: Refusal };

/** The task, where it is under way and this actor may make this move of it. */
export function judgeLiveTask(docket: Docket, taskId: string, event: TaskMoveName, actor: Actor): Judged {
  const task = docket.tasks.find(({ id }) => id === taskId);
  if (!task || !isLive(task.status)) return { refusal: taskEnded };
  const { move: step, refusal } = judgeTaskMove(taskFactsOf(docket, task), event, actor);
  return refusal ? { refusal } : { task, step };
}

/** Moves a live task as one step of a change. */
export function moveTask(change: Change, taskId: string, move: TaskAction, actor: Actor): Decision {
  const { docket } = change;
  const { task, step, refusal } = judgeLiveTask(docket, taskId, move.event, actor);
  if (refusal) return refusal;
  const misplaced = move.assignee && refuseAssignee(docket, task, move.assignee);
  if (misplaced) return misplaced;
  const { event, reason, draft } = move;
  const { to } = step;
  const times = isLive(to) ? timesAfter(docket, task, { event, to, reason }) : timeless;
  return andThen(
    // The claim first: whether it may move is judged by who holds the task before the move.
    step.claim && task.stage === 'review' ? moveClaim(change, { event: step.claim }, actor) : change,
    (so) => setTask(so, taskId, { status: to, ...holding(docket, move, actor), ...times }),
    (so) => (draft ? setDraft(so, taskId, draft) : so),
    (so) =>
      addEvents(so, actor, {
        type: step.eventType,
        subject: { type: 'task', id: taskId },
        data: {
          stage: task.stage,
          round: task.round,
          from: task.status,
          to,
          checkAt: nextCheck(times)?.toISOString() ?? null,
          ...(task.pausedAt && event !== 'unpause' && { pauseEnded: true }),
          ...(reason !== undefined && { reason: toSeal('note', taskId, reason) }),
          ...(move.assignee && { assignee: move.assignee.id, ...move.grounds }),
          ...(move.note !== undefined && { note: toSeal('note', taskId, move.note) }),
          ...(passesOnDraft(task, move) && draftPassedOn(docket, task)),
        },
      }),
  );
}

/** Whether somebody else goes on from what the holder wrote so far. */
const passesOnDraft = (task: DocketTask, { event, assignee }: TaskAction): boolean =>
  event === 'release' ||
  event === 'expire' ||
  (task.holder !== null && assignee?.id !== task.holder.id && event === 'assign');

/** The draft, and whether whoever held it wrote any of it: it may be that of an earlier holder. */
function draftPassedOn({ participants }: Docket, { id, holder, draft }: DocketTask): object {
  const sealed = toSeal('draft', id, draft);
  const wrote =
    sealed && participants.some(({ personId, side }) => personId === holder?.personId && side === 'writing');
  return { holder: holder?.id ?? null, ...(wrote && { wrote }), draft: sealed };
}

export const taskEnded: Refusal = { kind: 'conflict', code: 'illegal_move', why: 'This task has ended.' };

/** Who holds the task after the move, and since when. */
function holding({ now }: Docket, { event, assignee }: TaskAction, actor: Actor): Partial<DocketTask> {
  if (event === 'assign' && assignee) return { assigneeId: assignee.id, holder: assignee, takenAt: now };
  if (event === 'take' && !isSystem(actor)) {
    const { memberId: id, personId, ref, role } = actor;
    return { assigneeId: id, holder: { id, personId, ref, role, active: true }, takenAt: now };
  }
  if (event === 'release') return { assigneeId: null, holder: null, takenAt: null };
  if (event === 'expire') return { closedAt: now };
  return {};
}

/** Why this member cannot be given the task, by anybody. */
export function refuseAssignee(
  docket: Docket,
  task: DocketTask,
  { personId, role, active }: Member,
): Refusal | undefined {
  if (!active) return { kind: 'conflict', code: 'member_inactive', why: 'This member is not active.' };
  const refusal = refuseHolder(taskFactsOf(docket, task), { personId, role });
  return refusal && { kind: 'conflict', code: refusal.code, why: refusal.why };
}
