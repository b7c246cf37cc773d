/**
 * PURE: where the quote of one version of a text is in the next. Two ways to look must agree, or nothing is said: the
 * versions compared word by word, and the quote looked for with what surrounds it.
 */
import { contextLength } from './anchor.js';
import { indexCodePoints, lengthInCodePoints } from './code-points.js';
import { fold, foldText, unseen, type Folded } from './fold.js';
import { findOccurrences } from './occurrences.js';
import { firstFrom, type QuoteSpan } from './quote-spans.js';
import { alignWords } from './align-words.js';

export const quoteOutcomes = ['kept', 'moved', 'changed', 'lost'] as const;
export type QuoteOutcome = (typeof quoteOutcomes)[number];

type Followed =
  /** `kept`: at the same offsets. `changed`: other words stand between the words that stood around it. */
  ({ outcome: 'kept' | 'moved' | 'changed'; exact: string } & QuoteSpan) | { outcome: 'lost' };

/** Reads both versions once, for all quotes of the first. */
export const createFollower = (before: string, after: string): ((span: QuoteSpan) => Followed) =>
  createFollowers(after)(before);

/** The same for quotes of several versions: the new one is read once. */
export function createFollowers(after: string): (before: string) => (span: QuoteSpan) => Followed {
  const next = readText(after);
  return (before) => {
    const old = readText(before);
    const partners = alignWords(
      old.words.map(({ word }) => word),
      next.words.map(({ word }) => word),
    );
    return (span) => followIn(old, next, partners, span);
  };
}

function followIn(old: Text, next: Text, partners: Int32Array, span: QuoteSpan): Followed {
  const found = comparedSpan(old, next, partners, span);
  const wanted = foldText(sliceOf(old, span), 'verify');
  if (found?.same) {
    const point = onlyPointInContext(old, next, span, wanted);
    if (point === undefined || point !== firstFrom(next.folded.map, found.start)) return { outcome: 'lost' };
    const { start: from, end } = found;
    const outcome = from === span.start && end === span.end ? 'kept' : 'moved';
    return { outcome, start: from, end, exact: sliceOf(next, found) };
  }
  if (!found || wanted === '' || isIn(next.folded.text, wanted)) return { outcome: 'lost' };
  return { outcome: 'changed', start: found.start, end: found.end, exact: sliceOf(next, found) };
}

const isIn = (text: string, wanted: string): boolean => findOccurrences(text, wanted).next().done !== true;

interface Word extends QuoteSpan {
  word: string;
}

interface Text {
  text: string;
  index: ReturnType<typeof indexCodePoints>;
  folded: Folded;
  foldedIndex: ReturnType<typeof indexCodePoints>;
  /** Between blanks, folded; its span in the text. */
  words: Word[];
}

/** What is not seen parts no words. */
const betweenBlanks = /(?:[^\s\u0085]|\uFEFF)+/gu;

function readText(text: string): Text {
  const index = indexCodePoints(text);
  const words = Array.from(text.matchAll(betweenBlanks), ({ 0: word, index: at }) => ({
    word: foldText(word, 'verify'),
    start: index.toPoint(at),
    end: index.toPoint(at + word.length),
  })).filter(({ word }) => word !== '');
  const folded = fold(text, 'verify');
  return { text, index, folded, foldedIndex: indexCodePoints(folded.text), words };
}

const sliceOf = ({ text, index }: Text, { start, end }: QuoteSpan): string =>
  text.slice(index.toUnit(start), index.toUnit(end));

