/** Other publishers' markup as it is met: every liberty taken with it is named, and nothing is guessed in silence. */
import { describe, expect, it } from 'vitest';
import type { ReadReview } from '../../src/domain/import/read-review.js';
import { repairCodes } from '../../src/domain/import/report.js';
import { clean, item, rating, read, without } from '../support/clean-review.js';

it('a clean review needs no repair', () => {
  const { repairs, refusals, review } = read(clean);
  expect([repairs, refusals]).toEqual([[], []]);
  expect(review).toEqual({
    url: 'https://checks.example/1',
    claimText: clean.claimReviewed,
    language: 'ar',
    claimants: [{ name: 'Matthew Miller', type: 'Person' }],
    claimDate: '2024-06-17',
    appearances: ['https://news.example/a'],
    firstAppearance: null,
    publisherName: 'Checkers',
    publisherUrl: 'https://checks.example',
    title: null,
    reviewDate: '2024-06-20',
    textualRating: 'صحيح',
    ratingValue: 5,
    worstRating: 1,
    bestRating: 5,
  } satisfies ReadReview);
});

type Codes = (typeof repairCodes)[number][];
const dirty: [string, unknown, Codes, Partial<ReadReview>][] = [
  ['no type', without('@type'), ['type-missing'], {}],
  ['a type in another case', { ...clean, '@type': 'claimReview' }, ['type-case'], {}],
  ['a type of two words', { ...clean, '@type': 'Claim Review' }, ['type-case'], {}],
  ['a type under "type"', { ...without('@type'), type: 'ClaimReview' }, ['type-without-at'], {}],
  [
    'a property in another case',
    { ...without('author'), author: { Name: 'A', '@type': 'Organization' } },
    ['property-case'],
    { publisherName: 'A' },
  ],
  [
    'claims that differ',
    { ...clean, claimReviewed: ['', 'One', 'Two', 'One'] },
    ['first-of-several'],
    { claimText: 'One' },
  ],
  ['a list of one', { ...clean, claimReviewed: [clean.claimReviewed] }, [], {}],
  ['two languages', { ...clean, inLanguage: ['ar', 'en'] }, [], { language: 'ar' }],
  ['a list of the same', { ...clean, url: [clean.url, clean.url] }, [], {}],
  [
    'two who checked',
    { ...clean, author: [clean.author, { '@type': 'Organization', name: 'Others' }] },
    ['first-of-several'],
    {},
  ],
  ['\\r in a label', rating({ alternateName: 'صحيح\r\n' }), ['control-character'], { textualRating: 'صحيح' }],
  [
    'blanks around a label',
    rating({ alternateName: ' صحيح ' }),
    ['surrounding-blank'],
    { textualRating: 'صحيح' },
  ],
  [
    'HTML entities',
    { ...clean, claimReviewed: 'Q&amp;A &#8220;x&#x201D; &quot;y&quot;' },
    ['html-entity'],
    { claimText: 'Q&A “x” "y"' },
  ],
  [
    'HTML entities escaped twice',
    { ...clean, claimReviewed: 'a &amp;quot;b&amp;quot;' },
    ['html-entity'],
    { claimText: 'a "b"' },
  ],
  ['HTML tags', { ...clean, claimReviewed: '<p>One <b>two</b></p>' }, ['html-tag'], { claimText: 'One two' }],
  [
    'NUL and half a character',
    { ...clean, claimReviewed: 'a\0b\ud800' },
    ['unstorable-character'],
    { claimText: 'a\uFFFDb\uFFFD' },
  ],
  ['a number for a label', rating({ alternateName: 3 }), ['not-text'], { textualRating: '3' }],
  [
    'a label without end',
    rating({ alternateName: 'x'.repeat(301) }),
    ['cut'],
    { textualRating: 'x'.repeat(300) },
  ],
  [
    'the claim in itemReviewed only',
    { ...without('claimReviewed'), itemReviewed: { ...clean.itemReviewed, name: 'It rained' } },
    ['claim-elsewhere'],
    { claimText: 'It rained' },
  ],
  [
    'the address in mainEntityOfPage',
    { ...without('url'), mainEntityOfPage: { '@id': 'https://checks.example/2' } },
    ['url-elsewhere'],
    { url: 'https://checks.example/2' },
  ],
  [
    'an address without a scheme',
    { ...clean, url: '//checks.example/1' },
    ['url-scheme'],
    { url: 'https://checks.example/1' },
  ],
  [
    'an appearance that is no address',
    item({ appearance: 'Facebook' }),
    ['address-unreadable'],
    { appearances: [] },
  ],
  [
    'itemReviewed as CreativeWork',
    item({ '@type': 'CreativeWork' }),
    ['item-type'],
    { claimants: [{ name: 'Matthew Miller', type: 'Person' }] },
  ],
  [
    'the claimant as text',
    item({ author: 'Miller' }),
    ['author-as-text'],
    { claimants: [{ name: 'Miller', type: null }] },
  ],
  [
    'a claimant without a name',
    item({ author: { '@type': 'Person' } }),
    ['author-without-name'],
    { claimants: [] },
  ],
  [
    'itemReviewed as the claimant',
    { ...clean, itemReviewed: { '@type': 'Person', name: 'Miller' } },
    ['item-type', 'claimant-elsewhere'],
    { claimants: [{ name: 'Miller', type: 'Person' }] },
  ],
  [
    'the publisher as text',
    { ...clean, author: 'Checkers' },
    ['publisher-as-text'],
    { publisherName: 'Checkers', publisherUrl: null },
  ],
  ['no publisher', without('author'), ['publisher-from-url'], { publisherName: 'checks.example' }],
  [
    'a rating as text',
    { ...clean, reviewRating: 'زائف' },
    ['rating-as-text'],
    { textualRating: 'زائف', ratingValue: null },
  ],
  [
    'words in ratingValue',
    { ...clean, reviewRating: { ratingValue: 'False' } },
    ['number-unreadable', 'label-elsewhere'],
    { textualRating: 'False', ratingValue: null },
  ],
  [
    'a rating without words',
    rating({ alternateName: null }),
    ['label-from-number'],
    { textualRating: '5 (1–5)' },
  ],
  [
    'numbers as text',
    rating({ ratingValue: '4', worstRating: '1', bestRating: '٥' }),
    ['number-as-text', 'number-as-text', 'number-as-text'],
    { ratingValue: 4, bestRating: 5 },
  ],
  [
    'a number with its bound',
    rating({ ratingValue: '7/10', bestRating: null }),
    ['number-as-text'],
    { ratingValue: 7, worstRating: 1, bestRating: 10 },
  ],
  [
    'no bounds',
    rating({ worstRating: null, bestRating: undefined }),
    ['bounds-missing'],
    { ratingValue: 5, worstRating: 1, bestRating: 5 },
  ],
  [
    'no bounds for a number beyond 5',
    rating({ ratingValue: 80, worstRating: null, bestRating: null }),
    ['bounds-unknown'],
    { ratingValue: null, worstRating: null },
  ],
  [
    'bounds the wrong way round',
    rating({ ratingValue: 2, worstRating: 5, bestRating: 1 }),
    ['bounds-inverted'],
    { ratingValue: 2, worstRating: 1, bestRating: 5 },
  ],
  ['one bound twice', rating({ worstRating: 5 }), ['bounds-equal'], { ratingValue: null }],
  [
    'a number out of its bounds',
    rating({ ratingValue: -1 }),
    ['number-out-of-bounds'],
    { ratingValue: null, bestRating: null },
  ],
  [
    'bounds without a number',
    rating({ ratingValue: null }),
    ['bounds-without-number'],
    { ratingValue: null, worstRating: null },
  ],
  ['no language', without('inLanguage'), ['language-absent'], { language: null }],
  ['a language by name', { ...clean, inLanguage: 'Arabic' }, ['language-form'], { language: 'ar' }],
  ['a language of a system', { ...clean, inLanguage: 'ar_EG' }, ['language-form'], { language: 'ar-EG' }],
  [
    'a language nobody knows',
    { ...clean, inLanguage: 'constructor' },
    ['language-unreadable'],
    { language: null },
  ],
  [
    'a date in words',
    { ...clean, datePublished: 'June 20, 2024' },
    ['date-form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a date in Arabic',
    { ...clean, datePublished: '٢٠ يونيو ٢٠٢٤' },
    ['date-form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a moment without a zone',
    { ...clean, datePublished: '2024-06-20 11:00:00' },
    ['date-form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a moment as a number',
    { ...clean, datePublished: 1718841600000 },
    ['date-form'],
    { reviewDate: '2024-06-20T00:00:00.000Z' },
  ],
  [
    'a date of two meanings',
    { ...clean, datePublished: '5/6/2024' },
    ['date-unreadable'],
    { reviewDate: null },
  ],
  [
    'the date of a change only',
    { ...without('datePublished'), dateModified: '2024-06-21' },
    ['date-elsewhere'],
    { reviewDate: '2024-06-21' },
  ],
];

describe('a dirty review', () => {
  it.each(dirty)('with %s', (_what, document, codes, expected) => {
    const { repairs, refusals, review } = read(document);
    expect(refusals).toEqual([]);
    expect(repairs.map(({ code }) => code)).toEqual(codes);
    expect(review).toMatchObject(expected);
    for (const { message, pointer } of repairs) {
      expect(message).not.toBe('');
      expect(pointer === '' || pointer.startsWith('/')).toBe(true);
    }
  });

  it('has an example above for every repair there is', () => {
    const told = new Set([...dirty.flatMap(([, , codes]) => codes), 'language-assumed']);
    expect(repairCodes.filter((code) => !told.has(code))).toEqual([]);
  });

  it('takes the language named for the import, and says so', () => {
    const { repairs, review } = read(without('inLanguage'), 'fa');
    expect([repairs[0]?.code, review?.language]).toEqual(['language-assumed', 'fa']);
  });

  it('tells where, and what it was before and after', () => {
    expect(read([rating({ ratingValue: '4' })]).repairs).toEqual([
      {
        code: 'number-as-text',
        pointer: '/0/reviewRating/ratingValue',
        message: 'was a text instead of a number',
        from: '4',
        to: '4',
      },
    ]);
  });

  it.each([
    ['no address', without('url'), 'url-missing'],
    ['an address that cannot be visited', { ...clean, url: 'see our site' }, 'url-unusable'],
    ['a password in its address', { ...clean, url: 'https://a:b@checks.example/' }, 'url-unusable'],
    ['no claim', without('claimReviewed'), 'claim-missing'],
    ['an endless claim', { ...clean, claimReviewed: 'x'.repeat(5001) }, 'claim-too-long'],
    ['no rating', without('reviewRating'), 'rating-missing'],
    ['an empty rating', { ...clean, reviewRating: {} }, 'rating-missing'],
  ])('with %s is refused, and told why', (_what, document, code) => {
    const { refusals, step } = read(document);
    expect([refusals.map((one) => one.code), step.do]).toEqual([[code], 'refuse']);
  });
});
