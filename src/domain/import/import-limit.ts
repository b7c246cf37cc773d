/** PURE: how much one import may be. A small document can stand for far more than it holds, and be told of in more still. */

export const mostItems = 20_000;
/** Reviews at one address, each of a claim of its own. */
export const mostAtAddress = 1_000;
/** Of what is read more than once, and of the report, in characters. */
const mostCharacters = 50_000_000;

/** Thrown where a document stands for more than one import may. */
export class ImportTooLarge extends Error {
  override readonly name = 'ImportTooLarge';
}

export interface ImportLimit {
  /** One thing more that is told of. */
  item: () => void;
  spend: (characters: number) => void;
}

export function createImportLimit(): ImportLimit {
  let [items, characters] = [0, 0];
  return {
    item: () => {
      if (++items > mostItems) throw new ImportTooLarge();
    },
    spend: (more) => {
      characters += more;
      if (characters > mostCharacters) throw new ImportTooLarge();
    },
  };
}

/** How much there is to read of a value, made known once for each. */
export function createMeasure(): (value: object) => number {
  const known = new WeakMap<object, number>();
  return (value) => {
    const size = known.get(value) ?? JSON.stringify(value).length;
    known.set(value, size);
    return size;
  };
}
