/** PURE: what can be counted of a chain. */
import { leavesOf } from '../../../src/domain/claim/attribution.js';

interface Link {
  source: { id: string } | null;
  label: string | null;
  from: readonly Link[];
}

interface Passing {
  source: { id: string; kind: string } | null;
  from: readonly Passing[];
}

const passesOn = ['outlet', 'agency'];

/** How many outlets passed it on: the one that has the article, and each outlet and agency between it and who said it first. */
export function outletsOf(article: Passing): number {
  const between = ({ from }: Passing): Passing[] =>
    from.flatMap((one) => (one.from.length === 0 ? [] : [one, ...between(one)]));
  const known = [article, ...between(article)].flatMap(({ source }) =>
    source && passesOn.includes(source.kind) ? [source.id] : [],
  );
  const isOwnKnown = article.source !== null && passesOn.includes(article.source.kind);
  return new Set(known).size + (isOwnKnown ? 0 : 1);
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
