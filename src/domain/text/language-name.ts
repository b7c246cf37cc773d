import { languageFor, type Language } from './languages.js';

const unknown: Readonly<Record<Language, string>> = { ar: 'لغة غير معروفة', en: 'unknown language' };

/**
 * PURE: what a language is called in another, or in itself. What stands behind the base of a tag has no name (`Intl` throws
 * at it): it is added, because it tells one tag from the other.
 */
export function languageName(tag: string, spoken = tag): string {
  if (/^und(?:-|$)/i.test(tag)) return unknown[languageFor(spoken)];
  const { baseName } = new Intl.Locale(tag);
  const name = new Intl.DisplayNames([spoken], { type: 'language' }).of(baseName) ?? tag;
  const rest = tag.slice(baseName.length + 1).replace(/^x-/, '');
  return rest === '' ? name : `${name} (${rest})`;
}
