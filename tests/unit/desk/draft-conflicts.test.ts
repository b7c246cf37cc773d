import { QueryClientProvider } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { oneInstrument } from '../../../web/src/api/instruments.js';
import { createQueries } from '../../../web/src/api/query-client.js';
import type { Conflict } from '../../../web/src/drafts/draft.rules.js';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';
import { DraftConflicts } from '../../../web/src/review/draft-conflicts.js';

// What asks the API asks that of its own page.
vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));

type Props = Parameters<typeof DraftConflicts>[0];
const scale = [
  { slug: 'mostly-true', labels: { en: 'Mostly true', ar: 'صحيح في معظمه' } },
] as unknown as Props['scale'];
const provisions = [
  { instrument: { id: 'i', ref: 's-res-7' }, provision: { id: 'p', ref: 's-res-7.8b', paragraph: '8(b)' } },
] as unknown as Props['provisions'];
const queries = createQueries(() => undefined);
queries.setQueryData(oneInstrument('i').queryKey, { titles: { en: 'Resolution 7' } } as never);

const drawn = async (conflict: Conflict): Promise<string> => {
  const loaded = await loadMessages('en');
  const shown = createElement(DraftConflicts, {
    conflicts: [conflict],
    scale,
    provisions,
    onChoose: () => undefined,
  });
  return renderToStaticMarkup(
    createElement(LanguageOf, {
      loaded,
      digits: 'latn',
      choose: () => undefined,
      children: createElement(QueryClientProvider, { client: queries, children: shown }),
    }),
  );
};

test.each([
  ['findings.attribution', 'misattributed', undefined, ['Was it said?', 'They did not say it', 'nothing']],
  ['findings.veracity', 'mostly-true', 'gone', ['Mostly true', 'gone']],
  ['rationale.ar', 'قيل', '', ['In Arabic', 'dir="rtl" lang="ar"', 'قيل', 'empty']],
  ['recheckAt', '2027-03-02T00:00:00Z', null, ['March 2, 2027', 'nothing']],
  [
    'provisions.p',
    { id: 'p', act: 'Sold it', direction: 'to' },
    undefined,
    ['Resolution 7', 'paragraph', '8(b)', 'What was done', 'Sold it', 'to it', 'nothing'],
  ],
])('what was changed twice is shown in words: %s', async (field, mine, theirs, words) => {
  const page = await drawn({ field, mine, theirs });
  for (const one of words) expect(page).toContain(one);
  for (const code of ['s-res-7', 'misattributed', 'mostly-true', '{&quot;', 'T00:00'])
    expect(page).not.toContain(code);
});
