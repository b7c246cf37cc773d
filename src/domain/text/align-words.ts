/**
 * PURE: which word of one text is which of another: equal beginnings and ends, then the longest row of words that each
 * has once (patience), then the same between them. Time grows with the length of the texts, times its logarithm.
 */

/** For each word of the first its place in the second, or -1. */
export function alignWords(before: readonly string[], after: readonly string[]): Int32Array {
  const partners = new Int32Array(before.length).fill(-1);
  const open: [number, number, number, number][] = [[0, before.length, 0, after.length]];
  for (let part = open.pop(); part; part = open.pop()) {
    let [from, to, start, end] = part;
    while (from < to && start < end && before[from] === after[start]) partners[from++] = start++;
    while (from < to && start < end && before[to - 1] === after[end - 1]) partners[--to] = --end;
    if (from === to || start === end) continue;
    const row = longestRow(uniquePairs(before, after, [from, to, start, end]));
    let [left, other] = [from, start];
    for (const [mine, theirs] of row) {
      partners[mine] = theirs;
      open.push([left, mine, other, theirs]);
      [left, other] = [mine + 1, theirs + 1];
    }
    if (row.length > 0) open.push([left, to, other, end]);
  }
  return partners;
}

type Pair = [mine: number, theirs: number];

/** Words that stand once in each of two stretches, in the order of the first. */
function uniquePairs(
  before: readonly string[],
  after: readonly string[],
  [from, to, start, end]: readonly [number, number, number, number],
): Pair[] {
  const mine = onceIn(before, from, to);
  const theirs = onceIn(after, start, end);
  return [...mine].flatMap(([word, at]): Pair[] => {
    const other = at === -1 ? -1 : (theirs.get(word) ?? -1);
    return other === -1 ? [] : [[at, other]];
  });
}

/** Where each word stands; -1 where it does several times. */
function onceIn(words: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at++) {
    const word = words[at] ?? '';
    places.set(word, places.has(word) ? -1 : at);
  }
  return places;
}

/** The longest row of pairs in which both sides rise. */
function longestRow(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, theirs]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < theirs) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const row: Pair[] = [];
  for (let at = ends.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    const pair = pairs[at];
    if (pair) row.push(pair);
  }
  return row.reverse();
}
