/** What each caller has used in this process. Callers beyond a number share books, so that a flood of them fills no memory. */
import { networksAround } from '../../domain/access/address.js';
import { rolled, type Usage } from '../../domain/access/rate.js';

export interface Book extends Usage {
  /** Not told to the others yet. */
  unsent: number;
}

/** By subject: the policy and whom it counts. */
type Books = Map<string, Book>;

/** Of one kind: of keys, and of addresses of each family by themselves, so that none of them crowds out another. */
const mostBooks = 50_000;

/** Whom a policy counts. */
export interface Counted {
  /** In which books, and as what: the first where there is room, from the narrowest network to the widest. */
  choices: readonly (readonly [Books, string])[];
  /** Where it is counted with all others of its kind. */
  last: readonly [Books, string];
}

const newBooks = (): Books => new Map();

export function createRateBooks() {
  const keys = newBooks();
  /** Of single addresses, and of the two wider networks around them. */
  const addresses = {
    four: [newBooks(), newBooks(), newBooks()],
    six: [newBooks(), newBooks(), newBooks()],
  } as const;
  const others = newBooks();
  const all = [keys, ...addresses.four, ...addresses.six, others];

  return {
    ofKey: (prefix: string, keyId: string): Counted => ({
      choices: [[keys, prefix + keyId]],
      last: [others, `${prefix}of other keys`],
    }),

    ofAddress: (prefix: string, address: string): Counted => {
      const networks = networksAround(address);
      const family = networks[0].includes(':') ? 'six' : 'four';
      return {
        choices: networks.map((network, at) => [addresses[family][at] ?? others, prefix + network] as const),
        last: [others, `${prefix}of other addresses (${family})`],
      };
    },

    /** The book of this window; `ended` is told what the one before has not sent yet. */
    open({ choices, last }: Counted, slot: number, ended: (subject: string, book: Book) => void): Book {
      const [books, subject] = choices.find(([one, name]) => one.has(name) || one.size < mostBooks) ?? last;
      const found = books.get(subject);
      if (found && found.slot >= slot) return found;
      if (found && found.unsent > 0) ended(subject, found);
      const usage = found ? rolled(found, slot) : { slot, used: 0, before: 0 };
      const book = { ...usage, unsent: 0 };
      books.set(subject, book);
      return book;
    },

    find: (subject: string): Book | undefined => all.find((books) => books.has(subject))?.get(subject),

    /** Forgets those of two windows ago; the others that are to be sent: of addresses only what was used since. */
    *unsent(slot: number): Generator<[subject: string, book: Book]> {
      for (const books of all) {
        for (const [subject, book] of books) {
          if (book.slot < slot - 1) books.delete(subject);
          else if (book.unsent > 0 || books === keys) yield [subject, book];
        }
      }
    },
  };
}
