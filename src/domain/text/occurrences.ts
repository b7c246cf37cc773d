/**
 * Every place where `pattern` stands in `text`, overlapping ones too, as UTF-16 offsets in order; none for an
 * empty pattern. Knuth-Morris-Pratt: time grows with the two lengths added, also for texts made to be slow, for
 * which `indexOf` multiplies them. A match never begins or ends inside a surrogate pair.
 */
export function occurrences(text: string, pattern: string): number[] {
  if (pattern === '' || pattern.length > text.length) return [];
  const borders = bordersOf(pattern);
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    while (matched > 0 && text[at] !== pattern[matched]) matched = borders[matched - 1] ?? 0;
    if (text[at] === pattern[matched]) matched++;
    if (matched === pattern.length) {
      const start = at + 1 - pattern.length;
      if (!splitsPair(text, start) && !splitsPair(text, at + 1)) found.push(start);
      matched = borders[matched - 1] ?? 0;
    }
  }
  return found;
}

/** For each prefix of the pattern: how long the longest part is that both begins and ends it. */
function bordersOf(pattern: string): Uint32Array {
  const borders = new Uint32Array(pattern.length);
  let border = 0;
  for (let at = 1; at < pattern.length; at++) {
    while (border > 0 && pattern[at] !== pattern[border]) border = borders[border - 1] ?? 0;
    if (pattern[at] === pattern[border]) border++;
    borders[at] = border;
  }
  return borders;
}

const splitsPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
