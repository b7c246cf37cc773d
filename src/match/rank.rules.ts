/** PURE: the best of what was found by keys. */
import { likeness, prepare, type Prepared } from './compare.rules.js';

export interface Candidate<Thing> {
  thing: Thing;
  /** The same claim in several wordings or languages: the one that is most alike counts. */
  texts: readonly string[];
}

export interface Scored<Thing> {
  thing: Thing;
  text: string;
  prepared: Prepared;
  score: number;
}

/** Below it, two texts of one field share little more than the field. */
export const leastScore = 0.3;

/** The most alike first; those of one score stay in the order given. */
export function best<Thing>(
  text: string,
  candidates: readonly Candidate<Thing>[],
  limit: number,
): Scored<Thing>[] {
  const here = prepare(text);
  return candidates
    .flatMap(({ thing, texts }) => {
      const [first] = texts
        .map((other) => ({ text: other, prepared: prepare(other) }))
        .map((other) => ({ thing, ...other, score: likeness(here, other.prepared) }))
        .toSorted((a, b) => b.score - a.score);
      return first && first.score >= leastScore ? [first] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}
