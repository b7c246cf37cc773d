/** PURE: single values: texts, addresses, languages, dates. What cannot be told is left out, and noted. */
import { sliceCodePoints } from '../text/code-points.js';
import { canonicalLanguage } from '../text/language-tag.js';
import { readDate } from '../text/loose-date.js';
import { cleanText } from './clean-text.js';
import { isNode, type Place } from './node.js';
import type { Notes } from './report.js';

/** A text of one line; undefined where nothing is left of it. */
export function readText({ value, at }: Place, notes: Notes, most: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'number') notes.repair('not_text', at, value, String(value));
  const { text, repairs } = cleanText(String(value));
  for (const code of repairs) notes.repair(code, at, value, text);
  if (text === '') return undefined;
  const kept = sliceCodePoints(text, 0, most);
  if (kept !== text) notes.repair('cut', at, text, kept);
  return kept;
}

const longestAddress = 2048;

/** An http or https address as it is written, once blanks and a missing scheme are put right. */
export function readAddress({ value, at }: Place, notes: Notes): string | undefined {
  const given = isNode(value) ? (value['@id'] ?? value['url']) : value;
  if (typeof given !== 'string') return undefined;
  const { text, repairs } = cleanText(given);
  const schemed = /^\/\/[^/]/.test(text)
    ? `https:${text}`
    : /^www\.[^\s/]+\./i.test(text)
      ? `https://${text}`
      : text;
  if (!isAddress(schemed)) return undefined;
  for (const code of repairs) notes.repair(code, at, given, text);
  if (schemed !== text) notes.repair('url_scheme', at, text, schemed);
  return schemed;
}

function isAddress(text: string): boolean {
  if (text.length > longestAddress || !/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text))
    return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

const languageNames: Readonly<Record<string, string>> = {
  arabic: 'ar',
  العربية: 'ar',
  عربي: 'ar',
  english: 'en',
  french: 'fr',
  français: 'fr',
  german: 'de',
  deutsch: 'de',
  spanish: 'es',
  español: 'es',
  portuguese: 'pt',
  turkish: 'tr',
  türkçe: 'tr',
  persian: 'fa',
  farsi: 'fa',
  urdu: 'ur',
  hebrew: 'he',
  hindi: 'hi',
  indonesian: 'id',
  italian: 'it',
  russian: 'ru',
  ukrainian: 'uk',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko',
};

export function readLanguage(
  place: Place | undefined,
  at: string,
  assumed: string | undefined,
  notes: Notes,
): string | null {
  if (!place) {
    notes.repair(assumed === undefined ? 'language_absent' : 'language_assumed', at, undefined, assumed);
    return assumed ?? null;
  }
  const { value } = place;
  const given = isNode(value) ? (value['alternateName'] ?? value['name']) : value;
  const text = typeof given === 'string' ? given.slice(0, 100).trim() : '';
  const named = Object.hasOwn(languageNames, text.toLowerCase())
    ? languageNames[text.toLowerCase()]
    : undefined;
  const language = named ?? canonicalLanguage(text.replaceAll('_', '-'));
  if (language === undefined) notes.repair('language_unreadable', place.at, value);
  else if (language !== given) notes.repair('language_form', place.at, value, language);
  return language ?? null;
}

/** An ISO 8601 day or moment. */
export function readWhen({ value, at }: Place, notes: Notes): string | undefined {
  const read =
    typeof value === 'number' || typeof value === 'string'
      ? readDate(typeof value === 'string' ? value.slice(0, 200) : value)
      : { ok: false as const };
  if (!read.ok) {
    notes.repair('date_unreadable', at, value);
    return undefined;
  }
  if (!read.asGiven) notes.repair('date_form', at, value, read.date);
  return read.date;
}
