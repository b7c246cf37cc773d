import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LanguageOf, loadMessages } from '../../../web/src/language/words.js';
import { Note } from '../../../web/src/parts/note.js';

test.each([
  ['ar', 'Only the words in quotation marks are his own.', true],
  ['ar', 'ما بين علامتي الاقتباس وحده من كلامه.', false],
  ['en', 'ما بين علامتي الاقتباس وحده من كلامه.', true],
  ['en', 'Only the words in quotation marks are his own.', false],
] as const)(
  'on the desk in %s, the note "%s" is said to be in another language: %s',
  async (language, text, isSaid) => {
    const loaded = await loadMessages(language);
    const page = renderToStaticMarkup(
      createElement(LanguageOf, {
        loaded,
        digits: 'latn',
        choose: () => undefined,
        children: createElement(Note, { text }),
      }),
    );
    expect(page).toContain(text);
    expect(page.includes(loaded.messages['note.otherLanguage'])).toBe(isSaid);
  },
);
