/** The languages of the interface: which one is used, and how it runs. */
import { languages, primary, type Language } from '../../../src/domain/text/languages.js';
import { keepSetting, readSetting } from './kept-settings.js';

export { languages, type Language };

/** What each calls itself. */
export const ownNames: Readonly<Record<Language, string>> = { ar: 'العربية', en: 'English' };

const kept = 'isnad-language';

/** What was chosen on this device, else the first of the browser's own that the desk speaks. */
export function firstLanguage(): Language {
  const chosen = readSetting(kept);
  const wanted = [chosen ?? '', ...navigator.languages].map(primary);
  return wanted.flatMap((tag) => languages.filter((one) => one === tag))[0] ?? 'en';
}

/** Whether one was chosen on this device; otherwise it is the member's own. */
export const isLanguageKept = (): boolean => readSetting(kept) !== null;

export const keepLanguage = (language: Language): void => {
  keepSetting(kept, language);
};

export const directionOf = (language: Language): 'rtl' | 'ltr' => (language === 'ar' ? 'rtl' : 'ltr');
