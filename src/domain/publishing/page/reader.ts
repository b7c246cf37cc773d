import { languageFor, type Language } from '../../text/languages.js';
import type { PageWords } from './page-words.types.js';
import { pageWords } from './page-words.js';

/** Whom a page is written for: the texts are in their language where there are any, the frame in one of ours. */
export interface Reader {
  /** BCP 47. */
  language: string;
  frame: Language;
  words: PageWords;
}

export const readerOf = (language: string): Reader => {
  const frame = languageFor(language);
  return { language, frame, words: pageWords[frame] };
};
