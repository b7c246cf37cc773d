/**
 * A Merkle tree as in Certificate Transparency (RFC 6962, 2.1): one hash that stands for a list of leaves, and
 * short proofs that a leaf is in it. Leaves come one by one and are not kept: the tree holds one hash per level.
 */
import { createHash } from 'node:crypto';

const leafMark = Buffer.from([0]);
const nodeMark = Buffer.from([1]);

/** `leaf` is what is hashed, as bytes. Marked, so that no leaf can be taken for a node. */
export const hashLeaf = (leaf: Buffer): Buffer => createHash('sha256').update(leafMark).update(leaf).digest();

export const hashNode = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(nodeMark).update(left).update(right).digest();

export interface Tree {
  /** Adds the hash of the next leaf, or of a whole subtree of so many leaves, no larger than any before it. */
  push(hash: Buffer, leaves?: number): void;
  size(): number;
  root(): Buffer;
}

export function createTree(): Tree {
  /** Whole subtrees, the largest first; each is at most half the size of the one before. */
  const subtrees: { hash: Buffer; size: number }[] = [];
  let size = 0;
  return {
    push: (hash, leaves = 1) => {
      size += leaves;
      let grown = { hash, size: leaves };
      for (let last = subtrees.at(-1); last?.size === grown.size; last = subtrees.at(-1)) {
        grown = { hash: hashNode(last.hash, grown.hash), size: 2 * grown.size };
        subtrees.pop();
      }
      subtrees.push(grown);
    },
    size: () => size,
    root: () =>
      subtrees.length === 0
        ? createHash('sha256').digest()
        : subtrees.map(({ hash }) => hash).reduceRight((right, left) => hashNode(left, right)),
  };
}

/** The largest power of two that is smaller than `size`, which is at least 2. */
export const leftSize = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

/** The hashes that lead from the leaf at `index` up to the root, lowest first (RFC 6962, 2.1.1). */
export function pathTo(index: number, leafHashes: readonly Buffer[]): Buffer[] {
  if (leafHashes.length <= 1) return [];
  const left = leftSize(leafHashes.length);
  return index < left
    ? [...pathTo(index, leafHashes.slice(0, left)), rootOf(leafHashes.slice(left))]
    : [...pathTo(index - left, leafHashes.slice(left)), rootOf(leafHashes.slice(0, left))];
}

export function rootOf(leafHashes: readonly Buffer[]): Buffer {
  const tree = createTree();
  for (const hash of leafHashes) tree.push(hash);
  return tree.root();
}

/** The root that a leaf at `index` of `size` and its path lead to; undefined where the path is not of that length. */
export function climb(
  leafHash: Buffer,
  index: number,
  size: number,
  path: readonly Buffer[],
): Buffer | undefined {
  if (index >= size) return undefined;
  if (size === 1) return path.length === 0 ? leafHash : undefined;
  const sibling = path.at(-1);
  if (!sibling) return undefined;
  const left = leftSize(size);
  const below = path.slice(0, -1);
  if (index < left) {
    const hash = climb(leafHash, index, left, below);
    return hash && hashNode(hash, sibling);
  }
  const hash = climb(leafHash, index - left, size - left, below);
  return hash && hashNode(sibling, hash);
}
