/** PURE: what two rounds of a verdict cite: what came, what went, and what is cited otherwise. */

export interface RoundChanges<Item> {
  added: readonly Item[];
  removed: readonly Item[];
  altered: readonly { before: Item; now: Item }[];
}

/** `nameOf`: what is cited. `saidOf`: all that is said of it there; the same text where nothing is different. */
export function changesBetween<Item>(
  before: readonly Item[],
  now: readonly Item[],
  { nameOf, saidOf = () => '' }: { nameOf: (item: Item) => string; saidOf?: (item: Item) => string },
): RoundChanges<Item> {
  const known = new Map(before.map((item) => [nameOf(item), item]));
  const names = new Set(now.map(nameOf));
  return {
    added: now.filter((item) => !known.has(nameOf(item))),
    removed: before.filter((item) => !names.has(nameOf(item))),
    altered: now.flatMap((item) => {
      const old = known.get(nameOf(item));
      return old !== undefined && saidOf(old) !== saidOf(item) ? [{ before: old, now: item }] : [];
    }),
  };
}
