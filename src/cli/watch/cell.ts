/** PURE: text in a column of a terminal, whatever script it is in. */
import stringWidth from 'string-width';
import { rightToLeftLetter } from '../../domain/text/direction.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What would move the cursor, color the screen, or turn the direction of what follows. */
const unruly = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u2028\u2029]+/gu;

export const tame = (text: string): string => text.replace(unruly, ' ');

/** Exactly so many columns wide: cut with an ellipsis, or filled up with spaces. */
export function fit(text: string, width: number): string {
  const shown = cut(tame(text), width);
  return isolate(shown) + ' '.repeat(Math.max(0, width - stringWidth(shown)));
}

/** At most so many columns wide. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let shown = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const more = stringWidth(segment);
    if (used + more > width - 1) break;
    shown += segment;
    used += more;
  }
  return width > 0 ? `${shown}…` : '';
}

/** A terminal that knows of directions keeps an isolated text within its column; in any other it has no width. */
const isolate = (text: string): string => (rightToLeftLetter.test(text) ? `\u2068${text}\u2069` : text);

export const widthOf = (text: string): number => stringWidth(tame(text));
