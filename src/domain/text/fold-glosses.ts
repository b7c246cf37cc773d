import { foldLine } from './fold-line.js';
import { wordForms } from './word-forms.js';

/** What a claim is found by beside its quote, in other languages too: each gloss on a line. */
export const foldGlosses = (glosses: Readonly<Record<string, string>>): string =>
  Object.values(glosses).map(foldLine).join('\n');

/** What is kept beside glosses, to look them up by. */
export function keptOfGlosses(glosses: Readonly<Record<string, string>>) {
  const foldedGlosses = foldGlosses(glosses);
  return { foldedGlosses, glossForms: wordForms(foldedGlosses) };
}
