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
  /(^|\s)$/u.test(one) || /^(\s|$)/u.test(other) ? one + other : `${one} ${other}`;

/** Words with the blanks before them; where the same come too often to be put in order in a moment, sentences; or all as one. */
function partsOf(texts: readonly [string, string, string]): Three {
  for (const granularity of ['word', 'sentence'] as const) {
    const found = texts.map((text) => split(text, granularity)) as unknown as Three;
    if (isQuick(parted(found)[1])) return found;
  }
  return texts.map((text) => [text]) as unknown as Three;
}

/** The language makes no difference to where words end in the scripts that are written here. */
function split(text: string, granularity: 'word' | 'sentence'): string[] {
  const found: string[] = [];
  let blanks = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity }).segment(text)) {
    blanks += segment;
    if (!segment.trim()) continue;
    found.push(blanks);
    blanks = '';
  }
  return blanks ? [...found, blanks] : found;
}

/** What all three begin with, what is between, and what all three end with. */
function parted(texts: Three): [before: readonly string[], Three, after: readonly string[]] {
  const [mine] = texts;
  const shortest = Math.min(...texts.map(({ length }) => length));
  const isAlike = (at: number): boolean => texts.every((parts) => parts.at(at) === mine.at(at));
  let start = 0;
  while (start < shortest && isAlike(start)) start++;
  let end = 0;
  while (end < shortest - start && isAlike(-1 - end)) end++;
  const between = texts.map((parts) => parts.slice(start, parts.length - end)) as unknown as Three;
  return [mine.slice(0, start), between, mine.slice(mine.length - end)];
}

/** Pairs of the same part in two texts, which is what it takes to put them in order: up to so many, a moment. */
const mostPairs = 300_000;

function isQuick([mine, base, theirs]: Three): boolean {
  const often = new Map<string, number>();
  for (const part of base) often.set(part, (often.get(part) ?? 0) + 1);
  return [...mine, ...theirs].reduce((sum, part) => sum + (often.get(part) ?? 0), 0) <= mostPairs;
}
