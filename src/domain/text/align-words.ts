/**
 * PURE: which word of one text is which of another: equal beginnings and ends, then the longest row of words that each
 * has once (patience), then the same between them. Time grows with the length of the texts, times its logarithm.
 */

/**
 * How often all words may be looked at. Texts that people write take a few rounds; a text made to be slow has one pair of
 * words in each stretch, and all the rest is looked at again for each. What is left then has no partners.
 */
const mostRounds = 64;

/** For each word of the first its place in the second, or -1. */
export function alignWords(before: readonly string[], after: readonly string[]): Int32Array {
  const numbersOf = createNumbering();
  const [old, next] = [numbersOf(before), numbersOf(after)];
  const pairsIn = createPairing(old, next);
  const partners = new Int32Array(old.length).fill(-1);
  let left = mostRounds * (old.length + next.length);
  const open: Stretch[] = [[0, old.length, 0, next.length]];
  for (let part = open.pop(); part; part = open.pop()) {
    let [from, to, start, end] = part;
    while (from < to && start < end && old[from] === next[start]) partners[from++] = start++;
    while (from < to && start < end && old[to - 1] === next[end - 1]) partners[--to] = --end;
    left -= to - from + (end - start);
    if (from === to || start === end || left < 0) continue;
    const row = longestRow(pairsIn([from, to, start, end]));
    let [behind, other] = [from, start];
    for (const [mine, theirs] of row) {
      partners[mine] = theirs;
      open.push([behind, mine, other, theirs]);
      [behind, other] = [mine + 1, theirs + 1];
    }
    if (row.length > 0) open.push([behind, to, other, end]);
  }
  return partners;
}

/** Of the first text, then of the second; ends are exclusive. */
type Stretch = readonly [from: number, to: number, start: number, end: number];
type Pair = [mine: number, theirs: number];

/** Gives the same number to the same word, in all texts. */
function createNumbering(): (words: readonly string[]) => Int32Array {
  const numbers = new Map<string, number>();
  return (words) =>
    Int32Array.from(words, (word) => {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      return number;
    });
}

/** Finds the words that stand once in each of two stretches, in the order of the first. */
function createPairing(old: Int32Array, next: Int32Array): (stretch: Stretch) => Pair[] {
  const [mine, theirs] = [
    createOnce(old, old.length + next.length),
    createOnce(next, old.length + next.length),
  ];
  return ([from, to, start, end]) => {
    const [mineAt, theirsAt] = [mine(from, to), theirs(start, end)];
    const pairs: Pair[] = [];
    for (let at = from; at < to; at++) {
      const word = old[at] ?? 0;
      const other = mineAt(word) === at ? theirsAt(word) : -1;
      if (other !== -1) pairs.push([at, other]);
    }
    return pairs;
  };
}

/** Where each word stands in a stretch; -1 where it does several times, or not at all. */
function createOnce(words: Int32Array, numbers: number) {
  const [places, rounds] = [new Int32Array(numbers), new Int32Array(numbers)];
  let round = 0;
  return (from: number, to: number): ((word: number) => number) => {
    round++;
    for (let at = from; at < to; at++) {
      const word = words[at] ?? 0;
      places[word] = rounds[word] === round ? -1 : at;
      rounds[word] = round;
    }
    return (word) => (rounds[word] === round ? (places[word] ?? -1) : -1);
  };
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
