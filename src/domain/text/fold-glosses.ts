import { foldLine } from './fold-line.js';

/** What a claim is found by beside its quote, in other languages too: each gloss on a line. */
export const foldGlosses = (glosses: Readonly<Record<string, string>>): string =>
  Object.values(glosses).map(foldLine).join('\n');
