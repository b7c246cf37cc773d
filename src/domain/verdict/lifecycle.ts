/** PURE: the life of a verdict, and which moves of it people make. */
import { isSystem, may, type Actor, type Party, type system } from '../access/rules.js';
import { refusalOf, type Refusal } from '../problem/refusal.js';
import { isLive } from '../task/lifecycle.js';
import { refuseSide } from '../task/side.js';
import { judgeClaimMove, type ClaimFacts } from '../claim/rules.js';
import type { ListedMove } from '../listed-move.js';

export const verdictStatuses = [
  'submitted',
  'refused',
  'proposed',
  'returned',
  'withdrawn',
  'published',
  'superseded',
  'retracted',
] as const;
export type VerdictStatus = (typeof verdictStatuses)[number];

/** Whether a verdict was submitted and nobody has decided on it: what would be published is written by then, recorded or not. */
export const isUndecided = (status: unknown): boolean => status === 'submitted' || status === 'proposed';

export const verdictMoveNames = [
  'approve',
  'return',
  'withdraw',
  'break_glass',
  'confirm',
  'retract',
] as const;
export type VerdictMoveName = (typeof verdictMoveNames)[number];

/** Moves by people; all others follow from what happens to the claim, or are a worker's. */
export const verdictTable: Readonly<
  Record<VerdictStatus, Readonly<Partial<Record<VerdictMoveName, VerdictStatus>>>>
> = {
  submitted: {},
  refused: {},
  proposed: {
    approve: 'published',
    return: 'returned',
    withdraw: 'withdrawn',
    break_glass: 'proposed',
    confirm: 'published',
  },
  returned: {},
  withdrawn: {},
  published: { retract: 'retracted' },
  superseded: {},
  retracted: {},
};

/** The verdict, and what is known of its claim. */
export interface VerdictFacts {
  status: VerdictStatus;
  claim: ClaimFacts & { id: string };
  /** A decision out of turn that waits for its second person: the members of both, as they are now. */
  glassBreak: { by: Decider; second: Decider } | null;
  /** That is about what would be published at this moment, and both may still publish it. */
  isBroken: boolean;
}

/** Somebody who takes part in a decision. */
type Decider = Omit<Party, 'memberId'> & { id: string; active: boolean };

/** Why this actor may not make this move now; undefined where they may. */
export function refuseVerdictMove(
  { status, claim, glassBreak, isBroken }: VerdictFacts,
  event: VerdictMoveName,
  actor: Actor,
): Refusal | undefined {
  if (verdictTable[status][event] === undefined) {
    return {
      kind: 'conflict',
      code: 'illegal_move',
      why: `The verdict is ${status}: there is nothing to decide.`,
    };
  }
  if (event === 'confirm') return refuseConfirmation(claim, glassBreak, actor);
  if (event === 'break_glass')
    return (
      refuseOutOfTurn(claim, actor) ??
      (isBroken ? brokenAlready : isHeldByAnother(claim, actor) ? undefined : heldByNobody)
    );
  return judgeClaimMove(claim, event, actor).refusal;
}

/** Whoever holds the approval does not stand in the way: that is what the glass is broken for. */
function refuseOutOfTurn(claim: ClaimFacts, actor: Party | typeof system): Refusal | undefined {
  const released = claim.tasks.map((task) => ({ ...task, assigneeId: null }));
  return judgeClaimMove({ ...claim, tasks: released }, 'approve', actor).refusal;
}

/** Without a holder, or for the holder themselves, there is a decision in turn. */
const isHeldByAnother = ({ tasks }: ClaimFacts, actor: Actor): boolean =>
  tasks.some(
    ({ stage, status, assigneeId }) =>
      stage === 'approval' &&
      isLive(status) &&
      assigneeId !== null &&
      (isSystem(actor) || assigneeId !== actor.memberId),
  );

const heldByNobody: Refusal = {
  kind: 'conflict',
  code: 'held_by_nobody_else',
  why: 'Nobody else holds the approval: decide on it in turn.',
};

const brokenAlready: Refusal = {
  kind: 'conflict',
  code: 'glass_broken_already',
  why: 'The glass is broken for this edition already, and waits for its second person: it is not broken anew before it lapses, or the edition changes.',
};

/** The second person says with their own key that it shall be so; both are judged as they are now. */
function refuseConfirmation(
  claim: ClaimFacts,
  glassBreak: VerdictFacts['glassBreak'],
  actor: Actor,
): Refusal | undefined {
  if (!glassBreak) {
    const why = 'Nobody has broken the glass for this verdict, or it was too long ago.';
    return { kind: 'conflict', code: 'nothing_to_confirm', why };
  }
  const { by, second } = glassBreak;
  if (isSystem(actor) || actor.memberId !== second.id) return refusalOf('forbidden', 'not_the_second');
  // What lets the second one in may be a moment old: neither is judged by it.
  if (!by.active || !second.active || !may(second.role, 'check'))
    return refusalOf('conflict', 'decider_inactive');
  return refuseSide(claim, actor.personId, 'deciding') ?? refuseOutOfTurn(claim, asParty(by));
}

/** Somebody as they would act themselves. */
export const asParty = ({ id: memberId, personId, role }: Decider): Party => ({ memberId, personId, role });

/** Every move people can make from here, for this actor: allowed, or why not. */
export const listVerdictMoves = (
  facts: VerdictFacts,
  actor: Actor,
): ListedMove<VerdictMoveName, VerdictStatus>[] =>
  (Object.entries(verdictTable[facts.status]) as [VerdictMoveName, VerdictStatus][]).map(([event, to]) => {
    const refusal = refuseVerdictMove(facts, event, actor);
    return {
      event,
      to,
      allowed: !refusal,
      why: refusal?.why ?? null,
      ...(event === 'retract' && { elsewhere: { of: 'claim', id: facts.claim.id } as const }),
    };
  });
