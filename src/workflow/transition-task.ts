/** PURE: what somebody asks of a review task. */
import { isSystem, type Actor } from '../domain/access/rules.js';
import { ownValue } from '../domain/own-value.js';
import { notThere, unknownReference, type Refusal } from '../domain/problem/refusal.js';
import { begin, andThen, type Change, type Decision } from './change.js';
import type { TaskCommand } from './commands.js';
import type { DocketQuery, Docket } from './docket.js';
import { moveTask, type TaskAction } from './move-task.js';
import { prioritize } from './prioritize.js';
import { refuseOverLimit, refuseAssignment } from '../domain/task/refuse-assignment.js';

/** What `transitionTask` decides on. */
export const docketForTaskMove = (task: string, command: TaskCommand, actor: Actor): DocketQuery => ({
  task,
  ...(command.event === 'assign' && { members: [command.assignee], drafts: true }),
  ...(command.event === 'release' && { drafts: true }),
  ...(command.event === 'take' && !isSystem(actor) && { members: [actor.memberId] }),
});

export function transitionTask(docket: Docket, taskId: string, command: TaskCommand, actor: Actor): Decision {
  if (command.event === 'prioritize') return prioritize(docket, taskId, command, actor);
  const change = begin(docket);
  if (command.event === 'assign') return assignTask(change, taskId, command, actor);
  const moved = moveTask(change, taskId, command, actor);
  if (command.event !== 'take') return moved;
  return andThen(
    moved,
    (taken) => refuseTake(docket, actor) ?? taken,
    (taken) => (command.start ? moveTask(taken, taskId, { event: 'start' }, actor) : taken),
  );
}

/** Why this actor can take no task, whichever. Who takes one by name is at work, away or not; the limit holds all the same. */
export function refuseTake(docket: Docket, actor: Actor): Refusal | undefined {
  const load = isSystem(actor) ? undefined : docket.members[actor.memberId];
  return load && refuseOverLimit(load);
}

function assignTask(
  change: Change,
  taskId: string,
  { event, assignee: name, note, override = false }: Extract<TaskCommand, { event: 'assign' }>,
  actor: Actor,
): Decision {
  const assignee = ownValue(change.docket.members, name);
  if (!assignee) return unknownReference(notThere('/assignee', 'member', name));
  const move: TaskAction = { event, assignee, note, ...(override && { grounds: { override } }) };
  const held = change.docket.tasks.find(({ id }) => id === taskId)?.assigneeId === assignee.id;
  return andThen(
    moveTask(change, taskId, move, actor),
    // Last, so that who may not assign at all is told that, and nothing about the other's work.
    (moved) => (override ? moved : (refuseAssignment(assignee, held) ?? moved)),
  );
}
