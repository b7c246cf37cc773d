/** PURE: whether a claim at an address is one that stood there before, in other words. */
import { likeness, prepare } from '../match/compare.js';
import { twinScore } from '../match/rank.js';

interface Known {
  id: string;
  folded: string;
}

/** The most alike of those known that the document itself does not hold beside it. */
export function findReworded(
  folded: string,
  known: readonly Known[],
  beside: ReadonlySet<string>,
): Known | undefined {
  const asked = prepare(folded);
  return known
    .filter((one) => !beside.has(one.folded))
    .map((one) => ({ one, score: likeness(asked, prepare(one.folded)) }))
    .filter(({ score }) => score >= twinScore)
    .toSorted((a, b) => b.score - a.score)[0]?.one;
}
