import { describe, expect, it } from 'vitest';
import { claimantsOf } from '../../src/domain/publishing/claimant.js';
import { context, toClaimReview, toDataFeed, toFeedItem } from '../../src/domain/publishing/claimreview.js';
import { reviewUrl } from '../../src/domain/publishing/publisher.js';
import { readEnv } from '../../src/platform/config/env.js';
import {
  claim,
  link,
  publisher,
  retraction,
  review,
  source,
  chainOf,
  verdict,
} from '../support/published.js';

const organization = { '@type': 'Organization', name: 'Desk & Sons', url: 'https://desk.example' };

describe('a review as ClaimReview', () => {
  it('has what is known, under the names of schema.org', () => {
    expect(context).toBe('https://schema.org');
    expect(toClaimReview(review(), 'en', publisher)).toEqual({
      '@type': 'ClaimReview',
      url: 'https://desk.example/en/claims/C37',
      identifier: 'C37',
      inLanguage: 'en',
      datePublished: '2026-11-01T09:00:00.000Z',
      dateModified: '2026-11-03T09:00:00.000Z',
      version: 2,
      creativeWorkStatus: 'Published',
      claimReviewed: 'Moscow has denied it',
      itemReviewed: {
        '@type': 'Claim',
        text: 'نفت موسكو',
        inLanguage: 'ar',
        datePublished: '2024-06-17',
        author: { '@type': 'Organization', name: 'RUSSIA' },
        appearance: {
          '@type': 'Article',
          headline: 'زيارة',
          inLanguage: 'ar',
          url: 'https://youm7.example/1',
          datePublished: '2024-06-18',
          publisher: { '@type': 'Organization', name: 'YOUM7' },
        },
      },
      reviewRating: {
        '@type': 'Rating',
        alternateName: 'False',
        ratingValue: 1,
        worstRating: 1,
        bestRating: 5,
      },
      reviewBody: 'Two panels saw it.\n\nSo did a third.',
      author: organization,
      publisher: organization,
    });
  });

  it('gives out no words in the place of those that were withheld, and names no publisher that is none', () => {
    const withheld = claim({
      ...{ text: null, glosses: {} },
      article: { title: null, url: null, language: 'ar', datePublished: null },
      chain: chainOf(link('ru', 'root', { source: source('russia', 'government', { removed: true }) })),
    });
    const document = toClaimReview(review({ claim: withheld }), 'en', publisher);
    expect(document).not.toHaveProperty('claimReviewed');
    expect(document.itemReviewed).toEqual({
      '@type': 'Claim',
      inLanguage: 'ar',
      datePublished: '2024-06-17',
      appearance: {
        '@type': 'Article',
        inLanguage: 'ar',
        publisher: { '@type': 'Organization', name: 'YOUM7' },
      },
    });
    const chain = { ...chainOf(), article: { ...chainOf().article, outlet: source('article', 'document') } };
    expect(
      toClaimReview(review({ claim: claim({ chain }) }), 'en', publisher).itemReviewed.appearance,
    ).not.toHaveProperty('publisher');
  });

  it('points to nothing that it does not hold', () => {
    const evidence = [{ url: 'https://un.example/report', note: null }];
    const rationale = { en: 'Two panels saw it [E1].\n\nNo third [E2].' };
    const { reviewBody } = toClaimReview(
      review({ verdict: verdict({ rationale, evidence }) }),
      'en',
      publisher,
    );
    expect(reviewBody).toBe('Two panels saw it.\n\nNo third [E2].');
  });

  it('is in the language that the page is in, and its lists as that language writes them', () => {
    const texts = { rationale: { ar: 'بالعربية', en: 'In English' } };
    const spoken = review({ claim: claim({ language: 'de', text: 'Nein' }), verdict: verdict(texts) });
    expect(toClaimReview(spoken, 'fr', publisher)).toMatchObject({
      ...{ claimReviewed: 'Moscow has denied it', reviewBody: 'In English', inLanguage: 'en' },
    });
    const named = (id: string) => link(id, 'root', { label: id });
    const credited = review({ claim: claim({ chain: chainOf(named('وكالة'), named('مصدر')) }) });
    expect(toClaimReview(credited, 'ar', publisher).itemReviewed).toMatchObject({
      creditText: 'وكالة، مصدر',
    });
  });

  it('leaves out what is not known', () => {
    const bare = review({
      claim: claim({
        statementDate: '2024?',
        glosses: {},
        article: { title: 'T', url: null, language: 'ar', datePublished: null },
        chain: {
          claim: { id: 'claim', ref: 'C37' },
          article: { id: 'a', ref: 'a', title: 'T', outlet: null },
          links: [],
        },
      }),
      verdict: verdict({ rationale: {}, rating: { ...verdict().rating, labels: {} } }),
      underCorrection: true,
    });
    const carrier = { '@type': 'Article', headline: 'T', inLanguage: 'ar' };
    expect(toClaimReview(bare, 'en', publisher)).toEqual({
      ...toClaimReview(review(), 'en', publisher),
      creativeWorkStatus: 'Under correction',
      claimReviewed: 'نفت موسكو',
      itemReviewed: {
        '@type': 'Claim',
        text: 'نفت موسكو',
        inLanguage: 'ar',
        appearance: carrier,
        firstAppearance: carrier,
      },
      reviewRating: { ...toClaimReview(review(), 'en', publisher).reviewRating, alternateName: 'false' },
      reviewBody: undefined,
    });
    expect(toClaimReview(bare, 'en', publisher)).not.toHaveProperty('reviewBody');
  });

  it('names every language that its words are in', () => {
    const inLanguage = (rationale: Record<string, string>) =>
      toClaimReview(review({ verdict: verdict({ rationale }) }), 'ar', publisher).inLanguage;
    expect(inLanguage({ en: 'No.' })).toEqual(['ar', 'en']);
    expect(inLanguage({ ar: 'لا.' })).toBe('ar');
    expect(inLanguage({})).toBe('ar');
  });

  it('gives a number only with both bounds, and none to a rating that takes no side', () => {
    const numbers = (more: Partial<ReturnType<typeof verdict>['rating']>) => {
      const rated = review({ verdict: verdict({ rating: { ...verdict().rating, ...more } }) });
      return Object.keys(toClaimReview(rated, 'en', publisher).reviewRating);
    };
    const none = ['@type', 'alternateName'];
    expect(numbers({})).toEqual([...none, 'ratingValue', 'worstRating', 'bestRating']);
    for (const more of [{ value: null }, { worst: null }, { best: null }, { polarity: 'neutral' }])
      expect(numbers(more)).toEqual(none);
  });

  it('cites evidence and norms, one alone and several in a list', () => {
    const citation = (more: Partial<ReturnType<typeof verdict>>, language: 'ar' | 'en' = 'en') =>
      (toClaimReview(review({ verdict: verdict(more) }), language, publisher) as { citation?: unknown })
        .citation;
    const evidence = [{ url: 'https://un.example/1', note: 'The report' }];
    const seen = { '@type': 'CreativeWork', url: 'https://un.example/1', description: 'The report' };
    expect(citation({ evidence })).toEqual(seen);
    expect(citation({ evidence: [{ url: 'https://un.example/1', note: null }] })).toEqual({
      '@type': 'CreativeWork',
      url: 'https://un.example/1',
    });
    const norm = { name: 'Resolution 1718, 8(b)', identifier: 's-res-1718-2006.8b', verified: true };
    const law = {
      '@type': 'Legislation',
      name: 'Resolution 1718, 8(b)',
      legislationIdentifier: 's-res-1718-2006.8b',
    };
    expect(citation({ evidence, provisions: [norm] })).toEqual([seen, law]);
    const unseen = { provisions: [{ ...norm, verified: false }] };
    expect(citation(unseen)).toEqual({
      ...law,
      description: 'The number of the paragraph was not verified.',
    });
    expect(citation(unseen, 'ar')).toEqual({ ...law, description: 'لم يتم التحقق من رقم الفقرة.' });
    expect(citation({})).toBeUndefined();
  });

  it('says what was corrected, and when', () => {
    const corrected = review({ verdict: verdict({ correction: { reason: 'error', note: 'A number.' } }) });
    expect(toClaimReview(corrected, 'en', publisher).correction).toEqual({
      '@type': 'CorrectionComment',
      text: 'A number.',
      datePublished: '2026-11-02T09:00:00.000Z',
    });
    expect(toClaimReview(review(), 'en', publisher)).not.toHaveProperty('correction');
  });

  it('says that it goes on where there is another page', () => {
    const feed = (language: 'ar' | 'en', goesOn: boolean) =>
      toDataFeed([review()], { path: '/data.json', language, publisher, goesOn });
    expect(feed('en', true)).toMatchObject({
      description: 'This is one page; the header Link leads to the next.',
    });
    expect(feed('ar', true)).toHaveProperty('description');
    expect(feed('en', false)).not.toHaveProperty('description');
  });

  it('of which only the note is left once it was taken back', () => {
    expect(toFeedItem(retraction, 'ar', publisher)).toEqual({
      '@type': 'DataFeedItem',
      dateDeleted: '2026-11-04T09:00:00.000Z',
      url: 'https://desk.example/ar/claims/C37',
      description: 'لا تسنده الأدلة.',
      item: [],
    });
  });
});

