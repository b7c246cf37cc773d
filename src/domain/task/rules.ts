/** PURE: who may move a review task, and in words why somebody may not. */
import { holdersOf, isSystem, may, type Actor } from '../access/rules.js';
import { refuseUnlessAny, type Refusal } from '../problem/refusal.js';
import { refuseLastDecider, refuseSide, sideOf, type Independence } from './side.js';
import type { ListedMove } from '../listed-move.js';
import {
  peoplesTaskMoves,
  stagePermission,
  taskTable,
  writesVerdict,
  type PeoplesTaskMove,
  type Stage,
  type TaskMoveName,
  type TaskMove,
  type TaskMover,
  type TaskStatus,
} from './lifecycle.js';

/** The task, and who stands where on the verdict it is about. */
export interface TaskFacts extends Independence {
  stage: Stage;
  status: TaskStatus;
  assigneeId: string | null;
  /** Its clock and its lease stand still. */
  paused: boolean;
}

type TaskJudgment = { move: TaskMove; refusal?: never } | { move?: never; refusal: Refusal };

/** Whether this actor may make this move of the task now. */
export function judgeTaskMove(facts: TaskFacts, event: TaskMoveName, actor: Actor): TaskJudgment {
  const move = taskTable[facts.status][event];
  if (!move) return { refusal: noSuchMove(facts.status, event) };
  const refusal =
    refuseUnlessAny(move.by, (mover) => refuse(mover, facts, actor)) ??
    refuseWork(facts, event, actor) ??
    refusePause(facts, event);
  return refusal ? { refusal } : { move };
}

/** Every move people can make from here, for this actor: allowed, or why not. `noMore`: why they can take no task, whichever. */
export function listTaskMoves(
  facts: TaskFacts & { id: string },
  actor: Actor,
  noMore?: Refusal,
): ListedMove<PeoplesTaskMove, TaskStatus>[] {
  return peoplesTaskMoves.flatMap((event): ListedMove<PeoplesTaskMove, TaskStatus>[] => {
    const move = taskTable[facts.status][event];
    if (!move || (event === 'submit' && !writesVerdict(facts.stage))) return [];
    const refusal = judgeTaskMove(facts, event, actor).refusal ?? (event === 'take' ? noMore : undefined);
    const listed = { event, to: move.to, allowed: !refusal, why: refusal?.why ?? null };
    return [event === 'submit' ? { ...listed, elsewhere: { of: 'task', id: facts.id } } : listed];
  });
}

/** Whether this member may hold the task; used for taking, for assigning and for giving back. */
export function refuseHolder(
  facts: Independence & Pick<TaskFacts, 'stage'>,
  member: Pick<Exclude<Actor, { system: true }>, 'personId' | 'role'>,
): Refusal | undefined {
  const permission = stagePermission[facts.stage];
  if (!may(member.role, permission)) {
    return {
      kind: 'forbidden',
      code: 'wrong_role',
      why: `A task of the stage ${facts.stage} is for the roles: ${holdersOf(permission).join(', ')}.`,
    };
  }
  return refuseSide(facts, member.personId, sideOf[facts.stage]);
}

/**
 * A holder for whom the task is not meant can release it, and nothing else. Once a verdict is submitted, somebody has to be left to
 * decide on it: they may have left since it was begun.
 */
function refuseWork(facts: TaskFacts, event: TaskMoveName, actor: Actor): Refusal | undefined {
  if (isSystem(actor) || (event !== 'start' && event !== 'submit')) return undefined;
  const writes = event === 'submit' && sideOf[facts.stage] === 'writing';
  return refuseHolder(facts, actor) ?? (writes ? refuseLastDecider(facts, actor.personId) : undefined);
}

function refusePause({ paused }: TaskFacts, event: TaskMoveName): Refusal | undefined {
  if (paused && (event === 'pause' || event === 'extend')) {
    return {
      kind: 'conflict',
      code: 'paused',
      why: 'Its clock and its lease stand still: unpause it first.',
    };
  }
  if (!paused && event === 'unpause') {
    return { kind: 'conflict', code: 'not_paused', why: 'It is not paused.' };
  }
  return undefined;
}

function noSuchMove(status: TaskStatus, event: TaskMoveName): Refusal {
  const open = Object.keys(taskTable[status]).filter(
    (name) => taskTable[status][name as TaskMoveName]?.by.join() !== 'system',
  );
  const hint = open.length > 0 ? `from there it can: ${open.join(', ')}` : 'nothing more happens to it';
  return {
    kind: 'conflict',
    code: 'illegal_move',
    why: `A task that is ${status} has no move "${event}"; ${hint}.`,
  };
}

function refuse(mover: TaskMover, facts: TaskFacts, actor: Actor): Refusal | undefined {
  if (isSystem(actor)) {
    return mover === 'system'
      ? undefined
      : { kind: 'forbidden', code: 'people_only', why: 'Only a person may do this.' };
  }
  switch (mover) {
    case 'system':
      return { kind: 'forbidden', code: 'system_only', why: 'This follows from what happens to the claim.' };
    case 'editor':
      return actor.role === 'editor'
        ? undefined
        : { kind: 'forbidden', code: 'editors_only', why: 'Only an editor may do this.' };
    case 'assignee':
      return facts.assigneeId === actor.memberId
        ? undefined
        : { kind: 'forbidden', code: 'not_the_holder', why: 'Only whoever holds the task may do this.' };
    case 'anyone':
      return refuseHolder(facts, actor);
  }
}
