/** PURE: a text that was changed in two places, merged by words. An Arabic letter stays with its vowel marks. */
import { diff3Merge } from 'node-diff3';

export interface MergedText {
  /** With my words where both changed the same. */
  text: string;
  conflict?: { mine: string; theirs: string; both: string };
}

/** The language makes no difference to where words end in the scripts that are written here. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
const wordsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || base === theirs) return { text: mine };
  if (base === mine) return { text: theirs };
  const regions = diff3Merge(wordsOf(mine), wordsOf(base), wordsOf(theirs), { excludeFalseConflicts: true });
  const write = (choose: (conflict: { a: string[]; b: string[] }) => string): string =>
    regions.map(({ ok, conflict }) => ok?.join('') ?? (conflict ? choose(conflict) : '')).join('');
  const text = write(({ a }) => a.join(''));
  if (!regions.some(({ conflict }) => conflict)) return { text };
  return {
    text,
    conflict: {
      mine: text,
      theirs: write(({ b }) => b.join('')),
      both: write(({ a, b }) => [a.join(''), b.join('')].filter((part) => part !== '').join(' ')),
    },
  };
}
