/** Turns a file of messages into what react-intl formats without a parser; `?later` is the part that can wait. */
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { isLater } from '../src/language/later.rules.js';

export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  enforce: 'pre',
  transform(code, id) {
    const file = /\/language\/messages\/\w+\.json(?<later>\?later)?$/.exec(id);
    if (!file) return null;
    const texts = Object.entries(JSON.parse(code) as Record<string, string>);
    const compiled = texts
      .filter(([name]) => isLater(name) === (file.groups?.['later'] !== undefined))
      .map(([name, text]) => [name, parse(text, { captureLocation: false })]);
    return {
      code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
      map: null,
      moduleType: 'js',
    };
  },
});
