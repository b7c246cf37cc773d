/** PURE: a text in lines that fit, for pictures, in which nothing breaks lines by itself. */

export type Measure = (text: string, size: number) => number;

interface Room {
  width: number;
  /** The sizes to try, the largest first; the last is kept, and the text is cut. */
  sizes: readonly { size: number; lines: number }[];
}

export function breakLines(
  text: string,
  measure: Measure,
  { width, sizes }: Room,
): { size: number; lines: string[] } {
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [at, { size, lines: most }] of sizes.entries()) {
    const lines = fillLines(
      words.flatMap((word) => pieces(word, size, width, measure)),
      size,
      width,
      measure,
    );
    if (lines.length <= most) return { size, lines };
    if (at === sizes.length - 1) return { size, lines: cutOff(lines.slice(0, most), size, width, measure) };
  }
  return { size: 0, lines: [] };
}

function fillLines(words: readonly string[], size: number, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A word that is wider than a line goes on in the next; no picture holds more of it than this. */
const longestWord = 400;

function pieces(word: string, size: number, width: number, measure: Measure): string[] {
  if (word.length <= longestWord && measure(word, size) <= width) return [word];
  const parts = [''];
  for (const character of Array.from(word).slice(0, longestWord)) {
    const longer = `${parts.at(-1) ?? ''}${character}`;
    if (measure(longer, size) <= width) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

/** A word that stands alone loses letters instead. */
function cutOff(lines: readonly string[], size: number, width: number, measure: Measure): string[] {
  const fits = (text: string): boolean => measure(`${text} …`, size) <= width;
  const words = (lines.at(-1) ?? '').split(' ');
  while (words.length > 1 && !fits(words.join(' '))) words.pop();
  const letters = Array.from(words.join(' '));
  while (letters.length > 1 && !fits(letters.join(''))) letters.pop();
  return [...lines.slice(0, -1), `${letters.join('')} …`];
}
