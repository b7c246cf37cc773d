/** PURE: which decision is being made, and on which edition. */

export type Decided = 'approve' | 'confirm' | 'return' | 'withdraw';

/** Why verdicts are often sent back; each is a sentence that can be changed. */
export const quickReasons = ['evidence', 'otherSide', 'reply', 'rating', 'words', 'languages'] as const;

/** Behind what was written already, on a line of its own. */
export const behind = (note: string, reason: string): string => (note.trim() === '' ? reason : `\n${reason}`);

/** A decision that was begun on the edition with this digest. */
export interface Asked {
  event: Decided | 'break_glass';
  digest: string;
}

/** How this member approves: out of turn only where somebody else holds the approval. */
export function approvalBy(moves: readonly { event: string; allowed: boolean }[]): 'approve' | 'break_glass' {
  const isAllowed = (event: string): boolean => moves.some((one) => one.event === event && one.allowed);
  return !isAllowed('approve') && isAllowed('break_glass') ? 'break_glass' : 'approve';
}

/** What goes back to its writer may be decided on whatever the edition is by now. */
export const isOfAnyEdition = ({ event }: Pick<Asked, 'event'>): boolean =>
  event === 'return' || event === 'withdraw';

/** What is agreed to is what was read: of another edition than that it has to be asked for anew. */
export const isStillAsked = (asked: Asked | undefined, digest: string): asked is Asked =>
  asked !== undefined && (isOfAnyEdition(asked) || asked.digest === digest);
