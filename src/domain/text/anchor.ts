/**
 * Anchoring a quote in an article: W3C Web Annotation TextQuoteSelector and TextPositionSelector in one, with
 * offsets in code points, 0-based, end exclusive. A quote is found at one place or refused: never a guess.
 */
import { foldText } from './fold.js';
import { findOccurrences } from './occurrences.js';
import {
  spanAt,
  spansOf,
  readArticle,
  readQuote,
  statedSpans,
  withoutBlanks,
  type Article,
  type FoundSpan,
  type QuoteSpan,
  type Quote,
  type QuoteSelector,
} from './quote-spans.js';

/** A span with the article's own characters in it and around it. */
interface QuotedSpan extends QuoteSpan {
  exact: string;
  prefix: string;
  suffix: string;
}

type Unanchored = 'absent' | 'ambiguous' | 'position_mismatch' | 'context_mismatch';

export type Anchored =
  | ({ ok: true } & QuotedSpan)
  | {
      ok: false;
      reason: Unanchored;
      /** The spans it could mean, in order of appearance, `candidateLimit` at most; fewer of long ones. */
      candidates: QuotedSpan[];
    };

/** Context kept on each side of a quote, in code points. */
export const contextLength = 32;
export const candidateLimit = 20;
/** Of all candidates for one quote together: one quote is 5,000 code points at most. */
const candidateCharacters = 10_000;

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
  const unanchored = (reason: Unanchored, spans: Iterable<QuoteSpan>): Anchored => ({
    ok: false,
    reason,
    candidates: candidatesAt(article, spans),
  });
  const isStated = selector.start !== undefined || selector.end !== undefined;
  const seen = withoutBlanks(selector);
  const asGiven = readQuote(article, selector.exact, 'verify');
  // Blanks at its ends may tell its place from others, and need not be there.
  const quote = isStated || isNowhere(asGiven) ? readQuote(article, seen.exact, 'verify') : asGiven;
  const anywhere = firstOf(spansOf(quote));
  if (anywhere.length === 0) return unanchored('absent', offeredFor(article, seen.exact));
  const there = isStated ? placesStated(quote, [seen, selector]) : anywhere;
  if (there.length === 0) return unanchored('position_mismatch', anywhere);
  const context = readContext(selector);
  const meant = !context
    ? there
    : isStated
      ? there.filter(({ from }) => context.surrounds(quote, from))
      : context.spansOf(quote);
  const [span] = meant;
  if (!span) return unanchored('context_mismatch', there);
  if (meant.length > 1) return unanchored('ambiguous', meant);
  return { ok: true, ...quotedAt(article, span) };
}

/** Offsets may be those of a quote with blanks at its ends, or of the same without them. */
const placesStated = (quote: Quote, selectors: readonly QuoteSelector[]): FoundSpan[] =>
  selectors.map((selector) => statedSpans(quote, selector)).find((spans) => spans.length > 0) ?? [];

const isNowhere = (quote: Quote): boolean => spansOf(quote).next().done === true;

/** What is only written otherwise than readers take for the same is offered, never taken. */
function offeredFor(article: Article, exact: string): Iterable<QuoteSpan> {
  const found = readQuote(article, exact, 'search');
  return spansOf(isNowhere(found) ? readQuote(article, exact, 'offered') : found);
}

/** Stops after one more than are offered as candidates. */
const firstOf = <T>(found: Iterable<T>): T[] => takeFirst(found, candidateLimit + 1);

function takeFirst<T>(found: Iterable<T>, most: number): T[] {
  const taken: T[] = [];
  for (const one of found) {
    taken.push(one);
    if (taken.length === most) break;
  }
  return taken;
}

/** Fewer where they are long: many quotes may be refused in one answer. */
function candidatesAt(article: Article, spans: Iterable<QuoteSpan>): QuotedSpan[] {
  const candidates: QuotedSpan[] = [];
  let left = candidateCharacters;
  for (const span of takeFirst(spans, candidateLimit)) {
    left -= span.end - span.start;
    if (left < 0) break;
    candidates.push(quotedAt(article, span));
  }
  return candidates;
}

interface Context {
  surrounds: (quote: Quote, from: number) => boolean;
  /** The first of the spans in it, in order. */
  spansOf: (quote: Quote) => FoundSpan[];
}

/**
 * Prefix and suffix; undefined without any. Blanks where they meet the quote make no difference: callers cut there as
 * they like. All is looked for at once, so that texts made to be slow are not.
 */
function readContext({ prefix = '', suffix = '' }: QuoteSelector): Context | undefined {
  const before = foldText(prefix, 'verify').trimEnd();
  const after = foldText(suffix, 'verify').trimStart();
  if (before === '' && after === '') return undefined;
  const leads = before === '' ? [''] : [before, `${before} `];
  const trails = after === '' ? [''] : [after, ` ${after}`];
  return {
    surrounds: ({ folded: { text }, wanted }, from) =>
      leads.some((lead) => text.endsWith(lead, from)) &&
      trails.some((trail) => text.startsWith(trail, from + wanted.length)),
    spansOf: (quote) => {
      const found = new Map<number, FoundSpan>();
      for (const lead of leads) {
        for (const trail of trails) {
          const spans = spansIn(quote, lead, trail);
          for (const span of firstOf(spans)) found.set(span.from, span);
        }
      }
      return [...found.values()].toSorted((one, other) => one.from - other.from);
    },
  };
}

function* spansIn(quote: Quote, lead: string, trail: string): Generator<FoundSpan> {
  for (const unit of findOccurrences(quote.folded.text, lead + quote.wanted + trail)) {
    const span = spanAt(quote, unit + lead.length);
    if (span) yield span;
  }
}

function quotedAt({ text, index }: Article, { start, end }: QuoteSpan): QuotedSpan {
  const words = (from: number, to: number): string => text.slice(index.toUnit(from), index.toUnit(to));
  return {
    exact: words(start, end),
    prefix: words(Math.max(0, start - contextLength), start),
    suffix: words(end, end + contextLength),
    start,
    end,
  };
}
