import { foldText } from './fold.js';

/** PURE: what a search asks for: its words, folded, without the punctuation around them. `%` is part of a number. */
export const searchWords = (text: string): string[] =>
  Array.from(foldText(text, 'search').matchAll(/\S+/g), ([word]) => word.replace(around, '')).filter(
    (word) => word !== '',
  );

const around = /^[^\P{P}%٪\\_]+|[^\P{P}%٪\\_]+$/gu;
