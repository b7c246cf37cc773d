/** Every claim of the first article, published and read back as markup in both languages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { claimReview, dataFeed } from '../../src/publishing/claimreview.schema.js';
import { planImport } from '../../src/domain/import/plan-import.js';
import type { ReadReview } from '../../src/domain/import/read-review.js';
import { bodyOf, type Page } from '../support/desk.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { publishSeed } from '../support/publish-seed.js';
import { faultsOfMarkup } from '../support/schema-org.js';

type ClaimReview = z.output<typeof claimReview>;
type DataFeed = z.output<typeof dataFeed>;

let isnad: TestIsnad;
let refs: string[];
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  refs = await publishSeed(isnad);
}, 240_000);
afterAll(() => isnad.close());

const read = async (ref: string, language: string): Promise<ClaimReview> =>
  bodyOf(await isnad.as('reader').get(`/v1/claims/${ref}/claimreview?language=${language}`)) as ClaimReview;

const listOf = <One>(value: One | One[] | undefined): One[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** What the importer makes of a document of ours: everything it holds, and that nothing had to be put right. */
function reread(document: unknown): ReadReview[] {
  return planImport(document).map(({ repairs, refusals, step }) => {
    expect([repairs, refusals]).toEqual([[], []]);
    if (step.do !== 'store') throw new Error(`was to be stored, not to be ${step.do}d`);
    return step.review;
  });
}

describe.each(['ar', 'en'] as const)('the ClaimReview of every claim in %s', (language) => {
  it('keeps to the types and ranges of schema.org', async () => {
    expect(refs).toHaveLength(51);
    for (const ref of refs) expect(faultsOfMarkup(await read(ref, language)), ref).toEqual([]);
  });

  it('names no document and no picture as somebody who said it', async () => {
    const sources = bodyOf(await isnad.as('reader').get('/v1/sources?limit=200')) as Page<{
      kind: string;
      name: string;
      names: { text: string }[];
    }>;
    expect(sources.next).toBeNull();
    const works = sources.items.filter(({ kind }) => kind === 'document' || kind === 'imagery');
    const names = new Set(works.flatMap((one) => [one.name, ...one.names.map(({ text }) => text)]));
    expect(works.length).toBeGreaterThan(0);
    const said: [string, string][] = [];
    for (const ref of refs)
      for (const { name } of listOf((await read(ref, language)).itemReviewed.author)) said.push([ref, name]);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter(([, name]) => names.has(name))).toEqual([]);
  });

  it('has a number with both bounds or not at all, and none for a rating that takes no side', async () => {
    const scale = bodyOf(await isnad.as('reader').get('/v1/ratings')) as {
      items: { labels: Record<string, string>; polarity: string; value: number | null }[];
    };
    const polarities = new Set<string>();
    for (const ref of refs) {
      const { alternateName, ratingValue, worstRating, bestRating } = (await read(ref, language))
        .reviewRating;
      const rating = scale.items.find(({ labels }) => labels[language] === alternateName);
      expect(rating, `${ref}: ${alternateName}`).toBeDefined();
      polarities.add(rating?.polarity ?? '');
      const expected = rating?.polarity === 'neutral' ? undefined : rating?.value;
      expect([ratingValue, worstRating, bestRating], ref).toEqual(
        expected === undefined ? [undefined, undefined, undefined] : [expected, 1, 5],
      );
    }
    expect([...polarities].sort()).toEqual(['neutral', 'refutes', 'supports']);
  });

  it('comes back through the importer with nothing to put right', async () => {
    for (const ref of refs) {
      const document = await read(ref, language);
      const { itemReviewed: item, reviewRating: rating } = document;
      const [review] = reread(document);
      const authors = listOf(item.author).map(({ '@type': type, name }) => ({ name, type }));
      const credits = item.creditText === undefined ? [] : [{ name: item.creditText, type: null }];
      expect(review, ref).toMatchObject({
        url: document.url,
        claimText: document.claimReviewed,
        claimants: authors.length > 0 ? authors : credits,
        claimDate: item.datePublished ?? null,
        language: listOf(document.inLanguage)[0],
        publisherName: document.publisher.name,
        publisherUrl: document.publisher.url,
        reviewDate: document.datePublished,
        textualRating: rating.alternateName,
        ratingValue: rating.ratingValue ?? null,
        worstRating: rating.worstRating ?? null,
        bestRating: rating.bestRating ?? null,
      });
    }
  });

  it('is in the DataFeed once, the same as by itself', async () => {
    const items: DataFeed['dataFeedElement'] = [];
    let path: string | undefined = `/v1/claimreviews?language=${language}&limit=20`;
    while (path !== undefined) {
      const page = await isnad.as('reader').get(path);
      expect(page.type).toBe('application/ld+json');
      expect(faultsOfMarkup(page.body)).toEqual([]);
      expect(reread(page.body)).toHaveLength((bodyOf(page) as DataFeed).dataFeedElement.length);
      items.push(...(page.body as DataFeed).dataFeedElement);
      path = /<(.+)>; rel="next"/.exec(page.get('Link') ?? '')?.[1];
    }
    expect(items.map(({ item: [one] }) => one && 'identifier' in one && one.identifier)).toEqual(refs);
    for (const { item: list, dateCreated, dateModified, dateDeleted } of items.slice(0, 3)) {
      const [item] = list;
      if (!item || list.length > 1 || !('identifier' in item)) throw new Error('a note without a retraction');
      const { '@context': _, ...alone } = await read(item.identifier, language);
      expect(item).toEqual(alone);
      expect([dateCreated, dateModified, dateDeleted]).toEqual([
        item.datePublished,
        item.dateModified,
        undefined,
      ]);
    }
  });
});