describe('who a claim is ascribed to', () => {
  const item = (chain: ReturnType<typeof chainOf>) =>
    toClaimReview(review({ claim: claim({ chain }) }), 'en', publisher).itemReviewed;

  it('is whoever is known, with other names and an identity', () => {
    const putin = source('putin', 'person', { wikidata: 'Q7747', otherNames: ['V. Putin'] });
    const kim = source('kim', 'person', { otherNames: ['Kim', 'Jong Un'] });
    expect(item(chainOf(link('p', 'root', { source: putin }))).author).toEqual({
      '@type': 'Person',
      name: 'PUTIN',
      alternateName: 'V. Putin',
      sameAs: 'https://www.wikidata.org/entity/Q7747',
    });
    const both = chainOf(
      link('p', 'root', { source: putin }),
      link('k', 'root', { source: kim, position: 1 }),
    );
    expect(item(both).author).toMatchObject([
      { name: 'PUTIN' },
      { '@type': 'Person', name: 'KIM', alternateName: ['Kim', 'Jong Un'] },
    ]);
  });

  it.each(['organization', 'government', 'outlet', 'agency', 'collective'] as const)(
    '%s is an organization',
    (kind) => {
      const { authors } = claimantsOf(chainOf(link('x', 'root', { source: source('x', kind) })));
      expect(authors.map(({ type }) => type)).toEqual(['Organization']);
    },
  );

  it('is credited by label where it is not known or not named, and never by nothing', () => {
    const chain = chainOf(
      link('a', 'root', { label: 'officials', anonymous: true }),
      link('b', 'root', { source: source('us', 'government'), anonymous: true, position: 1 }),
      link('c', 'root', { anonymous: true, position: 2 }),
    );
    expect(claimantsOf(chain)).toEqual({ authors: [], credits: ['officials', 'US'], works: [] });
    expect(item(chain)).toMatchObject({ creditText: 'officials, US' });
    expect(item(chain)).not.toHaveProperty('author');
  });

  it.each([
    ['a picture', 'satellite', 'imagery'],
    ['a document, such as the article itself', 'article', 'document'],
  ] as const)('is nobody where it was taken from %s, which had it first', (_what, ref, kind) => {
    const chain = chainOf(link('i', 'root', { source: source(ref, kind) }));
    const name = ref.toUpperCase();
    expect(claimantsOf(chain)).toEqual({ authors: [], credits: [], works: [name] });
    expect(item(chain).firstAppearance).toEqual({ '@type': 'CreativeWork', name });
    expect(item(chain)).not.toHaveProperty('author');
  });

  it('is the outlet where the article speaks for itself, which had it first then', () => {
    const own = item(chainOf());
    expect(own.author).toEqual({ '@type': 'Organization', name: 'YOUM7' });
    expect(own.firstAppearance).toEqual(own.appearance);
  });
});

describe('the address of a review', () => {
  it('has its ref, safe in a path, and its language wherever the form says', () => {
    expect(reviewUrl({ ...publisher, reviewUrl: 'x/{ref}/{ref}/{language}-{language}' }, 'a b', 'ar')).toBe(
      'x/a%20b/a%20b/ar-ar',
    );
  });

  it('is our own page where no other is named, and that of the API where nobody may read it', () => {
    expect(reviewUrl(readEnv({}).publisher, 'C37', 'en')).toBe('http://127.0.0.1:4545/en/claims/C37');
    expect(reviewUrl(readEnv({ PUBLIC_READING: 'off' }).publisher, 'C37', 'en')).toBe(
      'http://127.0.0.1:4545/v1/claims/C37/claimreview?language=en',
    );
  });
});
