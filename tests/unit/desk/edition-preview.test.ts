import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { english } from '../../../src/domain/publication/page/words.en.js';
import type { Rating } from '../../../web/src/api/claims.js';
import { EditionPreview } from '../../../web/src/approve/edition-preview.js';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';

// What asks the API asks that of its own page.
vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));

type Document = Parameters<typeof EditionPreview>[0]['document'];

const relation = (id: string, direction: 'in' | 'out', ref: string) => ({
  ...{ id, type: 'denies', direction },
  claim: {
    ...{ id: ref, ref, language: 'en', statement: 'It is not so' },
    claimants: [{ source: null, label: `Who says ${ref}`, anonymous: false }],
  },
});

const edition = {
  claim: {
    ...{ id: 'one', ref: 'C34', kind: 'accusation', secondaryKinds: ['quotation'], language: 'en' },
    ...{ quote: { exact: 'It is so' }, glosses: { fr: 'Il en est ainsi' }, topics: ['arms'] },
    statementDate: '2023-11',
  },
  article: {
    ...{ title: 'An article', language: 'en', outlet: null, datePublished: '2024-01-02' },
    url: 'https://paper.test/one',
  },
  chain: {
    ...{ source: null, label: null, verb: null, mode: 'own_voice', anonymous: false, date: null },
    from: [
      {
        ...{ source: null, label: null, verb: null, mode: 'indirect', anonymous: true, date: null },
        from: [
          {
            ...{ source: null, label: 'A spokesman', verb: 'said', mode: 'indirect', anonymous: false },
            ...{ date: '2023-12', from: [] },
          },
        ],
      },
    ],
  },
  verdict: {
    findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
    rating: { slug: 'true', labels: { en: 'True' }, polarity: 'supports' },
    rationale: {},
    recheckAt: '2027-03-01T00:00:00.000Z',
  },
  evidence: [
    {
      ...{ id: 'e', url: 'https://page.test/x', stance: 'for', note: null },
      capture: {
        ...{ id: 'c', outcome: 'captured', url: 'https://page.test/x', sha256: 'ab'.repeat(32) },
        ...{ attemptedAt: '2025-05-06T10:00:00.000Z', title: 'A page that was kept' },
      },
    },
  ],
  conflicts: [
    { claim: { id: 'C40', ref: 'C40' }, relation: 'C40 denies C34', rating: 'true', theirs: 'false' },
  ],
  ...{ contacts: [], correction: null },
  relations: [relation('in', 'in', 'C37'), relation('out', 'out', 'C39')],
  provisions: [
    {
      ...{ ref: 's-res-7.8b', paragraph: '8(b)', act: 'Sold it', actor: 'A state', date: '2024' },
      ...{ verified: false, direction: 'to' },
      instrument: { ref: 's-res-7', label: 'S/RES/7', titles: { en: 'Resolution 7' } },
    },
  ],
} as unknown as Document;

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
        children: createElement(EditionPreview, { document: edition, scale }),
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
    ['which way goods went', 'to it'],
    ['whether a norm was compared', 'not compared with the official text'],
    ['ratings that clash', 'C40 denies C34 Here: true. There: Made up.'],
    ['when it is checked again', 'March 1, 2027'],
  ])('holds back nothing that its digest names: %s', (_what, said) => {
    expect(text).toContain(said);
  });
});
