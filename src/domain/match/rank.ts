/** PURE: the best of what was found by keys. */
import { likeness, prepare } from './compare.js';

export interface Candidate<Thing> {
  thing: Thing;
  /** The same claim in several wordings or languages, folded: the one that is most alike counts. */
  folded: readonly string[];
}

export interface Scored<Thing> {
  thing: Thing;
  /** The two wordings that counted, folded: of what was asked about, and of what was found. */
  here: string;
  there: string;
  score: number;
}

/** Below it, two texts of one field share little more than the field. */
const leastScore = 0.3;
/** From it on, two texts are likely to say the same, or the opposite. */
export const twinScore = 0.5;

/** The most alike first; those of one score stay in the order given. `asked`: wordings of what was asked about. */
export function best<Thing>(
  asked: readonly string[],
  candidates: readonly Candidate<Thing>[],
  limit: number,
): Scored<Thing>[] {
  const wordings = asked.map((here) => ({ here, prepared: prepare(here) }));
  return candidates
    .flatMap(({ thing, folded }) => {
      const [first] = folded
        .map((there) => ({ there, prepared: prepare(there) }))
        .flatMap(({ there, prepared }) =>
          wordings.map((one) => ({ thing, here: one.here, there, score: likeness(one.prepared, prepared) })),
        )
        .toSorted((a, b) => b.score - a.score);
      return first && first.score >= leastScore ? [first] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}
