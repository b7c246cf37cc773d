/** PURE: who may move a claim, and in words why somebody may not. */
import { isSystem, type Party, type system } from '../access/rules.js';
import { refuseUnlessAny, type Refusal } from '../problem/refusal.js';
import type { ProblemCode } from '../problem/codes.js';
import { isWriter, refuseSide, type Independence } from '../task/side.js';
import type { Elsewhere, ListedMove } from '../listed-move.js';
import { isLive, type Stage, type TaskStatus } from '../task/lifecycle.js';
import {
  claimMove,
  claimTable,
  movesAt,
  owedStage,
  type ClaimMoveName,
  type ClaimStatus,
  type Move,
  type Mover,
} from './lifecycle.js';

/** What the rules look at: the claim, and who stands where on the verdict it is on its way to. */
export interface ClaimFacts extends Independence {
  status: ClaimStatus;
  /** A revision of the verdict is published, whatever is being worked on beside it. */
  hasPublished: boolean;
  tasks: readonly { id: string; stage: Stage; status: TaskStatus; assigneeId: string | null }[];
  /** The verdict that awaits approval. */
  proposal: { id: string; authorId: string } | null;
}

type Judgment = { move: Move; refusal?: never } | { move?: never; refusal: Refusal };

/** Whether this actor may make this move now. */
export function judgeClaimMove(
  facts: ClaimFacts,
  event: ClaimMoveName,
  actor: Party | typeof system,
): Judgment {
  const move = claimMove(facts.status, event, facts.hasPublished);
  if (!move) return { refusal: noSuchMove(facts.status, event) };
  if (event === 'release' && owedTask(facts)?.status === 'submitted') return { refusal: underWay };
  const refusal =
    refuseUnlessAny(move.by, (mover) => refuse(mover, facts, actor)) ?? refuseNote(facts, event, actor);
  return refusal ? { refusal } : { move };
}

/** Every move the table has from here, for this actor: allowed, or why not. */
export function listClaimMoves(
  facts: ClaimFacts,
  actor: Party | typeof system,
): ListedMove<ClaimMoveName, ClaimStatus>[] {
  return (Object.keys(claimTable[facts.status]) as ClaimMoveName[]).flatMap((event) => {
    const move = claimMove(facts.status, event, facts.hasPublished);
    if (!move) return [];
    const { refusal } = judgeClaimMove(facts, event, actor);
    const elsewhere = placeOf(facts, event);
    const listed = { event, to: move.to, allowed: !refusal, why: refusal?.why ?? null };
    return [{ ...listed, ...(elsewhere && { elsewhere }) }];
  });
}

/** The moves of a claim that are made on its verdict, or follow from submitting one. */
export const claimEventsElsewhere = [
  'approve',
  'return',
  'withdraw',
  'record',
] as const satisfies readonly ClaimMoveName[];

function placeOf(facts: ClaimFacts, event: ClaimMoveName): Elsewhere | undefined {
  if (!(claimEventsElsewhere as readonly ClaimMoveName[]).includes(event)) return undefined;
  if (event !== 'record') return facts.proposal ? { of: 'verdict', id: facts.proposal.id } : undefined;
  const task = owedTask(facts);
  return task && { of: 'task', id: task.id };
}

function noSuchMove(status: ClaimStatus, event: ClaimMoveName): Refusal {
  const open = (Object.keys(claimTable[status]) as ClaimMoveName[]).filter((name) =>
    movesAt(status, name).some(({ by }) => by.join() !== 'system'),
  );
  const hint =
    movesAt(status, event).length > 0 ? 'not in its present status' : `from there it can: ${open.join(', ')}`;
  return {
    kind: 'conflict',
    code: 'illegal_move',
    why: `A claim that is ${status} has no move "${event}"; ${hint}.`,
  };
}

const underWay: Refusal = {
  kind: 'conflict',
  code: 'verdict_under_way',
  why: 'Its verdict was submitted and is about to be recorded: withdraw the verdict afterwards.',
};

const notTheAuthor: Refusal = {
  kind: 'forbidden',
  code: 'not_the_author',
  why: 'Only the author of the verdict may do this, or an editor who wrote some of what would be published.',
};

const forbidden = (code: ProblemCode, why: string): Refusal => ({ kind: 'forbidden', code, why });

function refuse(mover: Mover, facts: ClaimFacts, actor: Party | typeof system): Refusal | undefined {
  if (isSystem(actor)) {
    return mover === 'system' ? undefined : forbidden('people_only', 'Only a person may do this.');
  }
  const isAuthor = facts.proposal?.authorId === actor.memberId;
  switch (mover) {
    case 'system':
      return forbidden('system_only', 'A worker does this once a verdict is submitted.');
    case 'editor':
      return actor.role === 'editor' ? undefined : forbidden('editors_only', 'Only an editor may do this.');
    case 'holder':
      return owedTask(facts)?.assigneeId === actor.memberId
        ? undefined
        : forbidden('not_the_holder', 'Only whoever holds the task may do this: take the task first.');
    case 'author':
      return isAuthor ? undefined : notTheAuthor;
    case 'writing_editor':
      // So nothing lies there for good where the author has left and no editor is free to decide.
      return actor.role === 'editor' && isWriter(facts, actor.personId) ? undefined : notTheAuthor;
    case 'other_editor':
      return refuseDecision(facts, actor);
  }
}

/** Two pairs of eyes: the second pair is an editor's, wrote nothing of it, and is the one that holds the task. */
function refuseDecision(facts: ClaimFacts, actor: Party): Refusal | undefined {
  const ownVerdict = refuseSide(facts, actor.personId, 'deciding');
  if (ownVerdict) return ownVerdict;
  if (actor.role !== 'editor') {
    return forbidden('editors_only', 'Only an editor may decide on a verdict.');
  }
  const holder = owedTask(facts)?.assigneeId;
  if (holder && holder !== actor.memberId) {
    return {
      kind: 'conflict',
      code: 'held_by_another',
      why: 'Another editor holds the approval task: ask for its release or have it assigned to you.',
    };
  }
  return undefined;
}

/** Whoever begins a correction writes the note that is published with it. */
const refuseNote = (
  facts: ClaimFacts,
  event: ClaimMoveName,
  actor: Party | typeof system,
): Refusal | undefined =>
  event === 'correct' && !isSystem(actor) ? refuseSide(facts, actor.personId, 'writing') : undefined;

const owedTask = ({ status, tasks }: ClaimFacts) =>
  tasks.find(({ stage, status: at }) => stage === owedStage[status] && isLive(at));
