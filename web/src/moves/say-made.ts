/** PURE: what was done, said in the past; a move that has no words of its own is named. */
import type { Words } from '../language/words.js';

/** `of`: the ref of the claim, where the move is of one or of its verdict. */
export const sayMade = (
  words: Words,
  move: { what: 'claim' | 'verdict' | 'notice' | 'asked'; event: string; of?: string },
): string =>
  words.find(`made.${move.what}.${move.event}`, { of: move.of ?? '' }) ??
  words('moves.done', { move: words.known('move.', move.event) });
