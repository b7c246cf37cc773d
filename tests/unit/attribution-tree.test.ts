import { describe, expect, it } from 'vitest';
import { buildTree, type Link, type Tree } from '../../src/domain/claim/attribution.js';

const link = (id: string, parentId: string | null, position = 0): Link => ({ id, parentId, position });

/** `a(b c)`: a was heard from b and from c. */
const draw = ({ id, from }: Tree<Link>): string =>
  from.length === 0 ? id : `${id}(${from.map(draw).join(' ')})`;

const drawn = (...rows: Link[]): string | undefined => {
  const tree = buildTree(rows);
  return tree === undefined ? undefined : draw(tree);
};

describe('the chain of attributions as a tree', () => {
  it('is nothing without a root', () => {
    expect(buildTree<Link>([])).toBeUndefined();
    expect(buildTree([link('b', 'a')])).toBeUndefined();
  });

  it('grows from the article to the original claimants, whatever order its rows come in', () => {
    const rows = [link('d', 'b'), link('b', 'a'), link('c', 'a', 1), link('a', null), link('e', 'c')];
    expect(drawn(...rows)).toBe('a(b(d) c(e))');
    expect(drawn(...rows.toReversed())).toBe('a(b(d) c(e))');
  });

  it('keeps the links of one parent in their given order', () => {
    expect(drawn(link('a', null), link('x', 'a', 2), link('y', 'a', 0), link('z', 'a', 1))).toBe('a(y z x)');
  });

  it('leaves every row as it is, with those it was heard from', () => {
    const rows = [
      { ...link('a', null), verb: 'said' },
      { ...link('b', 'a'), verb: 'denied' },
    ];
    expect(buildTree(rows)).toEqual({
      id: 'a',
      parentId: null,
      position: 0,
      verb: 'said',
      from: [{ id: 'b', parentId: 'a', position: 0, verb: 'denied', from: [] }],
    });
  });
});