/** What the comparison of words says; a quote may begin and end within a word. */
function comparedSpan(
  old: Text,
  next: Text,
  partners: Int32Array,
  { start, end }: QuoteSpan,
): (QuoteSpan & { same: boolean }) | undefined {
  const first = firstWhere(old.words, (word) => word.end > start);
  const last = firstWhere(old.words, (word) => word.start >= end) - 1;
  const [from, to] = [old.words[first], old.words[last]];
  if (!from || !to || first > last) return undefined;
  const begin = partners[first] ?? -1;
  const isWhole = Array.from({ length: last - first + 1 }, (_, at) => first + at).every(
    (at) => begin !== -1 && partners[at] === begin + at - first,
  );
  if (isWhole) {
    const [head, tail] = [next.words[begin], next.words[begin + last - first]];
    if (!head || !tail) return undefined;
    return { same: true, ...withinWords(old, next, { start, end }, [from, to], [head, tail]) };
  }
  const left = first === 0 ? -1 : (partners[first - 1] ?? -1);
  const right = last === old.words.length - 1 ? next.words.length : (partners[last + 1] ?? -1);
  if ((first > 0 && left === -1) || right === -1 || right - left < 2) return undefined;
  const [head, tail] = [next.words[left + 1], next.words[right - 1]];
  // So many new words are another text.
  if (!head || !tail || right - left - 1 > 2 * (last - first + 1) + 5) return undefined;
  // What stood in the same word outside of the quote, punctuation mostly, stays outside.
  const [lead, trail] = [
    sliceOf(old, { start: from.start, end: start }),
    sliceOf(old, { start: end, end: to.end }),
  ];
  const [leading, trailing] = [
    sliceOf(next, head).startsWith(lead) ? lengthWithMarks(lead, sliceOf(next, head)) : 0,
    sliceOf(next, tail).endsWith(trail) ? lengthInCodePoints(trail) : 0,
  ];
  const span = { start: head.start + leading, end: tail.end - trailing };
  return span.start < span.end ? { same: false, ...span } : undefined;
}

/** A letter is not cut from the marks that it has got. */
const lengthWithMarks = (lead: string, word: string): number =>
  lengthInCodePoints(lead + (lead === '' ? '' : (/^\p{M}*/u.exec(word.slice(lead.length))?.[0] ?? '')));

/**
 * Where what stood within these words stands within the same words of the next version: at the same letters, though marks and
 * what is not seen may have come between them or gone.
 */
function withinWords(
  old: Text,
  next: Text,
  span: QuoteSpan,
  [from, to]: readonly [QuoteSpan, QuoteSpan],
  [head, tail]: readonly [QuoteSpan, QuoteSpan],
): QuoteSpan {
  const asBefore = { start: head.start + (span.start - from.start), end: tail.end - (to.end - span.end) };
  if (asBefore.start < asBefore.end && sliceOf(next, asBefore) === sliceOf(old, span)) return asBefore;
  const pointIn = ({ folded }: Text, at: number): number => firstFrom(folded.map, at);
  const lead = pointIn(old, span.start) - pointIn(old, from.start);
  const trail = pointIn(old, to.end) - pointIn(old, span.end);
  const start = next.folded.map[pointIn(next, head.start) + lead] ?? head.start;
  const end = next.folded.map[pointIn(next, tail.end) - trail] ?? tail.end;
  // What is not seen behind the last letter is no part of it.
  const exact = Array.from(sliceOf(next, { start, end: Math.min(end, tail.end) }));
  const last = exact.findLastIndex((character) => !unseen.test(character));
  return { start, end: start + last + 1 };
}

/** The place of the first word for which it is so, where it is so for all that follow. */
function firstWhere(words: readonly Word[], isSo: (word: Word) => boolean): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word && !isSo(word)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where in the folded text the quote begins, at the one place at which at least half of what surrounds it is the same. */
function onlyPointInContext(old: Text, next: Text, span: QuoteSpan, wanted: string): number | undefined {
  const before = foldText(
    sliceOf(old, { start: Math.max(0, span.start - contextLength), end: span.start }),
    'verify',
  );
  const after = foldText(sliceOf(old, { start: span.end, end: span.end + contextLength }), 'verify');
  const { text } = next.folded;
  const agrees = (unit: number): boolean => {
    let [left, right] = [0, 0];
    while (left < before.length && before[before.length - 1 - left] === text[unit - 1 - left]) left++;
    while (right < after.length && after[right] === text[unit + wanted.length + right]) right++;
    return 2 * (left + right) >= before.length + after.length;
  };
  let only: number | undefined;
  for (const unit of findOccurrences(text, wanted)) {
    if (!agrees(unit)) continue;
    if (only !== undefined) return undefined;
    only = unit;
  }
  return only === undefined ? undefined : next.foldedIndex.toPoint(only);
}
