/**
 * Anchoring a quote in an article: W3C Web Annotation TextQuoteSelector and TextPositionSelector in one, with
 * offsets in code points, 0-based, end exclusive. A quote is found at one place or refused: never a guess.
 */
import { indexCodePoints, lengthInCodePoints, type CodePointIndex } from './code-points.js';
import { fold, foldText, weightless, type Folded, type FoldLevel } from './fold.js';
import { occurrences } from './occurrences.js';

interface QuoteSelector {
  exact: string;
  /** What stands directly before and after. It must agree, also where the words occur once. */
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

/** A place with the article's own characters in it and around it. */
interface QuotedPlace extends Place {
  exact: string;
  prefix: string;
  suffix: string;
}

type Unanchored = 'absent' | 'ambiguous' | 'position_mismatch' | 'context_mismatch';

export type Anchored =
  | ({ ok: true } & QuotedPlace)
  | {
      ok: false;
      reason: Unanchored;
      /** The places it could mean, in order of appearance, `candidateLimit` at most. */
      candidates: QuotedPlace[];
    };

/** Context kept on each side of a quote, in code points. */
export const contextLength = 32;
export const candidateLimit = 20;

/**
 * `exact`, `prefix` and `suffix` of the result are the article's own characters, whatever the selector's looked
 * like: texts are compared folded at level `verify`. No letter is cut from the marks on it.
 */
export const anchorQuote = (articleText: string, selector: QuoteSelector): Anchored =>
  createAnchor(articleText)(selector);

/** The same for many quotes of one article, which is read and folded once. */
export function createAnchor(articleText: string): (selector: QuoteSelector) => Anchored {
  const article = readArticle(articleText);
  return (selector) => anchorIn(article, selector);
}

function anchorIn(article: Article, selector: QuoteSelector): Anchored {
  const refuse = (reason: Unanchored, places: readonly Place[]): Anchored => ({
    ok: false,
    reason,
    candidates: places.slice(0, candidateLimit).map((place) => quotedAt(article, place)),
  });
  const places = placesOf(article, selector.exact, 'verify');
  // What is only written otherwise than readers take for the same is offered, never taken.
  if (places.length === 0) return refuse('absent', placesOf(article, selector.exact, 'search'));
  const there = places.filter(isStated(article, selector));
  if (there.length === 0) return refuse('position_mismatch', places);
  const meant = there.filter(isInContext(article, selector));
  const [place] = meant;
  if (!place) return refuse('context_mismatch', there);
  if (meant.length > 1) return refuse('ambiguous', meant);
  return { ok: true, ...quotedAt(article, place) };
}

interface FoldedArticle extends Folded {
  index: CodePointIndex;
}

interface Article {
  text: string;
  characters: readonly string[];
  index: CodePointIndex;
  folded: (level: FoldLevel) => FoldedArticle;
}

function readArticle(text: string): Article {
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

/** A place, and where it begins in the folded text, in UTF-16 units. */
interface FoundPlace extends Place {
  from: number;
}

function placesOf(article: Article, exact: string, level: FoldLevel): FoundPlace[] {
  const { map, text, index } = article.folded(level);
  const wanted = foldText(exact, level);
  // A mark that weighs something makes another letter of the one it stands on.
  if (/^\p{M}/u.test(wanted)) return [];
  const length = lengthInCodePoints(wanted);
  const literal = literalPlaces(article, exact);
  return occurrences(text, wanted).flatMap((from) => {
    const to = from + wanted.length;
    const first = index.toPoint(from);
    const next = first + length;
    // A match that begins or ends within what one original character became is no place in the original.
    if (map[first] === map[first - 1] || map[next] === map[next - 1] || isMark(text[to])) return [];
    const start = map[first] ?? 0;
    const end = endWithMarks(article, map[next - 1] ?? 0, map[next] ?? 0);
    const asGiven = literal.get(start);
    return { start: asGiven?.start ?? start, end: Math.max(end, asGiven?.end ?? end), from };
  });
}

/**
 * Where the quote stands character for character, by its first letter: what weighs nothing at its ends is its own, but
 * not the marks of a letter before it.
 */
function literalPlaces(article: Article, exact: string): Map<number, Place> {
  const characters = Array.from(exact);
  const letter = characters.findIndex((character) => !isLight(character));
  if (letter === -1) return new Map();
  const marks = characters.findIndex((character) => !isMark(character));
  return new Map(
    occurrences(article.text, exact).map((unit) => {
      const at = article.index.toPoint(unit);
      return [at + letter, { start: at + marks, end: at + characters.length }] as const;
    }),
  );
}

const isMark = (character = ''): boolean => /^\p{M}/u.test(character);
const isLight = (character: string): boolean => isMark(character) || weightless.test(character);

/** The place ends after the last mark between its last letter and the next. */
function endWithMarks({ characters }: Article, last: number, next: number): number {
  let end = next;
  while (end > last + 1 && !isMark(characters[end - 1])) end--;
  return end;
}

/** Whether a place is the stated one. Stated offsets may part a letter from its marks; the whole letter is meant. */
function isStated({ characters }: Article, { start, end }: QuoteSelector): (place: Place) => boolean {
  const beyond = (at: number, isBeyond: (character: string) => boolean): number => {
    let next = at;
    while (next < characters.length && isBeyond(characters[next] ?? '')) next++;
    return next;
  };
  const starts = start === undefined ? [] : [start, beyond(start, isMark), beyond(start, isLight)];
  const ends = end === undefined ? [] : [end, beyond(end, isMark)];
  return (place) =>
    (start === undefined || starts.includes(place.start)) && (end === undefined || ends.includes(place.end));
}

/**
 * Whether a place stands between prefix and suffix. Blanks where they meet the quote make no difference: callers cut
 * there as they like. All at once, so that texts made to be slow are not.
 */
function isInContext(
  article: Article,
  { exact, prefix = '', suffix = '' }: QuoteSelector,
): (place: FoundPlace) => boolean {
  const before = foldText(prefix, 'verify').trimEnd();
  const after = foldText(suffix, 'verify').trimStart();
  if (before === '' && after === '') return () => true;
  const { text } = article.folded('verify');
  const wanted = foldText(exact, 'verify');
  const starts = new Set(
    (before === '' ? [''] : ['', ' ']).flatMap((blank) =>
      (after === '' ? [''] : ['', ' ']).flatMap((next) =>
        occurrences(text, before + blank + wanted + next + after).map(
          (unit) => unit + before.length + blank.length,
        ),
      ),
    ),
  );
  return ({ from }) => starts.has(from);
}

function quotedAt({ text, index }: Article, { start, end }: Place): QuotedPlace {
  const words = (from: number, to: number): string => text.slice(index.toUnit(from), index.toUnit(to));
  return {
    exact: words(start, end),
    prefix: words(Math.max(0, start - contextLength), start),
    suffix: words(end, end + contextLength),
    start,
    end,
  };
}
