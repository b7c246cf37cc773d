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

/** The last words of what is written why, in this language or else in another; undefined where nothing is. */
export function endOf(
  { rationale = {} }: Draft,
  language: string,
  most: number,
): { language: string; text: string } | undefined {
  const texts = Object.entries(rationale).filter(([, text]) => text.trim() !== '');
  const [its, text] = texts.find(([one]) => one === language) ?? texts[0] ?? [];
  if (its === undefined || text === undefined) return undefined;
  const words = text.trim().split(/\s+/u);
  return { language: its, text: (words.length > most ? '… ' : '') + words.slice(-most).join(' ') };
}
