/** PURE: words that stand in one of two texts in place of others: "convicted" and "acquitted the former president". */
import { countedAs } from '../text/counted-things.js';
import { currencies } from '../text/currencies.js';
import { deniedRoots, hasRootIn } from '../text/denying-ma.js';
import { foldText } from '../text/fold.js';
import { foldedWords } from '../text/folded-words.js';
import { monthNames } from '../text/month-names.js';
import { numberWords } from '../text/number-words.js';
import { wordForms } from '../text/word-forms.js';

export interface Sides {
  here: string[];
  there: string[];
}

interface Texts {
  here: string;
  there: string;
  /** As they were found in each, as in EDTF. */
  datesHere: readonly string[];
  datesThere: readonly string[];
}

const ofAmounts = foldedWords([
  'percent pct per cent المئة بالمئة المائة بالمائة',
  [...currencies.keys()].filter((name) => /^\p{L}+$/u.test(name)).join(' '),
]);

/**
 * Of the words that each text has for itself, those that are no form of one of the other's, no part of a number or a date, which
 * are compared as such, and not `named` already. Where one side has none of them, nothing was exchanged.
 */
export function exchangedWords(only: Sides, named: readonly string[], texts: Texts): Sides | undefined {
  const counts = new Set(named.map((word) => foldText(word, 'search')));
  const telling = (words: readonly string[], dates: readonly string[]): string[] =>
    words.filter((word) => {
      const folded = foldText(word, 'search');
      return !counts.has(folded) && !isOfQuantity(folded, dates);
    });
  const here = telling(only.here, texts.datesHere);
  const there = telling(only.there, texts.datesThere);
  const roots = { here: deniedRoots(texts.here), there: deniedRoots(texts.there) };
  const isForm = (word: string, others: readonly string[], denied: ReadonlySet<string>): boolean =>
    hasRootIn(denied, word) || others.some((other) => haveFormInCommon(word, other));
  const left = {
    here: here.filter((word) => !isForm(word, there, roots.there)),
    there: there.filter((word) => !isForm(word, here, roots.here)),
  };
  return left.here.length > 0 && left.there.length > 0 ? left : undefined;
}

export function isOfQuantity(folded: string, dates: readonly string[]): boolean {
  if (/^(?:[وف]?[بلك]?(?:ال)?)\p{Nd}/u.test(folded) || ofAmounts.has(folded)) return true;
  const kind = numberWords.get(folded)?.kind;
  if (kind !== undefined && kind !== 'ordinal') return true;
  const month = monthNames.get(folded) ?? monthNames.get(folded.replace(/^[وبفلك]/u, ''));
  return month !== undefined && dates.some((date) => Number(/^(?:\d{4}|-)-(\d\d)/.exec(date)?.[1]) === month);
}

function haveFormInCommon(one: string, other: string): boolean {
  const [here, there] = [foldText(one, 'search'), foldText(other, 'search')];
  const name = countedAs(here);
  if (name !== undefined && name === countedAs(there)) return true;
  const forms = new Set(wordForms(here));
  return wordForms(there).some((form) => forms.has(form));
}
