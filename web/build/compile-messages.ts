/** Turns a file of messages into what react-intl formats without a parser. */
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

export const compileMessages = (): Plugin => ({
  name: 'compile-messages',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/language\/messages\/\w+\.json$/.test(id)) return null;
    const texts = JSON.parse(code) as Record<string, string>;
    const compiled = Object.entries(texts).map(([name, text]) => [
      name,
      parse(text, { captureLocation: false }),
    ]);
    return {
      code: `export default ${JSON.stringify(Object.fromEntries(compiled))}`,
      map: null,
      moduleType: 'js',
    };
  },
});
