/** The desk in the browser may be older than the API: what it has no word for is shown as it is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { LanguageOf, loadMessages, useWords } from '../../../web/src/language/words.js';
import { PriorityChip, RatingChip, StatusChip } from '../../../web/src/parts/chips.js';
import { RelationText } from '../../../web/src/parts/relation-text.js';

vi.hoisted(() => vi.stubGlobal('location', { origin: 'http://desk.test' }));

async function drawn(children: ReactNode): Promise<string> {
  const loaded = await loadMessages('en');
  const page = renderToStaticMarkup(
    createElement(LanguageOf, { loaded, digits: 'latn', choose: () => undefined, children }),
  );
  return page.replace(/[\u2066-\u2069]/g, '');
}

test.each([
  ['a status', createElement(StatusChip, { status: 'on_hold' }), 'on_hold'],
  ['a priority', createElement(PriorityChip, { priority: 'someday' }), 'someday'],
  ['a polarity', createElement(RatingChip, { label: 'Half', polarity: 'mixed' as never }), 'Half'],
  ['a relation', createElement(RelationText, { of: 'C37 answers C34' }), 'answers'],
])('%s that is not known takes no screen down', async (_what, element, said) => {
  expect(await drawn(element)).toContain(said);
});

test('a code that is known is said in words', async () => {
  expect(await drawn(createElement(StatusChip, { status: 'in_review' }))).toContain('in review');
});

test('a name that is written in the code and has no words is a fault', async () => {
  const Said = (): string => useWords()('no.such' as never);
  await expect(drawn(createElement(Said))).rejects.toThrow(/no\.such/);
});

test('no name of a message is put together from what the compiler does not know', () => {
  const web = join(import.meta.dirname, '..', '..', '..', 'web', 'src');
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const cast = files.filter((name) =>
    /words\([^)]* as (?:Message|never)/.test(readFileSync(join(web, name), 'utf8')),
  );
  expect(cast).toEqual([]);
});
