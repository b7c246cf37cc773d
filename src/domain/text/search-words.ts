/** PURE: what a search asks for. */
import { foldText } from './fold.js';
import { spaced } from './number-tokens.js';

/** Its words, folded, without the punctuation around them and between them. `%` is part of a number. */
export const searchWords = (text: string): string[] =>
  foldText(text, 'search')
    .replace(spaced, (number) => number.replaceAll(' ', ''))
    .split(/\s+/u)
    .flatMap((word) => word.split(between))
    .map((word) => word.replace(around, ''))
    .filter((word) => word !== '');

const around = /^[^\P{P}%\\_]+|[^\P{P}%\\_]+$/gu;
/**
 * Signs that part words wherever they stand; and those that also belong into words, numbers and days ("U.S.", "F-16", 1.5, 7/10):
 * they part where two letters stand on either side, and a word from a number.
 */
const between = new RegExp(
  [
    String.raw`[^\P{P}%\\_'&.,/:-]+|[|]+`,
    String.raw`(?<=[\p{L}\p{M}]{2})[&.,/:-]+(?=[\p{L}\p{M}]{2})`,
    String.raw`(?<=\p{L})[,/:]+(?=\p{N})|(?<=[\p{N}%])[,/:]+(?=\p{L})`,
    String.raw`(?<=\p{N}%)(?=\p{L})`,
  ].join('|'),
  'u',
);
