import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { EditionPreview } from '../../../web/src/approve/edition-preview.js';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';

// What asks the API asks that of its own page.
vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));

type Document = Parameters<typeof EditionPreview>[0]['document'];

const relation = (id: string, direction: 'in' | 'out', ref: string) => ({
  ...{ id, type: 'denies', direction },
  claim: { id: ref, ref, language: 'en', statement: 'It is not so' },
});

test('an edition says which claim denies which, and calls norms by their titles', async () => {
  const document = {
    claim: { id: 'one', ref: 'C34', language: 'en', quote: { exact: 'It is so' } },
    article: { title: 'An article', language: 'en', outlet: null },
    verdict: {
      findings: { attribution: 'confirmed', fidelity: 'faithful', veracity: 'true' },
      rating: { slug: 'true', labels: { en: 'True' }, polarity: 'supports' },
      rationale: {},
    },
    ...{ evidence: [], contacts: [], correction: null },
    relations: [relation('in', 'in', 'C37'), relation('out', 'out', 'C39')],
    provisions: [
      {
        ...{ ref: 's-res-7.8b', paragraph: '8(b)', act: 'Sold it', actor: 'A state', date: '2024' },
        instrument: { ref: 's-res-7', label: 'S/RES/7', titles: { en: 'Resolution 7' } },
      },
    ],
  } as unknown as Document;
  const loaded = await loadMessages('en');
  const page = renderToStaticMarkup(
    createElement(LanguageOf, {
      loaded,
      digits: 'latn',
      choose: () => undefined,
      children: createElement(EditionPreview, { document }),
    }),
  );
  const text = page
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
  expect(text).toContain('C37 denies C34');
  expect(text).toContain('C34 denies C39');
  expect(text).toContain('Resolution 7 paragraph 8(b) · S/RES/7 · Sold it');
});
