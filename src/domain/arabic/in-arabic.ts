/**
 * PURE: the sentences of the API in Arabic. Rules say why in English, where they stand; here each of their forms is said again.
 * A form holds `{names}` for what differs from one time to the next: names of statuses, moves and roles are said in Arabic too,
 * whatever else stands there is given as it is, and isolated.
 */
import { splitNames } from '../text/split-names.js';
import { isolateIn } from '../text/contain-bidi.js';
import type { Language } from '../text/languages.js';
import { claimSentences } from './arabic-claims.js';
import { isolateLatin } from './isolate-latin.js';
import { requestSentences } from './arabic-requests.js';
import { arabicValues } from './arabic-values.js';

const sentences: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...requestSentences, ...claimSentences }).map(([english, arabic]) => [
    english,
    isolateLatin(arabic),
  ]),
);

interface Form {
  pattern: RegExp;
  arabic: string;
  /** Letters that are the same each time: of two forms that fit, the one with more of them is meant. */
  fixed: number;
}

/** Code units. Without an end, what somebody has typed could be tried in too many ways. */
const longestValue = 500;
const hole = /\{(\w+)\}/g;
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
      return arabic.replace(hole, (_hole, name: string) => valueOf(name, found.groups?.[name] ?? ''));
  }
  return undefined;
}

/** What stands at a place of this name: words of ours are said in Arabic, what others have written is given as it is. */
function valueOf(name: string, text: string): string {
  if (ours.has(name))
    return text
      .split(/(, | or )/)
      .map(nameInArabic)
      .join('');
  if (clauses.has(name)) return withinArabic(text);
  if (name === 'faults') return text.split('; ').map(withinArabic).join('؛ ');
  return isolated(text);
}

/** A value keeps its own direction, and does not change the order of the sentence around it. */
const isolated = (text: string): string => (/^\d+$/.test(text) ? text : isolateIn('rtl', text));

const ours: ReadonlySet<string> = new Set([
  ...splitNames('status event open stage role roles what kind texts governs went'),
]);
/** A sentence within the sentence. */
const clauses: ReadonlySet<string> = new Set(['fault', 'why', 'otherwise', 'detail', 'missing', 'load']);

const nameInArabic = (text: string): string => separators[text] ?? arabicValues[text] ?? isolated(text);
const withinArabic = (english: string): string => findArabic(english) ?? isolated(english);
const inArabic = (english: string): string => findArabic(english) ?? english;

const separators: Readonly<Record<string, string>> = { ', ': '، ', ' or ': ' أو ' };

/** Something that the API says, in the language of whoever asked. */
export const sayIn = (language: Language, english: string): string =>
  language === 'ar' ? inArabic(english) : english;
