/** PURE: what a search on the public index asks for; `listIndex` in page.repository.ts finds it. */
import { searchWords } from '../../domain/text/search-words.js';

const mostWords = 8;
/** The index of words knows parts of three letters. */
const shortestWord = 3;

export interface Search {
  words: readonly string[];
  /** How the claim may be called, where all words are too short for anything else. */
  refs: readonly string[];
}

/** As far as an index answers them. */
export function searchFor(text: string): Search {
  const words = searchWords(text);
  const long = words.filter((word) => Array.from(word).length >= shortestWord).slice(0, mostWords);
  if (long.length > 0 || words.length === 0) return { words: long, refs: [] };
  const ref = text.trim();
  return { words: [], refs: [ref, ref.toUpperCase()] };
}
