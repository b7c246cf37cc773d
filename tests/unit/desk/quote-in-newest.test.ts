/** What an article's newest text is said to have of a claim's quote. */
import { expect, test } from 'vitest';
import { quoteInNewest } from '../../../web/src/review/quote-in-newest.rules.js';

/** The quote is all ASCII or in the first plane: its offsets are those of code points. */
const said = (before: string, after: string, exact: string) => {
  const start = before.indexOf(exact);
  return quoteInNewest(before, after, { exact, start, end: start + exact.length });
};

const article = 'The minister said "taxes will rise" on Monday. He left for Paris after the meeting.';

test.each([
  ['curly quotes', article, article.replace('"taxes will rise"', '“taxes will rise”'), '"taxes will rise"'],
  ['two blanks', article, article.replace('taxes will', 'taxes  will'), 'taxes will rise'],
  [
    'a blank that does not break',
    article,
    article.replace('minister said', 'minister\u00A0said'),
    'minister said',
  ],
  ['words before it', article, `Update. ${article}`, 'taxes will rise'],
  ['no vowel signs', 'قال الشهود إن المدينة قُصفت أمس', 'قال الشهود إن المدينة قصفت أمس', 'المدينة قُصفت'],
])('it stands there too with %s', (_with, before, after, exact) => {
  expect(said(before, after, exact)).toBe('versions.quoteStands');
});

test('it stands there changed where other words stand between the same', () => {
  const after = article.replace('will rise', 'will not rise');
  expect(said(article, after, 'taxes will rise')).toBe('versions.quoteChanged');
});

test('it does not stand there where it is left out, or where somebody else says it elsewhere', () => {
  expect(said(article, 'He left for Paris after the meeting.', 'taxes will rise')).toBe('versions.quoteGone');
  const before = 'Asked on Monday whether the bridge was hit, the mayor said yes. Trains ran as usual.';
  const after =
    'The mayor did not answer on Monday. Whether schools open was another question: a teacher said yes.';
  expect(said(before, after, 'said yes')).toBe('versions.quoteGone');
});

test('nothing is said of what is withheld or not read yet', () => {
  const quote = { exact: 'taxes', start: 19, end: 24 };
  expect(quoteInNewest(article, '', quote)).toBeUndefined();
  expect(quoteInNewest('', article, quote)).toBeUndefined();
  expect(quoteInNewest(undefined, article, quote)).toBeUndefined();
  expect(quoteInNewest(article, undefined, quote)).toBeUndefined();
  expect(quoteInNewest(article, article, { ...quote, exact: '' })).toBeUndefined();
});
