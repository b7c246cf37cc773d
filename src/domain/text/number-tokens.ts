/** A folded text cut into what a number may be made of: digits, words, and every other sign. */
import { numberWords, type NumberWord } from './number-words.js';

interface Token {
  text: string;
  /** Whether nothing or a blank stands before it. */
  gap: boolean;
  word: NumberWord | undefined;
}
export type Tokens = readonly Token[];

const oneToken = /\d[\d.,]*|[\p{L}\p{M}]+|\S/gu;
/** Thousands apart: 12 000. */
export const spaced = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])/gu;

export function tokensOf(text: string): Token[] {
  const written = text.replace(spaced, (found) => found.replaceAll(' ', '')).replaceAll('u.s.', 'us');
  return Array.from(written.matchAll(oneToken), ({ 0: token, index }) => ({
    // What goes on after a point or comma is no number of its own.
    text: /^\d/.test(token) && /[.,]/.test(written[index - 1] ?? '') ? '' : token,
    gap: index === 0 || written[index - 1] === ' ',
    word: numberWords.get(token),
  }));
}

export const textAt = (tokens: Tokens, at: number): string => tokens[at]?.text ?? '';
export const isDigits = (tokens: Tokens, at: number): boolean => /^\d/.test(textAt(tokens, at));

/** `1.5-million`, `twenty-five`. */
export const afterHyphen = (tokens: Tokens, at: number): number =>
  textAt(tokens, at) === '-' && tokens[at]?.gap === false && tokens[at + 1]?.gap === false ? at + 1 : at;
