/**
 * A log as files that never change (C2SP tlog-tiles): a tile holds up to 256 hashes of one level, each the root of the
 * tile below it; at the right edge of a tree it holds fewer. A bundle holds the entries under a tile of level 0.
 */
import { createTree, hashNode, leftSize, rootOf, type Tree } from './tree.js';

export const tileWidth = 256;

export interface TileName {
  level: number | 'entries';
  index: number;
  /** Fewer than 256 in a tile that is not full yet. */
  width: number;
}

export interface Tile extends TileName {
  level: number;
  hashes: readonly Buffer[];
}

/** `tile/0/x001/x234/067`, or `tile/0/x001/x234/067.p/8` with 8 of 256. */
export function tilePath({ level, index, width }: TileName): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const last = groups.pop() ?? '';
  const path = ['tile', String(level), ...groups.map((group) => `x${group}`), last].join('/');
  return width === tileWidth ? path : `${path}.p/${String(width)}`;
}

/** The tile of a path in its one spelling; undefined where it names none. */
export function readTilePath(path: string): TileName | undefined {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4})(\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (!found) return undefined;
  const [, level = '', groups = '', last = '', width] = found;
  const name: TileName = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replace(/[x/]/g, '') + last),
    width: width === undefined ? tileWidth : Number(width),
  };
  return name.width > 0 && tilePath(name) === path ? name : undefined;
}

/** Whether a log of `size` leaves has it. */
export const isWithin = ({ level, index, width }: TileName, size: number): boolean =>
  index * tileWidth + width <= Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));

/** What is not full in a tree of `size` leaves: one tile of each level at most, level 0 first. */
export function edgeTiles(size: number): (TileName & { level: number })[] {
  const edge: (TileName & { level: number })[] = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / tileWidth)) {
    if (count % tileWidth > 0)
      edge.push({ level, index: Math.floor(count / tileWidth), width: count % tileWidth });
  }
  return edge;
}

/** The tree that a log of `size` leaves is: what its edge holds is all that it takes to go on or to know its root. */
export function treeOf(edge: readonly Tile[]): Tree {
  const tree = createTree();
  for (const { level, hashes } of [...edge].sort((a, b) => b.level - a.level)) {
    for (const hash of hashes) tree.push(hash, tileWidth ** level);
  }
  return tree;
}

interface GrowingTiles {
  /** Adds a leaf; gives back the tiles that are full with it. */
  push(leafHash: Buffer): Tile[];
  /** What is not full. */
  edge(): Tile[];
}

/** Goes on from the edge of a log of `size` leaves. */
export function growTiles(size: number, edge: readonly Tile[]): GrowingTiles {
  const levels: { index: number; hashes: Buffer[] }[] = [];
  const levelOf = (level: number) =>
    (levels[level] ??= { index: Math.floor(size / tileWidth ** (level + 1)), hashes: [] });
  for (const { level, hashes } of edge) levelOf(level).hashes = [...hashes];
  for (let level = 0; tileWidth ** level <= size; level++) levelOf(level);

  const push = (hash: Buffer, level: number): Tile[] => {
    const open = levelOf(level);
    open.hashes.push(hash);
    if (open.hashes.length < tileWidth) return [];
    const full: Tile = { level, index: open.index, width: tileWidth, hashes: open.hashes };
    levels[level] = { index: open.index + 1, hashes: [] };
    return [full, ...push(rootOf(full.hashes), level + 1)];
  };
  return {
    push: (leafHash) => push(leafHash, 0),
    edge: () =>
      levels.flatMap(({ index, hashes }, level) =>
        hashes.length > 0 ? [{ level, index, width: hashes.length, hashes }] : [],
      ),
  };
}

type ReadTile = (name: TileName & { level: number }) => Promise<readonly Buffer[]>;

/** The path from a leaf up to the root of a log of `size` leaves, lowest hash first (RFC 6962, 2.1.1). */
export async function proveInclusion(index: number, size: number, read: ReadTile): Promise<Buffer[]> {
  const walk = async (from: number, to: number): Promise<Buffer[]> => {
    if (to - from <= 1) return [];
    const middle = from + leftSize(to - from);
    return index < middle
      ? [...(await walk(from, middle)), await hashOfRange(middle, to, size, read)]
      : [...(await walk(middle, to)), await hashOfRange(from, middle, size, read)];
  };
  return walk(0, size);
}

async function hashOfRange(from: number, to: number, size: number, read: ReadTile): Promise<Buffer> {
  const count = to - from;
  if (!Number.isInteger(Math.log2(count))) {
    const middle = from + leftSize(count);
    return hashNode(await hashOfRange(from, middle, size, read), await hashOfRange(middle, to, size, read));
  }
  const level = Math.floor(Math.log2(count) / 8);
  const first = from / tileWidth ** level;
  const index = Math.floor(first / tileWidth);
  const width = Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth);
  const hashes = await read({ level, index, width });
  const start = first - index * tileWidth;
  return rootOf(hashes.slice(start, start + count / tileWidth ** level));
}
