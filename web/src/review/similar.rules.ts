/** PURE: in which order alike claims are shown. */
interface Alike {
  claim: { id: string };
  why: { stance: string };
}

/** What says something of this claim first, then what may be related; within each as the API has them, the most alike first. */
const places = ['repeats', 'contradicts', 'unsure'];

/** Without those that stand among its relations already, where it is said how they stand to it. */
export const similarToShow = <One extends Alike>(
  items: readonly One[],
  related: readonly { claim: { id: string } }[],
): One[] =>
  items
    .filter((one) => !related.some(({ claim }) => claim.id === one.claim.id))
    .sort((one, other) => places.indexOf(one.why.stance) - places.indexOf(other.why.stance));
