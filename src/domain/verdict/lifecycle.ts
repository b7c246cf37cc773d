/** PURE: the life of a verdict, and which moves of it people make. */
import type { Actor, Refusal } from '../access/rules.js';
import { judgeClaimMove, type ClaimFacts } from '../claim/rules.js';
import type { ListedMove } from '../elsewhere.js';

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

export const verdictEvents = ['approve', 'return', 'withdraw', 'break_glass', 'retract'] as const;
export type VerdictEvent = (typeof verdictEvents)[number];

/** Moves by people; all others follow from what happens to the claim, or are a worker's. */
export const verdictTable: Readonly<
  Record<VerdictStatus, Readonly<Partial<Record<VerdictEvent, VerdictStatus>>>>
> = {
  submitted: {},
  refused: {},
  proposed: { approve: 'published', return: 'returned', withdraw: 'withdrawn', break_glass: 'published' },
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
}

/** Why this actor may not make this move now; undefined where they may. */
export function refuseVerdictMove(
  { status, claim }: VerdictFacts,
  event: VerdictEvent,
  actor: Actor,
): Refusal | undefined {
  if (verdictTable[status][event] === undefined) {
    return {
      kind: 'conflict',
      code: 'illegal_move',
      why: `The verdict is ${status}: there is nothing to decide.`,
    };
  }
  if (event !== 'break_glass') return judgeClaimMove(claim, event, actor).refusal;
  // Whoever holds the approval does not stand in the way: that is what the glass is broken for.
  const released = claim.tasks.map((task) => ({ ...task, assigneeId: null }));
  return judgeClaimMove({ ...claim, tasks: released }, 'approve', actor).refusal;
}

/** Every move people can make from here, for this actor: allowed, or why not. */
export const listVerdictMoves = (
  facts: VerdictFacts,
  actor: Actor,
): ListedMove<VerdictEvent, VerdictStatus>[] =>
  (Object.entries(verdictTable[facts.status]) as [VerdictEvent, VerdictStatus][]).map(([event, to]) => {
    const refusal = refuseVerdictMove(facts, event, actor);
    return {
      event,
      to,
      allowed: !refusal,
      why: refusal?.why ?? null,
      ...(event === 'retract' && { elsewhere: { of: 'claim', id: facts.claim.id } as const }),
    };
  });
