/**
 * Anchoring a quote in an article: W3C Web Annotation TextQuoteSelector and TextPositionSelector in one, with
 * offsets in code points, 0-based, end exclusive. A quote is found at one place or refused: never a guess.
 */
import { indexCodePoints, lengthInCodePoints, type CodePointIndex } from './code-points.js';
import { fold, foldText, type Folded } from './fold.js';
import { occurrences } from './occurrences.js';

export interface QuoteSelector {
  exact: string;
  /** What stands directly before and after; tells several places apart. */
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** Where it is said to be; a quote that is only elsewhere is refused. */
  start?: number | undefined;
  end?: number | undefined;
}

export interface Place {
  start: number;
  end: number;
}

export type Anchored =
  | { ok: true; exact: string; prefix: string; suffix: string; start: number; end: number }
  | {
      ok: false;
      reason: 'absent' | 'ambiguous' | 'position_mismatch';
      /** The places it could mean, in order of appearance, `candidateLimit` at most. */
      candidates?: Place[];
    };

/** Context kept on each side of a quote, in code points. */
export const contextLength = 32;
export const candidateLimit = 20;

/**
 * `exact`, `prefix` and `suffix` of the result are the article's own characters, whatever the selector's looked
 * like: a quote that is not found as given is looked for folded at level `verify`.
 */
export const anchorQuote = (articleText: string, selector: QuoteSelector): Anchored =>
  createAnchor(articleText)(selector);

/** The same for many quotes of one article, which is read and folded once. */
export function createAnchor(articleText: string): (selector: QuoteSelector) => Anchored {
  const article = readArticle(articleText);
  return (selector) => anchorIn(article, selector);
}

function anchorIn(article: Article, selector: QuoteSelector): Anchored {
  const { start, end } = selector;
  const stated = statedPlace(article, selector);
  if (stated) return { ok: true, ...stated, ...wordsAt(article, stated) };
  const literal = literalPlaces(article, selector.exact);
  const places = literal.length > 0 ? literal : foldedPlaces(article, selector.exact);
  if (places.length === 0) return { ok: false, reason: 'absent' };

  const there = places.filter(
    (place) => (start === undefined || place.start === start) && (end === undefined || place.end === end),
  );
  if (there.length === 0) return refuse('position_mismatch', places);
  const meant = there.length === 1 ? there : inContext(article, there, selector);
  const [place] = meant;
  // Where the context fits none of several places, all of them are still open.
  if (!place || meant.length > 1) return refuse('ambiguous', place ? meant : there);
  return { ok: true, ...place, ...wordsAt(article, place) };
}

/** The place that is stated, where the quote stands there as given: the others need not be looked for. */
function statedPlace({ text, index }: Article, { exact, start, end }: QuoteSelector): Place | undefined {
  if (exact === '' || start === undefined || start >= index.length) return undefined;
  const place = { start, end: start + lengthInCodePoints(exact) };
  if (end !== undefined && end !== place.end) return undefined;
  const unit = index.toUnit(start);
  return text.startsWith(exact, unit) && index.toUnit(place.end) === unit + exact.length ? place : undefined;
}

const refuse = (reason: 'ambiguous' | 'position_mismatch', places: Place[]): Anchored => ({
  ok: false,
  reason,
  candidates: places.slice(0, candidateLimit),
});

interface Article {
  text: string;
  index: CodePointIndex;
  /** Made on demand: most quotes are found as given. */
  folded(): Folded & { index: CodePointIndex };
}

function readArticle(text: string): Article {
  let folded: (Folded & { index: CodePointIndex }) | undefined;
  return {
    text,
    index: indexCodePoints(text),
    folded: () => (folded ??= indexed(fold(text, 'verify'))),
  };
}

const indexed = (folded: Folded): Folded & { index: CodePointIndex } => ({
  ...folded,
  index: indexCodePoints(folded.text),
});

function literalPlaces({ text, index }: Article, exact: string): Place[] {
  const length = lengthInCodePoints(exact);
  return occurrences(text, exact).map((unit) => {
    const start = index.toPoint(unit);
    return { start, end: start + length };
  });
}

function foldedPlaces(article: Article, exact: string): Place[] {
  const { map, text, index } = article.folded();
  const wanted = foldText(exact, 'verify');
  const length = lengthInCodePoints(wanted);
  const original = Array.from(article.text);
  return occurrences(text, wanted).flatMap((unit) => {
    const first = index.toPoint(unit);
    const next = first + length;
    // A match that begins or ends within what one original character became is no place in the original.
    if (map[first] === map[first - 1] || map[next] === map[next - 1]) return [];
    return { start: map[first] ?? 0, end: endWithMarks(original, map[next - 1] ?? 0, map[next] ?? 0) };
  });
}

/** A letter keeps the marks on it: the place ends after the last mark between its last letter and the next. */
function endWithMarks(original: string[], last: number, next: number): number {
  let end = next;
  while (end > last + 1 && !/\p{M}/u.test(original[end - 1] ?? '')) end--;
  return end;
}

/** Those of `places` that the selector's prefix and suffix surround: as given if any, else folded. */
function inContext(
  article: Article,
  places: Place[],
  { exact, prefix = '', suffix = '' }: QuoteSelector,
): Place[] {
  if (prefix === '' && suffix === '') return places;
  const startingAt = (starts: (number | undefined)[]): Place[] => {
    const wanted = new Set(starts);
    return places.filter(({ start }) => wanted.has(start));
  };
  const literal = startingAt(
    occurrences(article.text, prefix + exact + suffix).map((unit) =>
      article.index.toPoint(unit + prefix.length),
    ),
  );
  if (literal.length > 0) return literal;
  const { map, text, index } = article.folded();
  const before = foldText(prefix, 'verify');
  const whole = before + foldText(exact, 'verify') + foldText(suffix, 'verify');
  return startingAt(occurrences(text, whole).map((unit) => map[index.toPoint(unit + before.length)]));
}

function wordsAt(
  { text, index }: Article,
  { start, end }: Place,
): { exact: string; prefix: string; suffix: string } {
  const words = (from: number, to: number): string => text.slice(index.toUnit(from), index.toUnit(to));
  return {
    exact: words(start, end),
    prefix: words(Math.max(0, start - contextLength), start),
    suffix: words(end, end + contextLength),
  };
}
