import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { climb, createTree, hashLeaf, pathTo, rootOf } from '../../src/domain/merkle/tree.js';

/** The eight leaves and the roots over the first n of them that the reference implementations of RFC 6962 test. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hashes = leaves.map((leaf) => hashLeaf(Buffer.from(leaf, 'hex')));

const numbered = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, index) => hashLeaf(Buffer.from(String(index))));

describe('the Merkle tree', () => {
  it.each(roots.map((root, count) => [count, root] as const))(
    'over %i leaves has the root of RFC 6962',
    (count, root) => {
      const tree = createTree();
      for (const hash of hashes.slice(0, count)) tree.push(hash);
      expect(tree.root().toString('hex')).toBe(root);
      expect(tree.size()).toBe(count);
    },
  );

  it('proves of every leaf of every tree that it is in it', () => {
    for (let size = 1; size <= 40; size++) {
      const all = numbered(size);
      for (const [index, hash] of all.entries())
        expect(climb(hash, index, size, pathTo(index, all))).toEqual(rootOf(all));
    }
  });

  it('proves nothing with another leaf, place, size or path', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 70 }), fc.nat(), fc.nat(), (size, at, other) => {
        const all = numbered(size);
        const index = at % size;
        const path = pathTo(index, all);
        const hash = all[index] ?? Buffer.alloc(0);
        const root = rootOf(all).toString('hex');
        const reach = (...[leaf, place, count, way]: Parameters<typeof climb>) =>
          climb(leaf, place, count, way)?.toString('hex');
        expect(reach(hash, index, size, path)).toBe(root);
        expect(reach(hashLeaf(Buffer.from('x')), index, size, path)).not.toBe(root);
        expect(reach(hash, (index + 1 + (other % (size - 1))) % size, size, path)).not.toBe(root);
        expect(reach(hash, index, size, path.slice(1))).not.toBe(root);
        expect(reach(hash, index, size, [...path, hash])).not.toBe(root);
        expect(climb(hash, size, size, path)).toBeUndefined();
      }),
    );
  });
});
