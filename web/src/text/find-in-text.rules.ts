/** PURE: where words stand in a text, however they are written there: with vowel marks or without, with أ or ا. */
import { fold, foldText, type Folded } from '../../../src/domain/text/fold.js';
import { occurrences } from '../../../src/domain/text/occurrences.js';
import type { Span } from './segments.rules.js';

/** More than these are not drawn. */
export const mostPlaces = 500;

export const searchable = (text: string): Folded => fold(text, 'search');

/** The places, in order, none within another; their ids are their numbers from 0. */
export function placesOf(wanted: string, { text, map }: Folded): Span[] {
  const pattern = foldText(wanted, 'search').trim();
  const length = Array.from(pattern).length;
  const places: Span[] = [];
  // Offsets are in UTF-16 there, and in code points here.
  let [units, points] = [0, 0];
  for (const at of occurrences(text, pattern)) {
    points += Array.from(text.slice(units, at)).length;
    units = at;
    const [start = 0, end = 0] = [map[points], map[points + length]];
    if (start < (places.at(-1)?.end ?? 0)) continue;
    places.push({ id: String(places.length), start, end });
    if (places.length === mostPlaces) break;
  }
  return places;
}
