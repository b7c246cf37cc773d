import { foldText } from './fold.js';

/** A text folded for search, on one line: blanks of any kind and number are one. */
export const foldLine = (text: string): string => foldText(text, 'search').trim().replace(/\s+/gu, ' ');
