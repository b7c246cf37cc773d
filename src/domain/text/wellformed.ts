/** Characters that cannot be stored (PostgreSQL takes neither) and characters that can mislead a reader. */
import { lengthInCodePoints } from './code-points.js';

const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const bidiControl = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/** What makes `text` impossible to store, as the end of a sentence about it; undefined where nothing does. */
export function textFault(text: string): string | undefined {
  if (text.isWellFormed() && !text.includes('\0')) return undefined;
  const found = unstorable.exec(text);
  if (!found) return undefined;
  const what =
    found[0] === '\0' ? 'the character NUL (U+0000)' : `an unpaired surrogate (${codeOf(found[0])})`;
  return `contains ${what} at code point ${String(lengthInCodePoints(text.slice(0, found.index)))}`;
}

/** The same text with U+FFFD for what cannot be stored: for what others wrote, and nobody can be asked about. */
export const makeStorable = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');

/** Code-point offsets of the controls that change the order in which text is shown. They are kept, and flagged. */
export function bidiControls(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const character of text) {
    if (bidiControl.test(character)) offsets.push(at);
    at++;
  }
  return offsets;
}

const codeOf = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
