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
  ['no type', without('@type'), ['type_missing'], {}],
  ['a type in another case', { ...clean, '@type': 'claimReview' }, ['type_case'], {}],
  ['a type of two words', { ...clean, '@type': 'Claim Review' }, ['type_case'], {}],
  ['a type under "type"', { ...without('@type'), type: 'ClaimReview' }, ['type_without_at'], {}],
  [
    'a property in another case',
    { ...without('author'), author: { Name: 'A', '@type': 'Organization' } },
    ['property_case'],
    { publisherName: 'A' },
  ],
  [
    'claims that differ',
    { ...clean, claimReviewed: ['', 'One', 'Two', 'One'] },
    ['first_of_several'],
    { claimText: 'One' },
  ],
  ['a list of one', { ...clean, claimReviewed: [clean.claimReviewed] }, [], {}],
  ['two languages', { ...clean, inLanguage: ['ar', 'en'] }, [], { language: 'ar' }],
  ['a list of the same', { ...clean, url: [clean.url, clean.url] }, [], {}],
  [
    'two who checked',
    { ...clean, author: [clean.author, { '@type': 'Organization', name: 'Others' }] },
    ['first_of_several'],
    {},
  ],
  ['\\r in a label', rating({ alternateName: 'صحيح\r\n' }), ['control_character'], { textualRating: 'صحيح' }],
  [
    'blanks around a label',
    rating({ alternateName: ' صحيح ' }),
    ['surrounding_blank'],
    { textualRating: 'صحيح' },
  ],
  [
    'HTML entities',
    { ...clean, claimReviewed: 'Q&amp;A &#8220;x&#x201D; &quot;y&quot;' },
    ['html_entity'],
    { claimText: 'Q&A “x” "y"' },
  ],
  [
    'HTML entities escaped twice',
    { ...clean, claimReviewed: 'a &amp;quot;b&amp;quot;' },
    ['html_entity', 'html_entity_twice'],
    { claimText: 'a "b"' },
  ],
  [
    'HTML entities of any language',
    { ...clean, claimReviewed: 'Declara&ccedil;&atilde;o &scaron;koln&iacute; &Dcy;&acy; &alpha; &#146;' },
    ['html_entity'],
    { claimText: 'Declaração školní Да α ’' },
  ],
  [
    'signs that begin no tag beside a tag',
    { ...clean, claimReviewed: 'x<y and z>w <b>5 < 6</b> <3' },
    ['html_tag'],
    { claimText: 'x<y and z>w 5 < 6 <3' },
  ],
  [
    'the claim as an object',
    { ...clean, claimReviewed: { '@type': 'Claim', text: 'It rained' } },
    ['node_as_text'],
    { claimText: 'It rained' },
  ],
  [
    'a person for the author',
    {
      ...clean,
      author: { '@type': 'Person', name: 'Jane' },
      publisher: { '@type': 'NewsMediaOrganization', name: 'The Desk', url: 'https://desk.example' },
    },
    ['publisher_beside_author'],
    { publisherName: 'The Desk', publisherUrl: 'https://desk.example' },
  ],
  [
    'an organization behind a person',
    { ...clean, author: [{ '@type': 'Person', name: 'Jane' }, clean.author] },
    ['publisher_beside_author'],
    { publisherName: 'Checkers' },
  ],
  [
    'addresses with the claim',
    item({ url: 'https://news.example/a', sameAs: ['https://x.example/1', 'https://x.example/2'] }),
    ['appearance_elsewhere', 'appearance_elsewhere'],
    { appearances: ['https://news.example/a', 'https://x.example/1', 'https://x.example/2'] },
  ],
  [
    'more places than can be kept',
    item({ appearance: Array.from({ length: 21 }, (_, at) => `https://news.example/${String(at)}`) }),
    ['list_cut'],
    {},
  ],
  [
    'an address without a scheme or slashes',
    { ...clean, url: 'checks.example/1' },
    ['url_scheme'],
    { url: 'https://checks.example/1' },
  ],
  [
    'an address with a mark behind it',
    { ...clean, url: 'https://checks.example/1\u200F' },
    ['invisible_character'],
    { url: 'https://checks.example/1' },
  ],
  [
    'addresses with marks and blanks before them',
    {
      ...clean,
      url: '\u200E https://checks.example/1',
      author: { ...clean.author, url: '\u2066https://checks.example\u2069' },
    },
    ['invisible_character', 'invisible_character'],
    { url: 'https://checks.example/1', publisherUrl: 'https://checks.example' },
  ],
  [
    'addresses of the claim with marks before them',
    item({ appearance: ['\u2066https://news.example/a', 'https://news.example/\u200Ba'] }),
    ['invisible_character', 'invisible_character'],
    { appearances: ['https://news.example/a'] },
  ],
  [
    'a mark before an address without a scheme',
    { ...clean, url: '\u200Fchecks.example/1' },
    ['invisible_character', 'url_scheme'],
    { url: 'https://checks.example/1' },
  ],
  [
    'a joiner within a word of an address',
    { ...clean, url: 'https://checks.example/کتاب\u200Cخانه' },
    ['invisible_character'],
    { url: 'https://checks.example/کتاب%E2%80%8Cخانه' },
  ],
  ['HTML tags', { ...clean, claimReviewed: '<p>One <b>two</b></p>' }, ['html_tag'], { claimText: 'One two' }],
  [
    'NUL and half a character',
    { ...clean, claimReviewed: 'a\0b\ud800' },
    ['unstorable_character'],
    { claimText: 'a\uFFFDb\uFFFD' },
  ],
  ['a number for a label', rating({ alternateName: 3 }), ['not_text'], { textualRating: '3' }],
  [
    'a label without end',
    rating({ alternateName: 'x'.repeat(301) }),
    ['cut'],
    { textualRating: 'x'.repeat(300) },
  ],
  [
    'the claim in itemReviewed only',
    { ...without('claimReviewed'), itemReviewed: { ...clean.itemReviewed, name: 'It rained' } },
    ['claim_elsewhere'],
    { claimText: 'It rained' },
  ],
  [
    'the address in mainEntityOfPage',
    { ...without('url'), mainEntityOfPage: { '@id': 'https://checks.example/2' } },
    ['url_elsewhere'],
    { url: 'https://checks.example/2' },
  ],
  [
    'an address without a scheme',
    { ...clean, url: '//checks.example/1' },
    ['url_scheme'],
    { url: 'https://checks.example/1' },
  ],
  [
    'an appearance that is no address',
    item({ appearance: 'Facebook' }),
    ['address_unreadable'],
    { appearances: [] },
  ],
  [
    'itemReviewed as CreativeWork',
    item({ '@type': 'CreativeWork' }),
    ['item_type'],
    { claimants: [{ name: 'Matthew Miller', type: 'Person' }] },
  ],
  [
    'the claimant as text',
    item({ author: 'Miller' }),
    ['author_as_text'],
    { claimants: [{ name: 'Miller', type: null }] },
  ],
  [
    'a claimant without a name',
    item({ author: { '@type': 'Person' } }),
    ['author_without_name'],
    { claimants: [] },
  ],
  [
    'itemReviewed as the claimant',
    { ...clean, itemReviewed: { '@type': 'Person', name: 'Miller' } },
    ['item_type', 'claimant_elsewhere'],
    { claimants: [{ name: 'Miller', type: 'Person' }] },
  ],
  [
    'the publisher as text',
    { ...clean, author: 'Checkers' },
    ['publisher_as_text'],
    { publisherName: 'Checkers', publisherUrl: null },
  ],
  ['no publisher', without('author'), ['publisher_from_url'], { publisherName: 'checks.example' }],
  [
    'a rating as text',
    { ...clean, reviewRating: 'زائف' },
    ['rating_as_text'],
    { textualRating: 'زائف', ratingValue: null },
  ],
  [
    'words in ratingValue',
    { ...clean, reviewRating: { ratingValue: 'False' } },
    ['number_unreadable', 'label_elsewhere'],
    { textualRating: 'False', ratingValue: null },
  ],
  [
    'a rating without words',
    rating({ alternateName: null }),
    ['label_from_number'],
    { textualRating: '5 (1–5)' },
  ],
  [
    'numbers as text',
    rating({ ratingValue: '4', worstRating: '1', bestRating: '٥' }),
    ['number_as_text', 'number_as_text', 'number_as_text'],
    { ratingValue: 4, bestRating: 5 },
  ],
  [
    'a number with its bound',
    rating({ ratingValue: '7/10', bestRating: null }),
    ['number_as_text'],
    { ratingValue: 7, worstRating: 1, bestRating: 10 },
  ],
  [
    'no bounds',
    rating({ worstRating: null, bestRating: undefined }),
    ['bounds_missing'],
    { ratingValue: 5, worstRating: 1, bestRating: 5 },
  ],
  [
    'no bounds for a number beyond 5',
    rating({ ratingValue: 80, worstRating: null, bestRating: null }),
    ['bounds_unknown'],
    { ratingValue: null, worstRating: null },
  ],
  [
    'bounds the wrong way round',
    rating({ ratingValue: 2, worstRating: 5, bestRating: 1 }),
    ['bounds_inverted'],
    { ratingValue: 4, worstRating: 1, bestRating: 5 },
  ],
  [
    'a number at the worst end of bounds the wrong way round',
    rating({ ratingValue: 5, worstRating: 5, bestRating: 1, alternateName: 'Falso' }),
    ['bounds_inverted'],
    { ratingValue: 1, worstRating: 1, bestRating: 5, textualRating: 'Falso' },
  ],
  ['one bound twice', rating({ worstRating: 5 }), ['bounds_equal'], { ratingValue: null }],
  [
    'a number out of its bounds',
    rating({ ratingValue: -1 }),
    ['number_out_of_bounds'],
    { ratingValue: null, bestRating: null },
  ],
  [
    'bounds without a number',
    rating({ ratingValue: null }),
    ['bounds_without_number'],
    { ratingValue: null, worstRating: null },
  ],
  ['no language', without('inLanguage'), ['language_from_text'], { language: 'ar' }],
  [
    'no language and few words',
    { ...without('inLanguage'), claimReviewed: 'Ça' },
    ['language_absent'],
    { language: null },
  ],
  ['a language by name', { ...clean, inLanguage: 'Arabic' }, ['language_form'], { language: 'ar' }],
  ['a language of a system', { ...clean, inLanguage: 'ar_EG' }, ['language_form'], { language: 'ar-EG' }],
  [
    'a language nobody knows',
    { ...clean, inLanguage: 'constructor' },
    ['language_unreadable'],
    { language: null },
  ],
  [
    'a date in words',
    { ...clean, datePublished: 'June 20, 2024' },
    ['date_form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a date in Arabic',
    { ...clean, datePublished: '٢٠ يونيو ٢٠٢٤' },
    ['date_form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a moment without a zone',
    { ...clean, datePublished: '2024-06-20 11:00:00' },
    ['date_form'],
    { reviewDate: '2024-06-20' },
  ],
  [
    'a moment as a number',
    { ...clean, datePublished: 1718841600000 },
    ['date_form'],
    { reviewDate: '2024-06-20T00:00:00.000Z' },
  ],
  [
    'a date among other words',
    { ...clean, datePublished: '3 min read · June 18, 2024' },
    ['date_form'],
    { reviewDate: '2024-06-18' },
  ],
  [
    'a year of another calendar',
    { ...clean, datePublished: '1403/03/29' },
    ['date_unreadable'],
    { reviewDate: null },
  ],
  [
    'a date of two meanings',
    { ...clean, datePublished: '5/6/2024' },
    ['date_unreadable'],
    { reviewDate: null },
  ],
  [
    'the date of a change only',
    { ...without('datePublished'), dateModified: '2024-06-21' },
    ['date_elsewhere'],
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
    const told = new Set([
      ...dirty.flatMap(([, , codes]) => codes),
      ...['language_assumed', 'url_relative', 'json_wrapped', 'json_comment', 'json_comma', 'json_control'],
    ]);
    expect(repairCodes.filter((code) => !told.has(code))).toEqual([]);
  });

  it('takes the language named for the import, and says so', () => {
    const { repairs, review } = read(without('inLanguage'), { language: 'fa' });
    expect([repairs[0]?.code, review?.language]).toEqual(['language_assumed', 'fa']);
  });

  it('takes an address as relative to the one that is given, and says so', () => {
    const { repairs, review } = read({ ...clean, url: '/fact/1' }, { base: 'https://checks.example/a/b' });
    expect([repairs.map(({ code }) => code), review?.url]).toEqual([
      ['url_relative'],
      'https://checks.example/fact/1',
    ]);
    expect(read({ ...clean, url: '/fact/1' }).refusals).toMatchObject([{ code: 'url_unusable' }]);
  });

  it('tells where, and what it was before and after', () => {
    expect(read([rating({ ratingValue: '4' })]).repairs).toEqual([
      {
        code: 'number_as_text',
        pointer: '/0/reviewRating/ratingValue',
        message: 'was a text instead of a number',
        from: '4',
        to: '4',
      },
    ]);
  });

  it.each([
    ['no address', without('url'), 'url_missing'],
    ['an address that cannot be visited', { ...clean, url: 'see our site' }, 'url_unusable'],
    ['a password in its address', { ...clean, url: 'https://a:b@checks.example/' }, 'url_unusable'],
    ['no claim', without('claimReviewed'), 'claim_missing'],
    ['an endless claim', { ...clean, claimReviewed: 'x'.repeat(5001) }, 'claim_too_long'],
    ['no rating', without('reviewRating'), 'rating_missing'],
    ['an empty rating', { ...clean, reviewRating: {} }, 'rating_missing'],
  ])('with %s is refused, and told why', (_what, document, code) => {
    const { refusals, step } = read(document);
    expect([refusals.map((one) => one.code), step.do]).toEqual([[code], 'refuse']);
  });
});
