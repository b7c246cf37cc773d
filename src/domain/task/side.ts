/** PURE: nobody stands on both sides of one verdict: whoever wrote on it does not decide on it, and the other way round. */
import type { Refusal } from '../access/rules.js';
import type { EventType } from '../event/types.js';
import type { Stage, TaskStatus } from './lifecycle.js';

export const sides = ['writing', 'deciding'] as const;
export type Side = (typeof sides)[number];

/**
 * Who has had which part in the verdict a claim is on its way to, in all its rounds: wrote or edited it, or
 * words of the draft it came from; returned it, or approved the revision that it corrects. The database keeps
 * these rows (prisma/sql/verdict-sides.sql) and refuses a second side by itself.
 */
export interface Part {
  memberId: string;
  side: Side;
}

/** What the rule looks at. */
export interface Published {
  parts: readonly Part[];
  /** All active editors: whoever has written nothing of the verdict can decide on it. */
  editors: readonly string[];
}

/** The side of whoever holds a task of a stage. Triage has none: there is no verdict yet. */
export const sideOf: Readonly<Record<Stage, Side | null>> = {
  triage: null,
  review: 'writing',
  approval: 'deciding',
  correction: 'writing',
};

/**
 * Who has which part after an event of the claim: each approval is the end of one verdict and the beginning of the
 * next, which corrects it. `approverId`: of the published revision. The trigger `keep_verdict_sides` does the same.
 */
export function sidesAfter(
  parts: readonly Part[],
  { type, actorId, approverId }: { type: EventType; actorId: string | null; approverId: string | null },
): readonly Part[] {
  if (type === 'claim.reopened' || type === 'claim.correction_canceled') {
    return approverId === null ? [] : [{ memberId: approverId, side: 'deciding' }];
  }
  if (actorId === null) return parts;
  switch (type) {
    case 'verdict.submitted':
    case 'verdict.edited':
      return takeSide(parts, actorId, 'writing');
    case 'claim.returned':
      return takeSide(parts, actorId, 'deciding');
    case 'claim.approved':
      return [{ memberId: actorId, side: 'deciding' }];
    default:
      return parts;
  }
}

/** A draft goes on to whoever has the task next, so its words count too. */
export const sideOfDraft = (
  parts: readonly Part[],
  { status, assigneeId }: { status: TaskStatus; assigneeId: string | null },
): readonly Part[] =>
  assigneeId !== null && ['assigned', 'in_progress', 'submitted'].includes(status)
    ? takeSide(parts, assigneeId, 'writing')
    : parts;

const takeSide = (parts: readonly Part[], memberId: string, side: Side): readonly Part[] =>
  parts.some((part) => part.memberId === memberId) ? parts : [...parts, { memberId, side }];

/** Why this member cannot be on that side of the verdict; undefined where they can. */
export function refuseSide(
  { parts, editors }: Published,
  memberId: string,
  wanted: Side | null,
): Refusal | undefined {
  const own = parts.find((part) => part.memberId === memberId)?.side;
  if (wanted === null || own === wanted) return undefined;
  if (own !== undefined) return otherSide[wanted];
  if (wanted === 'deciding' || !editors.includes(memberId)) return undefined;
  const writers = parts.filter(({ side }) => side === 'writing').map((part) => part.memberId);
  const canDecide = editors.some((editor) => editor !== memberId && !writers.includes(editor));
  return canDecide ? undefined : lastDecider;
}

const otherSide: Readonly<Record<Side, Refusal>> = {
  deciding: {
    kind: 'forbidden',
    code: 'own_verdict',
    why: 'Whoever wrote or edited a verdict, in this round or an earlier one, does not decide on it: somebody else must.',
  },
  writing: {
    kind: 'forbidden',
    code: 'own_decision',
    why: 'Whoever returned a verdict, or approved the revision it corrects, does not write on it: somebody else must.',
  },
};

/** Otherwise the verdict would lie there until Isnad has another editor. */
const lastDecider: Refusal = {
  kind: 'conflict',
  code: 'nobody_left_to_decide',
  why: 'No other editor could decide on the verdict then: leave the writing to somebody else.',
};
