import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { writeClaimPage } from '../../../src/domain/publishing/page/claim-page.js';
import type { PublicClaim } from '../../../src/domain/publishing/page/public-claim.js';
import { readerOf } from '../../../src/domain/publishing/page/reader.js';
import { english } from '../../../src/domain/publishing/page/page-words.en.js';
import type { Rating } from '../../../web/src/api/claims.js';
import { EditionPreview } from '../../../web/src/approve/edition-preview.js';
import { anEdition } from './an-edition.js';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';

// What asks the API asks that of its own page.
vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));

describe('an edition', () => {
  let text = '';
  let page = '';
  const drawn = async (language: 'ar' | 'en'): Promise<string> => {
    const loaded = await loadMessages(language);
    const scale = [{ slug: 'false', labels: { en: 'Made up' } }] as unknown as Rating[];
    return renderToStaticMarkup(
      createElement(LanguageOf, {
        loaded,
        digits: 'latn',
        choose: () => undefined,
        children: createElement(EditionPreview, { document: anEdition, scale }),
      }),
    );
  };
  beforeAll(async () => {
    page = await drawn('en');
    text = page
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ');
  });

  test('says which claim denies which, and calls norms by their titles', () => {
    expect(text).toContain('C37 denies C34');
    expect(text).toContain('C34 denies C39');
    expect(text).toContain('Who says C37');
    expect(text).toContain('Resolution 7 paragraph 8(b) · S/RES/7 · Sold it');
  });

  test('keeps what is printed on an instrument in its own direction, and says of who is not named that they are not', async () => {
    expect(page).toMatch(/<bdi dir="ltr"[^>]*>S\/RES\/7<\/bdi>/);
    expect(page).toContain('>unnamed<');
    const inArabic = await drawn('ar');
    expect(inArabic).toMatch(/<bdi dir="ltr"[^>]*>S\/RES\/7<\/bdi>/);
    expect(inArabic).toContain('>دون تسمية<');
  });

  test('finds in the sentences of the public page', () => {
    expect(text).toContain(english.attribution['confirmed']);
    expect(text).toContain(english.fidelity['faithful']);
    expect(text).toContain('our rating is: True');
  });

  test.each([
    ['who said it, and when', 'Said by A spokesman On November 2023'],
    ['the chain', '« said » reported December 2023'],
    ['the kinds', 'Accusation · Quotation'],
    ['glosses', 'Il en est ainsi'],
    ['topics', 'arms'],
    ['the address of the article', 'https://paper.test/one'],
    ['titles of pages', 'A page that was kept'],
    ['when they were kept', 'kept May 6, 2025'],
    ['what they were, whole', 'ab'.repeat(32)],
    ['which way goods went', 'to the party that the norm is about'],
    ['whether a norm was compared', 'not compared with the official text'],
    ['ratings that clash', 'C40 denies C34 Here: true. There: Made up.'],
    ['when it is checked again', 'March 1, 2027'],
  ])('holds back nothing that its digest names: %s', (_what, said) => {
    expect(text).toContain(said);
  });

  test.each([
    ...['Accusation', 'Quotation', 'It is so', 'A spokesman', 'November 2023', 'An article', 'arms'],
    ...['True', '4 on a scale from 1', english.attribution['confirmed'], english.fidelity['faithful']],
    ...['It was seen there', 'https://court.test/case?a=1&amp;b=2', 'href="#e1"', 'id="e1"'],
    ...['2027-03-01T00:00:00.000Z', 'A second page was found', 'A page that was kept', 'The first page'],
    ...['ab'.repeat(32), 'reported', 'unnamed', '2023-12', 'It is not so', 'Who says C37', 'Who says C39'],
    ...['The ministry', 'replied', '2024-02-03', 'We had no part in it', 'Resolution 7', 'S/RES/7'],
    ...['8(b)', 'Sold it', 'A state', english.norms.directions['to'], 'https://paper.test/one'],
  ] as string[])('names on the desk what readers get: %s', (said) => {
    expect(page, 'the desk').toContain(said);
    expect(readersPage(), 'the public page').toContain(said);
  });

  test('leads from a mark to its evidence only where there is some, and to addresses without vouching for them', () => {
    for (const html of [page, readersPage()]) {
      expect(html).not.toContain('#e9');
      expect(html).toContain('No more [E9].');
      expect(html).toMatch(
        /<a href="https:\/\/court\.test\/case\?a=1&amp;b=2"[^>]* rel="[^"]*nofollow[^"]*noopener/,
      );
    }
  });
});

/** What search engines are told is made of these. */
const { ref, language, statementDate } = anEdition.claim;
const reviewed = {
  ...{ id: 'one', ref, language, text: 'It is so', glosses: {}, statementDate, article: anEdition.article },
  chain: { claim: { id: 'one', ref }, article: anEdition.article, links: [] },
};
const verdict = {
  ...{ id: 'v', revision: 2, rating: anEdition.verdict.rating, rationale: {}, evidence: [], provisions: [] },
  ...{ correction: null, publishedAt: '2025-02-01T00:00:00.000Z' },
};

const readersPage = (): string =>
  writeClaimPage(
    {
      published: {
        ...{ kind: 'review', firstPublished: '2025-01-01T00:00:00.000Z', underCorrection: false },
        ...{ changed: '2025-02-01T00:00:00.000Z', claim: reviewed, verdict },
      },
      current: { edition: anEdition, publishedAt: '2025-02-01T00:00:00.000Z', manner: 'approved' },
      ...{ before: [], takenBackBefore: false, related: [], contested: false },
    } as unknown as PublicClaim,
    { name: 'Desk', url: 'https://desk.test', reviewUrl: 'https://desk.test/{language}/claims/{ref}' },
    readerOf('en'),
  ).replace(/[\u2066-\u2069]/g, '');
