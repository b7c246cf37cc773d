/** What each caller has used in this process. Callers beyond a number share books, so that a flood of them fills no memory. */
import { networksAround } from '../../domain/access/address.js';
import { rolled, type Usage } from '../../domain/access/rate.js';

export interface Book extends Usage {
  /** Not told to the others yet. */
  unsent: number;
}

type Shelf = Map<string, Book>;

/** Of one kind: of keys, and of addresses of each family by themselves, so that none of them crowds out another. */
const mostBooks = 50_000;

export interface Named {
  /** Where it stands, before where it stands once that is full. */
  places: readonly (readonly [Shelf, string])[];
  last: readonly [Shelf, string];
}

export function createRateBooks() {
  const newShelves = (count: number): Shelf[] => Array.from({ length: count }, () => new Map<string, Book>());
  const [keys = new Map<string, Book>()] = newShelves(1);
  const families = { four: newShelves(3), six: newShelves(3) };
  const addresses = [...families.four, ...families.six];
  const others: Shelf = new Map();
  const shelves = [keys, ...addresses, others];

  return {
    ofKey: (prefix: string, keyId: string): Named => ({
      places: [[keys, prefix + keyId]],
      last: [others, `${prefix}of other keys`],
    }),

    ofAddress: (prefix: string, address: string): Named => {
      const networks = networksAround(address);
      const family = networks[0].includes(':') ? 'six' : 'four';
      return {
        places: networks.map((network, at) => [families[family][at] ?? others, prefix + network] as const),
        last: [others, `${prefix}of other addresses (${family})`],
      };
    },

    /** The book of this window; `ended` is told what the one before has not sent yet. */
    open({ places, last }: Named, slot: number, ended: (subject: string, book: Book) => void): Book {
      const [shelf, subject] = places.find(([one, name]) => one.has(name) || one.size < mostBooks) ?? last;
      const found = shelf.get(subject);
      if (found && found.slot >= slot) return found;
      if (found && found.unsent > 0) ended(subject, found);
      const usage = found ? rolled(found, slot) : { slot, used: 0, before: 0 };
      const book = { ...usage, unsent: 0 };
      shelf.set(subject, book);
      return book;
    },

    find: (subject: string): Book | undefined => shelves.find((shelf) => shelf.has(subject))?.get(subject),

    /** Forgets those of two windows ago; the others that are to be told of: of addresses only what was used since. */
    *toTell(slot: number): Generator<[subject: string, book: Book]> {
      for (const shelf of shelves) {
        for (const [subject, book] of shelf) {
          if (book.slot < slot - 1) shelf.delete(subject);
          else if (book.unsent > 0 || shelf === keys) yield [subject, book];
        }
      }
    },
  };
}
