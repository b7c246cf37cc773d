/** PURE: what is said of a claim's quote in the newest text of its article: by the rule by which the desk follows quotes. */
import { createFollower, type QuoteOutcome } from '../../../src/domain/text/follow-quote.js';

type Said = 'versions.quoteStands' | 'versions.quoteChanged' | 'versions.quoteGone';

const saidOf: Readonly<Record<QuoteOutcome, Said>> = {
  kept: 'versions.quoteStands',
  moved: 'versions.quoteStands',
  changed: 'versions.quoteChanged',
  lost: 'versions.quoteGone',
};

/** Nothing where a text or the quote is withheld, which is empty then, or not read yet. */
export function quoteInNewest(
  quoted: string | undefined,
  newest: string | undefined,
  { exact, start, end }: { exact: string; start: number; end: number },
): Said | undefined {
  if (!quoted || !newest || exact === '') return undefined;
  return saidOf[createFollower(quoted, newest)({ start, end }).outcome];
}
