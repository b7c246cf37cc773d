/** PURE: a text that was changed in two places, merged by words. An Arabic letter stays with its vowel marks. */
import { diff3Merge } from 'node-diff3';

export interface MergedText {
  /** With my words where both changed the same. */
  text: string;
  conflict?: { mine: string; theirs: string; both: string };
}

type Three = readonly [mine: readonly string[], base: readonly string[], theirs: readonly string[]];

export function mergeTexts(base: string, mine: string, theirs: string): MergedText {
  if (mine === theirs || base === theirs) return { text: mine };
  if (base === mine) return { text: theirs };
  const [before, [ours, was, others], after] = parted(partsOf([mine, base, theirs]));
  const regions = diff3Merge([...ours], [...was], [...others], { excludeFalseConflicts: true });
  const write = (choose: (conflict: { a: string[]; b: string[] }) => string): string =>
    before.join('') +
    regions.map(({ ok, conflict }) => ok?.join('') ?? (conflict ? choose(conflict) : '')).join('') +
    after.join('');
  const text = write(({ a }) => a.join(''));
  if (!regions.some(({ conflict }) => conflict)) return { text };
  return {
    text,
    conflict: {
      mine: text,
      theirs: write(({ b }) => b.join('')),
      both: write(({ a, b }) => spaced(a.join(''), b.join(''))),
    },
  };
}

const spaced = (one: string, other: string): string =>
  one === '' || other === '' || /\s$/u.test(one) || /^\s/u.test(other) ? one + other : `${one} ${other}`;

/** Words with the blanks before them; where the same come too often to be put in order in a moment, sentences; or all as one. */
function partsOf(texts: readonly [string, string, string]): Three {
  const split = (parts: (text: string) => string[]): Three => [
    parts(texts[0]),
    parts(texts[1]),
    parts(texts[2]),
  ];
  for (const parts of [wordsOf, sentencesOf]) {
    const found = split(parts);
    if (isQuick(parted(found)[1])) return found;
  }
  return split((text) => [text]);
}

/** The language makes no difference to where words end in the scripts that are written here. */
const segmentersOf = (granularity: 'word' | 'sentence') => new Intl.Segmenter('und', { granularity });
const [words, sentences] = [segmentersOf('word'), segmentersOf('sentence')];
const sentencesOf = (text: string): string[] => Array.from(sentences.segment(text), ({ segment }) => segment);

function wordsOf(text: string): string[] {
  const found: string[] = [];
  let blanks = '';
  for (const { segment } of words.segment(text)) {
    if (segment.trim() === '') blanks += segment;
    else {
      found.push(blanks + segment);
      blanks = '';
    }
  }
  return blanks === '' ? found : [...found, blanks];
}

/** What all three begin with, what is between, and what all three end with. */
function parted([mine, base, theirs]: Three): [before: readonly string[], Three, after: readonly string[]] {
  const shortest = Math.min(mine.length, base.length, theirs.length);
  const alike = (at: (parts: readonly string[]) => string | undefined): boolean =>
    at(mine) === at(base) && at(base) === at(theirs);
  let start = 0;
  while (start < shortest && alike((parts) => parts[start])) start++;
  let end = 0;
  while (end < shortest - start && alike((parts) => parts.at(-1 - end))) end++;
  const between = (parts: readonly string[]): readonly string[] => parts.slice(start, parts.length - end);
  return [
    base.slice(0, start),
    [between(mine), between(base), between(theirs)],
    base.slice(base.length - end),
  ];
}

/** Pairs of the same part in two texts, which is what it takes to put them in order: up to so many, a moment. */
const mostPairs = 300_000;

function isQuick([mine, base, theirs]: Three): boolean {
  const often = countParts(base);
  const pairs = (parts: readonly string[]): number =>
    parts.reduce((sum, part) => sum + (often.get(part) ?? 0), 0);
  return pairs(mine) + pairs(theirs) <= mostPairs;
}

function countParts(parts: readonly string[]): ReadonlyMap<string, number> {
  const often = new Map<string, number>();
  for (const part of parts) often.set(part, (often.get(part) ?? 0) + 1);
  return often;
}
