/** PURE: nobody stands on both sides of one verdict: whoever wrote on it does not decide on it, and the other way round. */
import type { Refusal } from '../access/rules.js';
import type { Stage } from './lifecycle.js';

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
