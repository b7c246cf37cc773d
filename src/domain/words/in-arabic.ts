/**
 * PURE: the sentences of the API in Arabic. Rules say why in English, where they stand; here each of their forms is said again.
 * A form holds `{names}` for what differs from one time to the next: names of statuses, moves and roles are said in Arabic too,
 * whatever else stands there is given as it is.
 */
import type { Language } from '../text/languages.js';
import { claimSentences } from './arabic-claims.js';
import { requestSentences } from './arabic-requests.js';
import { arabicValues } from './arabic-values.js';

const sentences: Readonly<Record<string, string>> = { ...requestSentences, ...claimSentences };

interface Form {
  pattern: RegExp;
  arabic: string;
  /** Letters that are the same each time: of two forms that fit, the one with more of them is meant. */
  fixed: number;
}

/** Code units. Without an end, what somebody has typed could be tried in too many ways. */
const longestValue = 500;
const hole = /\{\w+\}/g;
const literally = (text: string): string => text.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&');

const toForm = ([english, arabic]: [string, string]): Form => ({
  pattern: new RegExp(
    `^${english
      .split(/(\{\w+\})/)
      .map((part) =>
        part.startsWith('{') ? `(?<${part.slice(1, -1)}>.{1,${String(longestValue)}}?)` : literally(part),
      )
      .join('')}$`,
    's',
  ),
  arabic,
  fixed: english.replace(hole, '').length,
});

let forms: readonly Form[] | undefined;
/** Made when the first Arabic reader asks. */
const openForms = (): readonly Form[] =>
  (forms ??= Object.entries(sentences)
    .filter(([english]) => english.includes('{'))
    .map(toForm)
    .sort((one, other) => other.fixed - one.fixed));

/** Undefined where it is no sentence of ours. */
export function findArabic(english: string): string | undefined {
  if (Object.hasOwn(sentences, english) && !english.includes('{')) return sentences[english];
  for (const { pattern, arabic } of openForms()) {
    const found = pattern.exec(english);
    if (found)
      return arabic.replace(/("?)\{(\w+)\}/g, (_hole, quote: string, name: string) => {
        const value = found.groups?.[name] ?? '';
        // In quotation marks stands what somebody has typed.
        return quote + (quote === '' ? valueIn(value) : value);
      });
  }
  return undefined;
}

/** As it is where nobody has said it in Arabic. */
const inArabic = (english: string): string => findArabic(english) ?? english;

/** A name, a list of names, or a sentence within the sentence. */
function valueIn(text: string): string {
  const parts = text.split(/(, | or |; )/);
  return parts.length === 1
    ? (arabicValues[text] ?? findArabic(text) ?? text)
    : parts.map((part, index) => (index % 2 === 1 ? separators[part] : valueIn(part))).join('');
}

const separators: Readonly<Record<string, string>> = { ', ': '، ', ' or ': ' أو ', '; ': '؛ ' };

/** Something that the API says, in the language of whoever asked. */
export const sayIn = (language: Language, english: string): string =>
  language === 'ar' ? inArabic(english) : english;
