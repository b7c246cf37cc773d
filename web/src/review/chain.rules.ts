/** PURE: what can be counted of a chain. */
interface Link {
  from: readonly Link[];
}

/** How many said it first: the leaves of the tree. */
export const originsOf = ({ from }: Link): number =>
  from.length === 0 ? 1 : from.reduce((sum, link) => sum + originsOf(link), 0);
