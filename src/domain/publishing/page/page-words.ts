/** What pages say of themselves, in the two languages in which readers are spoken to. */
import type { Language } from '../../text/languages.js';
import type { PageWords } from './page-words.types.js';
import { arabic } from './page-words.ar.js';
import { english } from './page-words.en.js';

export const pageWords: Readonly<Record<Language, PageWords>> = { ar: arabic, en: english };

/** The words with what stands at `{name}` in them. */
export const fill = (form: string, values: Readonly<Record<string, string>>): string =>
  form.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
