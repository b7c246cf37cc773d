/** PURE: what can be counted of a chain. */
import { leavesOf } from '../../../src/domain/claim/attribution.js';

interface Link {
  source: { id: string } | null;
  label: string | null;
  from: readonly Link[];
}

/** How many said it first: the leaves of the tree, each source and each name once; whoever is not named is one of their own. */
export const originsOf = (link: Link): number =>
  new Set(
    leavesOf<Link>(link).map(({ source, label }, at) =>
      source
        ? `source ${source.id}`
        : label === null
          ? `nobody ${String(at)}`
          : `label ${label.trim().toLowerCase()}`,
    ),
  ).size;
