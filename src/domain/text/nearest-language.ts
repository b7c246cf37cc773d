/** Texts in several languages, and a reader who has asked for one of them. */
import { languageFor, primary } from './languages.js';

export interface TextIn {
  /** BCP 47 */
  language: string;
  text: string;
}

/**
 * The text a reader of the first of `wanted` is served best with: in that very language, in another form of it
 * (`ar` for `ar-EG`), else the same for the next one wanted, else the first there is, by name of the language.
 */
export function nearestText(
  texts: Readonly<Record<string, string>>,
  ...wanted: string[]
): TextIn | undefined {
  const there = Object.keys(texts).sort();
  const language = wanted.flatMap((tag) => bestOf(there, tag)).at(0) ?? there[0];
  const text = language === undefined ? undefined : texts[language];
  return language === undefined || text === undefined ? undefined : { language, text };
}

const bestOf = (there: readonly string[], tag: string): string[] =>
  [there.find((one) => one === tag) ?? there.find((one) => primary(one) === primary(tag))].filter(
    (one) => one !== undefined,
  );

/** What a reader of this language is shown: in it, else in the one they are spoken to in, else in the text's own. */
export const textFor = (
  texts: Readonly<Record<string, string>>,
  language: string,
  ...own: string[]
): TextIn | undefined => nearestText(texts, language, languageFor(language), ...own);
