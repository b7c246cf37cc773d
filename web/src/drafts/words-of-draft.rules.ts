/** PURE: what a person wrote in a draft, apart from what they chose in it. */
import type { Draft } from './draft.rules.js';

interface Written {
  /** BCP 47; undefined where nobody said in which language it is. */
  language?: string;
  text: string;
}

export function wordsOf({ rationale = {}, provisions = [] }: Draft): Written[] {
  const texts = Object.entries(rationale).map(([language, text]) => ({ language, text }));
  const said = provisions.flatMap(({ act, actor }) => [act, actor].map((text = '') => ({ text })));
  return [...texts, ...said].filter(({ text }) => text.trim() !== '');
}
