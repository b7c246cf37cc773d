/**
 * Every offset of the product counts Unicode code points; JavaScript strings count UTF-16 units. The two differ
 * by one for each character outside the Basic Multilingual Plane that stands before the offset. An unpaired
 * surrogate counts as one code point, as it does when a string is iterated.
 */

const pair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;
const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Length in code points. */
export const lengthInCodePoints = (text: string): number => text.length - (text.match(pairs)?.length ?? 0);

/** The first `count` code points of the text, or all of it. */
export function firstCodePoints(text: string, count: number): string {
  // Of that many at most two units each: the rest of a long text is not looked at.
  const start = text.slice(0, 2 * count);
  return start.slice(0, indexCodePoints(start).toUnit(count));
}

/** Converts offsets of one text both ways. Making it walks the text once; a conversion is a look-up. */
export interface CodePointIndex {
  /** Length in code points. */
  length: number;
  /** UTF-16 offset → code-point offset; an offset inside a pair counts as the pair's start. */
  toPoint: (unit: number) => number;
  /** Code-point offset → UTF-16 offset; beyond the text it is the text's end. */
  toUnit: (point: number) => number;
}

export function indexCodePoints(text: string): CodePointIndex {
  // Most texts have no pair at all; then the two kinds of offset are one.
  if (!pair.test(text)) {
    const clamp = (offset: number): number => Math.min(offset, text.length);
    return { length: text.length, toPoint: clamp, toUnit: clamp };
  }
  const unitOf: number[] = [];
  const pointOf = new Uint32Array(text.length + 1);
  let unit = 0;
  for (const character of text) {
    pointOf.fill(unitOf.length, unit, unit + character.length);
    unitOf.push(unit);
    unit += character.length;
  }
  pointOf[unit] = unitOf.length;
  return {
    length: unitOf.length,
    toPoint: (offset) => pointOf[offset] ?? unitOf.length,
    toUnit: (offset) => unitOf[offset] ?? text.length,
  };
}
