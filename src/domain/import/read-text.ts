/** PURE: single values: texts, addresses, languages, dates. What cannot be told is left out, and noted. */
import { cleanAddress } from '../text/clean-address.js';
import { firstCodePoints } from '../text/code-points.js';
import { languageOf, undetermined } from '../text/language-of.js';
import { canonicalLanguage } from '../text/language-tag.js';
import { readDate } from '../text/loose-date.js';
import { faultOfUrl } from '../text/web-address.js';
import { cleanText } from './clean-text.js';
import { isNode, property, type Node, type Located } from './node.js';
import type { Notes } from './report.js';

/** A text of one line; undefined where nothing is left of it. */
export function readText(place: Located, notes: Notes, most: number): string | undefined {
  const { value, at } = place;
  if (isNode(value)) return readTextIn(place, value, notes, most);
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'number') notes.repair('not_text', at, value, String(value));
  const { text, repairs } = cleanText(String(value));
  for (const code of repairs) notes.repair(code, at, value, text);
  if (text === '') return undefined;
  const kept = firstCodePoints(text, most);
  if (kept !== text) notes.repair('cut', at, text, kept);
  return kept;
}

/** Of an object where a text belongs: its text, or its name. */
function readTextIn({ at }: Located, node: Node, notes: Notes, most: number): string | undefined {
  for (const name of ['text', 'name', 'headline']) {
    const place = property(node, name, at, notes);
    const text = place && !isNode(place.value) ? readText(place, notes, most) : undefined;
    if (text === undefined) continue;
    notes.repair('node_as_text', at, node, text);
    return text;
  }
  return undefined;
}

/** An http or https address as it is written, once blanks and a missing scheme are put right. */
export function readUrl({ value, at }: Located, notes: Notes): string | undefined {
  const given = isNode(value) ? (value['@id'] ?? value['url']) : value;
  if (typeof given !== 'string') return undefined;
  const { text: written, repairs } = cleanText(given);
  const text = cleanAddress(written);
  const schemed = withScheme(text);
  const whole = schemed ?? resolved(text, notes.base);
  if (whole === undefined || faultOfUrl(whole) !== undefined) return undefined;
  for (const code of repairs) notes.repair(code, at, given, written);
  if (text !== written) notes.repair('invisible_character', at, written, text);
  if (schemed === undefined) notes.repair('url_relative', at, text, whole);
  else if (schemed !== text) notes.repair('url_scheme', at, text, schemed);
  return whole;
}

/** Undefined where it may be the path of a page. */
function withScheme(text: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]{0,30}:/i.test(text)) return text;
  if (/^\/\/[^/]/.test(text)) return `https:${text}`;
  return /^www\.[^\s/]+\./i.test(text) || /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/\S/i.test(text)
    ? `https://${text}`
    : undefined;
}

const resolved = (text: string, base: string | undefined): string | undefined =>
  base !== undefined && /^[^\s]+$/.test(text) && URL.canParse(text, base)
    ? new URL(text, base).href
    : undefined;

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
  place: Located | undefined,
  at: string,
  { assumed, claim }: { assumed: string | undefined; claim: string },
  notes: Notes,
): string | null {
  if (!place) return assumeLanguage(at, assumed, claim, notes);
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

function assumeLanguage(at: string, assumed: string | undefined, claim: string, notes: Notes): string | null {
  const recognized = languageOf(claim);
  const language = assumed ?? (recognized === undetermined ? null : recognized);
  const code =
    assumed !== undefined ? 'language_assumed' : language === null ? 'language_absent' : 'language_from_text';
  notes.repair(code, at, undefined, language);
  return language;
}

/** An ISO 8601 day or moment. */
export function readWhen({ value, at }: Located, notes: Notes): string | undefined {
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