it('a claim of two deniers has two authors, and one without a certain date has none', async () => {
  const { itemReviewed } = await read('C37', 'en');
  expect(listOf(itemReviewed.author)).toMatchObject([
    { '@type': 'Organization', name: 'Russia', sameAs: 'https://www.wikidata.org/entity/Q159' },
    { '@type': 'Organization', name: 'North Korea (DPRK)' },
  ]);
  expect(listOf((await read('C37', 'ar')).itemReviewed.author)).toMatchObject([
    { name: 'روسيا', alternateName: ['موسكو', 'Russia'] },
    {
      name: 'كوريا الشمالية',
      alternateName: expect.arrayContaining(['بيونج يانج', 'North Korea (DPRK)']) as string[],
    },
  ]);
  expect(itemReviewed.datePublished).toBeUndefined();
  expect((await read('C01', 'en')).itemReviewed.datePublished).toBeUndefined();
  expect((await read('C34', 'ar')).itemReviewed).toMatchObject({
    datePublished: '2024-06-17',
    author: {
      '@type': 'Person',
      name: 'ماثيو ميللر',
      alternateName: expect.arrayContaining(['Matthew Miller']) as string[],
    },
    appearance: { '@type': 'Article', datePublished: '2024-06-18', inLanguage: 'ar' },
  });
});

it('those whom the chain does not know are credited as it names them, and nobody is made up', async () => {
  const { itemReviewed } = await read('C32', 'ar');
  expect([itemReviewed.author, itemReviewed.creditText]).toEqual([
    undefined,
    'unnamed holders of "growing concerns"',
  ]);
});

it('the claim is told in the language asked for, its words in their own beside it', async () => {
  const { items } = bodyOf(await isnad.as('reader').get('/v1/claims?limit=200')) as Page<{
    ref: string;
    text: string;
    glosses: Record<string, string>;
  }>;
  for (const { ref, text, glosses } of items) {
    const english = await read(ref, 'en');
    expect([english.claimReviewed, english.itemReviewed.text]).toEqual([glosses['en'] ?? text, text]);
    expect((await read(ref, 'ar')).claimReviewed).toBe(text);
  }
});

it('a verdict written in one language is given in it, and the document says which languages it is in', async () => {
  const [onlyEnglish = '', onlyArabic = ''] = [refs[3], refs[2]];
  expect(await read(onlyEnglish, 'ar')).toMatchObject({
    inLanguage: ['ar', 'en'],
    reviewBody: `We looked into ${onlyEnglish}, and this is what we found.\nA second paragraph.`,
  });
  expect(await read(onlyArabic, 'en')).toMatchObject({ inLanguage: ['en', 'ar'] });
  expect(await read(refs[0] ?? '', 'en')).toMatchObject({ inLanguage: 'en' });
});

it('the norms a verdict cites stand among its citations', async () => {
  expect(listOf((await read('C44', 'en')).citation)).toMatchObject([
    { '@type': 'CreativeWork', url: 'https://example.org/evidence/C44', description: 'What was captured' },
    {
      '@type': 'Legislation',
      legislationIdentifier: 's-res-1874-2009.9',
      name: expect.stringMatching(/^(?!s-res).+, paragraph 9$/) as string,
    },
  ]);
});
