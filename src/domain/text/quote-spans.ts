/** PURE: where a quote stands in an article, looked for only as far as anybody asks. */
import { indexCodePoints, lengthInCodePoints, type CodePointIndex } from './code-points.js';
import { fold, foldText, weightless, type Folded, type FoldLevel } from './fold.js';
import { findOccurrences, splitsPair } from './occurrences.js';

export interface QuoteSelector {
  exact: string;
  /** What stands directly before and after. It must agree, also where the words occur once. */
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** Where it is said to be; a quote that is only elsewhere is refused. */
  start?: number | undefined;
  end?: number | undefined;
}

export interface QuoteSpan {
  start: number;
  end: number;
}

interface FoldedArticle extends Folded {
  index: CodePointIndex;
}

export interface Article {
  text: string;
  characters: readonly string[];
  index: CodePointIndex;
  folded: (level: FoldLevel) => FoldedArticle;
}

export function readArticle(text: string): Article {
  const made = new Map<FoldLevel, FoldedArticle>();
  const folded = (level: FoldLevel): FoldedArticle => {
    const before = made.get(level);
    if (before) return before;
    const now = fold(text, level);
    const indexed = { ...now, index: indexCodePoints(now.text) };
    made.set(level, indexed);
    return indexed;
  };
  return { text, characters: Array.from(text), index: indexCodePoints(text), folded };
}

/** A span, and where it begins in the folded text, in UTF-16 units. */
export interface FoundSpan extends QuoteSpan {
  from: number;
}

/** A quote as it is looked for in an article that was folded as it is. */
export interface Quote {
  article: Article;
  folded: FoldedArticle;
  exact: string;
  wanted: string;
  /** Of what is wanted, in code points. */
  length: number;
  /** Where its first letter is, and what of itself stands before it. */
  letter: number;
  marks: number;
  characters: number;
}

export function readQuote(article: Article, exact: string, level: FoldLevel): Quote {
  const folded = foldText(exact, level);
  // A mark that weighs something makes another letter of the one it stands on.
  const wanted = isMark(folded) ? '' : folded;
  const characters = Array.from(exact);
  return {
    article,
    folded: article.folded(level),
    exact,
    wanted,
    length: lengthInCodePoints(wanted),
    letter: characters.findIndex((character) => !isLight(character)),
    marks: characters.findIndex((character) => !isMark(character)),
    characters: characters.length,
  };
}

/** In order, and looked for only as far as they are taken: a short quote may stand at every letter. */
export function* spansOf(quote: Quote): Generator<FoundSpan> {
  for (const from of findOccurrences(quote.folded.text, quote.wanted)) {
    const span = spanAt(quote, from);
    if (span) yield span;
  }
}

/** The span of a quote that stands here in the folded text; undefined where that is none in the original. */
export function spanAt(quote: Quote, from: number): FoundSpan | undefined {
  const { article, folded, wanted, length } = quote;
  const { map, text, index } = folded;
  const first = index.toPoint(from);
  const next = first + length;
  // A match that begins or ends within what one original character became is no span in the original.
  if (map[first] === map[first - 1] || map[next] === map[next - 1]) return undefined;
  if (isMark(text[from + wanted.length])) return undefined;
  const start = map[first] ?? 0;
  const end = endWithMarks(article, map[next - 1] ?? 0, map[next] ?? 0);
  const asGiven = literalSpan(quote, start);
  return { start: asGiven?.start ?? start, end: Math.max(end, asGiven?.end ?? end), from };
}

/**
 * Where the quote stands character for character, by its first letter: what weighs nothing at its ends is its own, but
 * not the marks of a letter before it.
 */
function literalSpan(
  { article, exact, letter, marks, characters }: Quote,
  at: number,
): QuoteSpan | undefined {
  if (letter === -1 || at < letter) return undefined;
  const begin = article.index.toUnit(at - letter);
  if (!article.text.startsWith(exact, begin) || splitsPair(article.text, begin + exact.length))
    return undefined;
  return { start: at - letter + marks, end: at - letter + characters };
}

const isMark = (character = ''): boolean => /^\p{M}/u.test(character);
const isLight = (character: string): boolean => isMark(character) || weightless.test(character);

/** The span ends after the last mark between its last letter and the next. */
function endWithMarks({ characters }: Article, last: number, next: number): number {
  let end = next;
  while (end > last + 1 && !isMark(characters[end - 1])) end--;
  return end;
}

/**
 * The spans that are the stated one, looked up. Stated offsets may part a letter from its marks; the whole letter is
 * meant. Only one character of the folded text can begin a span that starts at an offset, or stand behind one that ends.
 */
export function statedSpans(quote: Quote, { start, end }: QuoteSelector): FoundSpan[] {
  const { article, folded, wanted, length } = quote;
  const starts =
    start === undefined
      ? undefined
      : [start, beyond(article, start, /\p{M}*/uy), beyond(article, start, lights)];
  const ends = end === undefined ? undefined : [end, beyond(article, end, /\p{M}*/uy)];
  const points = starts
    ? starts.map((at) => firstFrom(folded.map, at))
    : (ends ?? []).map((at) => firstFrom(folded.map, at) - length);
  return [...new Set(points)].flatMap((point) => {
    if (point < 0) return [];
    const from = folded.index.toUnit(point);
    const span = folded.text.startsWith(wanted, from) ? spanAt(quote, from) : undefined;
    const isThere = span && (starts?.includes(span.start) ?? true) && (ends?.includes(span.end) ?? true);
    return isThere ? [span] : [];
  });
}

/** Marks, and what weighs nothing. */
const lights = new RegExp(`(?:\\p{M}|${weightless.source})*`, 'uy');

/** Behind all that the pattern, a sticky one, takes from an offset on. */
function beyond({ text, index }: Article, at: number, pattern: RegExp): number {
  pattern.lastIndex = index.toUnit(at);
  const taken = pattern.exec(text)?.[0] ?? '';
  return at + lengthInCodePoints(taken);
}

/** The first character of the folded text that comes from this offset of the original, or from behind it. */
function firstFrom(map: readonly number[], offset: number): number {
  let [low, high] = [0, map.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
