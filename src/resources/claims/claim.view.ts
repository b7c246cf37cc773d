/** PURE: the document of a claim, from the parts that the database has written. */
import { buildTree, type Tree } from '../../domain/claim/attribution.js';
import type { ChainLink } from './claim-part.schema.js';
import type { ClaimRow, LinkRow } from './claim.queries.js';

/** The whole document as JSON. */
export const viewClaim = ({ before, after, links }: Pick<ClaimRow, 'before' | 'after' | 'links'>): string =>
  `${before.slice(0, -1)},"chain":${JSON.stringify(viewChain(links))},${after.slice(1)}`;

export function viewChain(links: readonly LinkRow[]): object {
  const root = buildTree(links);
  if (!root) throw new Error('a claim has no chain');
  return viewLink(root);
}

/** Its links in the order in which the chain is read: each before those it was heard from. */
export const viewLinks = (links: readonly LinkRow[]): ChainLink[] => {
  const root = buildTree(links);
  const walk = ({ from, id, parentId, position, shown }: Tree<LinkRow>): object[] => [
    { id, parent: parentId === null ? null : { id: parentId }, position, ...shown },
    ...from.flatMap(walk),
  ];
  return (root ? walk(root) : []) as ChainLink[];
};

const viewLink = ({ shown, from }: Tree<LinkRow>): object => ({ ...shown, from: from.map(viewLink) });
