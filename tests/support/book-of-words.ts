/**
 * Who wrote which words of what is published next of a claim, kept from what was sent and answered, and who is one
 * person with whom. It asks no table of the product.
 */
interface BookOfWords {
  /** A word that only this member has written. */
  word: (member: string) => string;
  /** These two are one person from now on. */
  tie: (one: string, other: string) => void;
  samePerson: (one: string, other: string) => boolean;
  /** `keeps`: it stays when drafts are dropped. */
  wrote: (claim: string, member: string, keeps?: boolean) => void;
  returned: (claim: string, member: string) => void;
  /** Drafts are dropped, and with them who wrote them and who decided on them. */
  dropped: (claim: string) => void;
  /** What is wrong with an approval by these, of an edition that says this; the next round begins. */
  judgeApproval: (claim: string, deciders: readonly string[], edition: string) => string[];
  /** Whether whoever writes has decided on an earlier round. */
  hasDecided: (claim: string, member: string) => boolean;
}

interface Round {
  writers: Map<string, boolean>;
  deciders: Set<string>;
  /** Of the edition before. */
  before: Set<string>;
}

export function openBookOfWords(): BookOfWords {
  const authors = new Map<string, string>();
  const tied = new Map<string, string>();
  const rounds = new Map<string, Round>();
  const personOf = (member: string): string => {
    const next = tied.get(member);
    return next === undefined ? member : personOf(next);
  };
  const samePerson = (one: string, other: string): boolean => personOf(one) === personOf(other);
  const roundOf = (claim: string): Round => {
    const round = rounds.get(claim) ?? { writers: new Map(), deciders: new Set(), before: new Set() };
    rounds.set(claim, round);
    return round;
  };
  return {
    word: (member) => {
      const word = `word${String(authors.size + 1)}x`;
      authors.set(word, member);
      return word;
    },
    tie: (one, other) => {
      if (!samePerson(one, other)) tied.set(personOf(one), personOf(other));
    },
    samePerson,
    wrote: (claim, member, keeps = false) => {
      const { writers } = roundOf(claim);
      writers.set(member, keeps || writers.get(member) === true);
    },
    returned: (claim, member) => roundOf(claim).deciders.add(member),
    dropped: (claim) => {
      const round = roundOf(claim);
      for (const [member, keeps] of round.writers) if (!keeps) round.writers.delete(member);
      round.deciders.clear();
    },
    judgeApproval: (claim, deciders, edition) => {
      const { writers, before } = roundOf(claim);
      const words = new Set(edition.match(/word\d+x/g) ?? []);
      const fresh = [...words].filter((word) => !before.has(word)).map((word) => authors.get(word) ?? '');
      const wrong = deciders.flatMap((decider) =>
        [...writers.keys(), ...fresh]
          .filter((writer) => samePerson(writer, decider))
          .map((writer) => `${decider} decided on words of ${writer}`),
      );
      rounds.set(claim, { writers: new Map(), deciders: new Set(), before: words });
      return wrong;
    },
    hasDecided: (claim, member) =>
      [...roundOf(claim).deciders].some((decider) => samePerson(decider, member)),
  };
}
