/** PURE: the best of what was found by keys. */
import { likeness, prepare } from './compare.rules.js';

export interface Candidate<Thing> {
  thing: Thing;
  /** The same claim in several wordings or languages, folded: the one that is most alike counts. */
  folded: readonly string[];
}

export interface Scored<Thing> {
  thing: Thing;
  /** The wording that counted, folded. */
  folded: string;
  score: number;
}

/** Below it, two texts of one field share little more than the field. */
export const leastScore = 0.3;

/** The most alike first; those of one score stay in the order given. `folded`: what was asked about. */
export function best<Thing>(
  folded: string,
  candidates: readonly Candidate<Thing>[],
  limit: number,
): Scored<Thing>[] {
  const here = prepare(folded);
  return candidates
    .flatMap(({ thing, folded: wordings }) => {
      const [first] = wordings
        .map((wording) => ({ thing, folded: wording, score: likeness(here, prepare(wording)) }))
        .toSorted((a, b) => b.score - a.score);
      return first && first.score >= leastScore ? [first] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}
