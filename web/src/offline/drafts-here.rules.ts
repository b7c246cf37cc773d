/** PURE: which drafts of a device are shown where the desk is away, and which comes first. */
import type { DraftHere } from '../drafts/draft-store.js';
import { isOnlyHere } from '../drafts/kept-draft.rules.js';
import { wordsOf } from '../drafts/words-of-draft.rules.js';

/**
 * The task of this address, then what the desk does not have, then what was written last. What holds nothing is left out, and what
 * was only looked at here: it may be somebody else's.
 */
export function inOrderOfNeed(drafts: readonly DraftHere[], shown: string | undefined): DraftHere[] {
  const rank = ({ task, kept }: DraftHere): number => (task === shown ? 2 : isOnlyHere(kept) ? 1 : 0);
  return drafts
    .filter((one) => rank(one) > 0 || isWrittenHere(one))
    .toSorted(
      (one, other) => rank(other) - rank(one) || (other.kept.writtenAt ?? 0) - (one.kept.writtenAt ?? 0),
    );
}

const isWrittenHere = ({ kept }: DraftHere): boolean =>
  kept.writtenAt !== undefined && wordsOf(kept.mine).length > 0;
