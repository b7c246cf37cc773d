/** PURE: where a quote stands in an article, looked for only as far as anybody asks. */
import { indexCodePoints, lengthInCodePoints, type CodePointIndex } from './code-points.js';
import { fold, weightless, type Folded, type FoldLevel } from './fold.js';
import { mergeSigns } from './merge-signs.js';
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

/** How alike a quote has to be: `offered` is what nobody takes for the same, but may have meant. */
type Alike = FoldLevel | 'offered';

const foldAlike = (text: string, alike: Alike): Folded =>
  alike === 'offered' ? mergeSigns(fold(text, 'search')) : fold(text, alike);

export interface Article {
  text: string;
  characters: readonly string[];
  index: CodePointIndex;
  folded: (alike: Alike) => FoldedArticle;
}

export function readArticle(text: string): Article {
  const made = new Map<Alike, FoldedArticle>();
  const folded = (alike: Alike): FoldedArticle => {
    const before = made.get(alike);
    if (before) return before;
    const now = foldAlike(text, alike);
    const indexed = { ...now, index: indexCodePoints(now.text) };
    made.set(alike, indexed);
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
  /** Without blanks at its ends: they help to find the place, and are no part of it. */
  exact: string;
  wanted: string;
  /** Of what is wanted, in code points, without the blanks at its ends. */
  length: number;
  /** Whether what is wanted begins with a blank. */
  lead: 0 | 1;
  /** Where its first letter is, and what of itself stands before it. */
  letter: number;
  marks: number;
  characters: number;
}

export function readQuote(article: Article, given: string, alike: Alike): Quote {
  const folded = foldAlike(given, alike).text;
  const seen = folded.trim();
  // A mark that weighs something makes another letter of the one it stands on.
  const wanted = seen === '' || isMark(seen) ? '' : folded;
  const { exact } = withoutBlanks({ exact: given });
  const characters = Array.from(exact);
  return {
    article,
    folded: article.folded(alike),
    exact,
    wanted,
    length: wanted === '' ? 0 : lengthInCodePoints(seen),
    lead: wanted.startsWith(' ') ? 1 : 0,
    letter: characters.findIndex((character) => !isLight(character)),
    marks: characters.findIndex((character) => !isMark(character)),
    characters: characters.length,
  };
}

/** What is asked for without the blanks at its ends, its offsets moved by them. What is not seen stays at the letter it stands at. */
export function withoutBlanks({ exact, start, end, ...context }: QuoteSelector): QuoteSelector {
  const characters = Array.from(exact);
  const first = characters.findIndex(isSeen);
  const last = characters.findLastIndex(isSeen);
  const from = characters.slice(0, Math.max(0, first)).findLastIndex(isBlank) + 1;
  const after = characters.slice(last + 1).findIndex(isBlank);
  const to = after === -1 ? characters.length : last + 1 + after;
  return {
    ...context,
    exact: characters.slice(from, to).join(''),
    start: start === undefined ? undefined : start + from,
    end: end === undefined ? undefined : end - (characters.length - to),
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
  const { article, folded, wanted, length, lead } = quote;
  const { map, text, index } = folded;
  const first = index.toPoint(from) + lead;
  const next = first + length;
  // A match that begins or ends within what one original character became is no span in the original.
  if (map[first] === map[first - 1] || map[next] === map[next - 1]) return undefined;
  if (!wanted.endsWith(' ') && isMark(text[from + wanted.length])) return undefined;
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

/** A mark at the beginning of a file is none, though it was a blank once. */
const isBlank = (character: string): boolean => /[\s\u0085]/u.test(character) && character !== '\uFEFF';
const isSeen = (character: string): boolean => !isBlank(character) && !isLight(character);

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
export function firstFrom(map: readonly number[], offset: number): number {
  let [low, high] = [0, map.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
