/** PURE: the attribution chain as a tree and as rows. */

export interface Link {
  parentId: string | null;
  id: string;
  position: number;
}

/** A link with the links it was heard from. */
export type Tree<Row extends Link> = Row & { from: Tree<Row>[] };

/**
 * Builds the tree from its rows; the root is the article, the leaves are the original claimants. Links of
 * one parent keep their given order.
 */
export function buildTree<Row extends Link>(rows: readonly Row[]): Tree<Row> | undefined {
  const below = groupByParent(rows);
  const grow = (row: Row): Tree<Row> => ({
    ...row,
    from: (below.get(row.id) ?? []).toSorted((a, b) => a.position - b.position).map(grow),
  });
  const [root] = below.get(null) ?? [];
  return root && grow(root);
}

/** The ends of a chain, from the first on: the original claimants, or the article itself where it heard it from nobody. */
export const leavesOf = <Node extends { from: readonly Node[] }>(link: Node): Node[] =>
  link.from.length === 0 ? [link] : link.from.flatMap((one) => leavesOf<Node>(one));

function groupByParent<Row extends Link>(rows: readonly Row[]): Map<string | null, Row[]> {
  const groups = new Map<string | null, Row[]>();
  for (const row of rows) groups.set(row.parentId, [...(groups.get(row.parentId) ?? []), row]);
  return groups;
}
