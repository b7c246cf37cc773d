/** Documents of any make, and whatever else is given to the importer. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/domain/import/clean-text.js';
import { planImport } from '../../src/domain/import/plan-import.js';
import { clean, without } from '../support/clean-review.js';

describe('a document', () => {
  const second = { ...clean, url: 'https://checks.example/2' };
  it.each([
    ['one review', clean, ['']],
    ['a list', [clean, second], ['/0', '/1']],
    ['an @graph', { '@graph': [{ '@type': 'WebSite' }, clean] }, ['/@graph/1']],
    [
      'a DataFeed',
      { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [clean] }] },
      ['/dataFeedElement/0/item/0'],
    ],
    [
      'a list of items',
      { itemListElement: [{ '@type': 'ListItem', item: clean }] },
      ['/itemListElement/0/item'],
    ],
    ['full names of types', { '@type': ['http://schema.org/ClaimReview'], ...without('@type') }, ['']],
    ['a page around it', { '@type': 'WebPage', review: clean }, ['/review']],
  ])('may be %s', (_what, document, pointers) => {
    const stored = planImport(document).filter(({ step }) => step.do === 'store');
    expect(stored.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(stored.flatMap(({ repairs }) => repairs)).toEqual([]);
  });

  it('says of what is no review what it is', () => {
    const planned = planImport([{ '@type': 'WebSite' }, 'text', null, clean]);
    expect(planned.map(({ step }) => (step.do === 'ignore' ? step.note : step.do))).toEqual([
      'is no ClaimReview: WebSite',
      'is no ClaimReview: a string',
      'is no ClaimReview: null',
      'store',
    ]);
  });

  it('may be an answer of the Fact Check Tools API, of which what is missing is told', () => {
    const review = {
      publisher: { name: 'Checkers', site: 'checks.example' },
      url: clean.url,
      title: 'What came',
      reviewDate: '2024-06-20T10:00:00Z',
      textualRating: 'صحيح',
      languageCode: 'ar',
    };
    const claim = { text: clean.claimReviewed, claimant: 'Miller', claimDate: '2024-06-17T00:00:00Z' };
    const answer = { claims: [{ ...claim, claimReview: [review] }, { text: 'x' }], nextPageToken: 'CAo' };
    const planned = planImport(answer);
    expect(planned.map(({ pointer, step }) => [pointer, step.do === 'ignore' ? step.note : step.do])).toEqual(
      [
        ['/claims/0/claimReview/0', 'store'],
        ['/claims/1', 'is no ClaimReview: a claim without a review'],
        ['/nextPageToken', 'is no ClaimReview: more follow on another page'],
      ],
    );
    const [first] = planned;
    expect(first?.step.do === 'store' && first.step.review).toEqual({
      url: clean.url,
      claimText: clean.claimReviewed,
      language: 'ar',
      claimants: [{ name: 'Miller', type: null }],
      claimDate: '2024-06-17',
      appearances: [],
      firstAppearance: null,
      publisherName: 'Checkers',
      publisherUrl: 'https://checks.example',
      title: 'What came',
      reviewDate: '2024-06-20T10:00:00Z',
      textualRating: 'صحيح',
      ratingValue: null,
      worstRating: null,
      bestRating: null,
    });
    for (const { pointer } of first?.repairs ?? []) expect(pointer).toBe('/claims/0/claimReview/0');
  });

  it('may say by name what stands elsewhere in it', () => {
    const named = { '@id': '#r', ...clean.reviewRating };
    const who = { '@id': '#who', ...clean.author };
    const claim = { '@id': '#c', ...clean.itemReviewed };
    const review = {
      ...clean,
      reviewRating: { '@id': '#r' },
      author: { '@id': '#who', '@type': 'Organization' },
      itemReviewed: [{ '@id': '#c' }],
    };
    for (const graph of [
      [review, named, who, claim],
      [named, { '@type': 'WebPage', about: [who, claim], mainEntity: review }],
    ]) {
      const [planned] = planImport({ '@graph': graph }).filter(({ step }) => step.do === 'store');
      const [alone] = planImport(clean);
      expect([planned?.step, planned?.repairs]).toEqual([alone?.step, []]);
    }
    expect(planImport({ '@graph': [review] })).toMatchObject([{ refusals: [{ code: 'rating_missing' }] }]);
    const circle = { '@id': '#a', '@type': 'Rating', reviewRating: { '@id': '#a' } };
    expect(planImport([{ ...clean, reviewRating: { '@id': '#a' } }, circle])[0]?.step.do).toBe('refuse');
  });

  it('may call the vocabulary whatever it likes, and hold other things beside', () => {
    const prefixed = Object.fromEntries(
      Object.entries(clean).map(([key, value]) => [
        key.startsWith('@') ? key : `s:${key}`,
        key === '@type' ? 's:ClaimReview' : value,
      ]),
    );
    const planned = planImport({ 's:dataFeedElement': [prefixed, { '@type': 's:MediaReview' }] });
    expect(planned[0]?.step).toEqual(planImport(clean)[0]?.step);
    expect(planned[0]?.repairs).toEqual([]);
    expect(planned[1]?.step).toEqual({ do: 'ignore', note: 'is no ClaimReview: MediaReview' });
  });

  it('nested without end is told of, not followed', () => {
    const deep = Array.from({ length: 20_000 }).reduce<unknown>((inside) => [inside], clean);
    expect(planImport(deep)).toMatchObject([{ refusals: [{ code: 'too_deep' }] }]);
  });
});

describe('whatever is given', () => {
  const words = fc.constantFrom(
    ...[
      '@type',
      'type',
      'ClaimReview',
      'claimreview',
      'Claim',
      'Person',
      'DataFeedItem',
      '@graph',
      'dataFeedElement',
    ],
    ...[
      'url',
      'claimReviewed',
      'reviewRating',
      'itemReviewed',
      'author',
      'name',
      'inLanguage',
      'dateDeleted',
      'item',
    ],
    ...[
      'alternateName',
      'ratingValue',
      'bestRating',
      'https://a.example/1',
      '2024-06-18',
      '5',
      '__proto__',
      'constructor',
    ],
  );
  const leaf = fc.oneof(
    words,
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.double(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof({ weight: 5, arbitrary: words }, fc.string({ maxLength: 8 })), tie('tree'), {
        maxKeys: 8,
      }),
    ),
  }));
  /** Reviews that are whole but for a few properties. */
  const nearly = fc
    .tuple(fc.dictionary(words, tree, { maxKeys: 3 }), fc.subarray(Object.keys(clean)))
    .map(([change, kept]) => ({
      ...Object.fromEntries(Object.entries(clean).filter(([key]) => kept.includes(key))),
      ...change,
    }));

  it('is never thrown at, and what is to be stored can be, with everything told that was done to it', () => {
    fc.assert(
      fc.property(fc.oneof(tree, nearly, fc.array(nearly, { maxLength: 3 })), (document) => {
        for (const { step, refusals, repairs, pointer } of planImport(document)) {
          expect(pointer === '' || pointer.startsWith('/')).toBe(true);
          expect(step.do === 'refuse').toBe(refusals.length > 0);
          if (step.do !== 'store') continue;
          const { review } = step;
          const { ratingValue: value, worstRating: worst, bestRating: best } = review;
          expect([value === null, value === null]).toEqual([worst === null, best === null]);
          if (value !== null)
            expect(Number(worst) < Number(best) && value >= Number(worst) && value <= Number(best)).toBe(
              true,
            );
          expect(URL.canParse(review.url)).toBe(true);
          expect(review.claimText.trim()).toBe(review.claimText);
          expect(review.claimText).not.toBe('');
          expect(JSON.stringify(review)).not.toMatch(/\\u0000|\\ud[89a-f]/);
          // What was read of it again needs no repair of its texts: all of it was done, and told. A list of what is
          // everywhere the same is as good as that alone.
          const given = new Set(
            [(document as { claimReviewed?: unknown }).claimReviewed]
              .flat()
              .filter((one) => one !== null && one !== undefined && one !== ''),
          );
          if (!Array.isArray(document) && !(given.size === 1 && given.has(review.claimText)))
            expect(repairs.length + Number(pointer !== '')).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('cleaning what is clean changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = cleanText(text);
        if (once.repairs.length === 0) expect(once.text).toBe(text);
      }),
    );
  });

  it.each([
    ['&'.repeat(1000_000)],
    ['&#'.repeat(500_000)],
    ['<a'.repeat(500_000)],
    ['<!--'.repeat(250_000)],
    ['<a '.repeat(300_000) + '>'],
    [' '.repeat(1000_000) + 'x'],
    ['\r'.repeat(1000_000)],
    ['1,'.repeat(500_000)],
    ['//'.repeat(500_000)],
    ['18 يونيو '.repeat(100_000)],
  ])('is read in time that grows with its length (%#)', (text) => {
    const document = (one: string) => ({
      ...clean,
      claimReviewed: one.slice(0, 4000),
      url: one,
      headline: one,
      inLanguage: one,
      datePublished: one,
      reviewRating: { alternateName: one, ratingValue: one },
      mainEntityOfPage: 'https://a.example/1',
    });
    // In time that grew with the square of its length, this would not end within the time of a test.
    expect(planImport(document(text))).toHaveLength(1);
  });
});
