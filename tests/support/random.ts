/** Luck that can be had again: the same seed gives the same numbers. */
export interface Luck {
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  oneOf<Item>(items: readonly Item[]): Item;
  /** True about once in `times`. */
  once(times: number): boolean;
}

/** From 0 up to 1. Mulberry32, by Tommy Ettinger: 32 bits of state are plenty for tests. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function createLuck(seed: number): Luck {
  const next = chanceFrom(seed);
  const below = (end: number): number => Math.floor(next() * end);
  return {
    below,
    once: (times) => below(times) === 0,
    oneOf: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('nothing to choose from');
      return item;
    },
  };
}

/** Named in the environment to repeat a run; a new one each time in the long tests, otherwise always the same. */
export const seedOfRun = (): number =>
  Number(process.env['SEED'] ?? (process.env['LONG'] === '1' ? Date.now() % 2 ** 31 : 1));
