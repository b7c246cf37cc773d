/** All of them at once. */
export const occurrences = (text: string, pattern: string): number[] => [...findOccurrences(text, pattern)];

/**
 * Every place where `pattern` stands in `text`, overlapping ones too, as UTF-16 offsets in order; none for an
 * empty pattern. Knuth-Morris-Pratt, from one head of the pattern to the next: time grows with the two lengths
 * added, also for texts made to be slow, for which `indexOf` alone multiplies them. A match never begins or ends
 * inside a surrogate pair.
 */
export function* findOccurrences(text: string, pattern: string): Generator<number, void> {
  if (pattern === '' || pattern.length > text.length) return;
  const borders = bordersOf(pattern);
  const head = pattern.slice(0, headLength);
  let matched = 0;
  for (let at = 0; at < text.length;) {
    if (matched === 0) {
      const next = text.indexOf(head, at);
      if (next === -1) break;
      at = next + head.length;
      matched = head.length;
    } else if (text.charCodeAt(at) === pattern.charCodeAt(matched)) {
      at++;
      matched++;
    } else {
      matched = borders[matched - 1] ?? 0;
    }
    if (matched === pattern.length) {
      const start = at - pattern.length;
      if (!splitsPair(text, start) && !splitsPair(text, at)) yield start;
      matched = borders[matched - 1] ?? 0;
    }
  }
}

/** How much of a pattern `indexOf` looks for: a constant, so that its product with the text stays linear. */
const headLength = 32;

/** For each prefix of the pattern: how long the longest part is that both begins and ends it. */
function bordersOf(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  let border = 0;
  for (let at = 1; at < pattern.length; at++) {
    const unit = pattern.charCodeAt(at);
    while (border > 0 && unit !== pattern.charCodeAt(border)) border = borders[border - 1] ?? 0;
    if (unit === pattern.charCodeAt(border)) border++;
    borders[at] = border;
  }
  return borders;
}

export const splitsPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
