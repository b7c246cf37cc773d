import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';
import { Relations } from '../../../web/src/review/relations.js';

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));
vi.mock('../../../web/src/parts/claim-link.js', () => ({
  ClaimLink: ({ of }: { of: string }) => createElement('a', {}, of),
}));

const relation = (direction: 'in' | 'out', type: string, ref: string) => ({
  ...{ id: ref, type, direction, note: null },
  claim: { id: ref, ref, text: 'It is so', language: 'en', status: 'open', rating: null },
});

const drawn = async (language: 'ar' | 'en', ...relations: object[]): Promise<string> => {
  const loaded = await loadMessages(language);
  const claim = { ref: 'C34', text: 'It is so', language: 'en', relations } as unknown as Parameters<
    typeof Relations
  >[0]['claim'];
  return renderToStaticMarkup(
    createElement(LanguageOf, {
      loaded,
      digits: 'latn',
      choose: () => undefined,
      children: createElement(Relations, { claim, scale: [] }),
    }),
  ).replace(/[\u2066-\u2069]/g, '');
};

test('which claim does what to which is said in a whole sentence, in both directions', async () => {
  const page = await drawn('en', relation('in', 'denies', 'C37'), relation('out', 'supports', 'C36'));
  const [, acting = '', actedOn = ''] = page.split('<ul');
  const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
  expect(textOf(acting)).toContain('C37 denies C34');
  expect(textOf(actedOn)).toContain('C34 supports C36');
  expect(acting).toContain('aria-label="What other claims say of C34"');
  expect(actedOn).toContain('aria-label="What C34 says of other claims"');
});

test('in Arabic as well, and a side with nothing is no list', async () => {
  const page = await drawn('ar', relation('in', 'denies', 'C37'));
  expect(page.replace(/<[^>]*>/g, '')).toContain('C37 ينفي C34');
  expect(page.split('<ul')).toHaveLength(2);
});
