/** A list of words, folded at level `search`. */
import { foldText } from './fold.js';

export const foldedWords = (lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ').map((word) => foldText(word, 'search'))));
