/** PURE: signs that are written one for the other, though they are not the same: a dash and a hyphen, two apostrophes and a quotation mark. */
import type { Folded } from './fold.js';

const merged: ReadonlyMap<string, string> = new Map(
  Object.entries({ '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '"': '❝❞〃″', "'": '❛❜' }).flatMap(
    ([form, signs]) => Array.from(signs, (sign) => [sign, form] as const),
  ),
);

/** Of a folded text. */
export function mergeSigns({ text, map }: Folded): Folded {
  const signs: string[] = [];
  const places: number[] = [];
  for (const [at, character] of Array.from(text).entries()) {
    const sign = merged.get(character) ?? character;
    // Two apostrophes, each of them once.
    if (sign === "'" && signs.at(-1) === "'") signs[signs.length - 1] = '"';
    else {
      signs.push(sign);
      places.push(map[at] ?? 0);
    }
  }
  return { text: signs.join(''), map: [...places, map.at(-1) ?? 0] };
}
