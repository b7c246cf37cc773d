import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleOf, readBundle } from '../../src/domain/merkle/entry.js';
import {
  noteText,
  readNote,
  signaturesBy,
  signedNote,
  verifierKey,
} from '../../src/domain/merkle/signed-note.js';
import {
  edgeTiles,
  growTiles,
  isWithin,
  proveInclusion,
  readTilePath,
  tilePath,
  treeOf,
  type Tile,
} from '../../src/domain/merkle/tiles.js';
import { climb, hashLeaf, pathTo, rootOf } from '../../src/domain/merkle/tree.js';

const leaf = (index: number): Buffer => hashLeaf(Buffer.from(String(index)));
const leaves = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => leaf(index));

/** Every tile that was ever written, by its path: of sizes at which the log was published. */
function publish(sizes: readonly number[]): Map<string, Tile> {
  const written = new Map<string, Tile>();
  const keep = (tile: Tile): void => void written.set(tilePath(tile), tile);
  let edge: Tile[] = [];
  let at = 0;
  for (const size of sizes) {
    const tiles = growTiles(at, edge);
    for (; at < size; at++) tiles.push(leaf(at)).forEach(keep);
    edge = tiles.edge();
    edge.forEach(keep);
  }
  return written;
}

describe('tiles', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 1, index: 999, width: 8 }, 'tile/1/999.p/8'],
    [{ level: 'entries', index: 1_000, width: 255 }, 'tile/entries/x001/000.p/255'],
  ] as const)('of %j are at %s, and found by it', (name, path) => {
    expect(tilePath(name)).toBe(path);
    expect(readTilePath(path)).toEqual(name);
  });

  it.each([
    'tile/0/0',
    'tile/0/x000/001',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/000.p/08',
    'tile/00/000',
  ])('are not named by %s, which is another spelling or no tile', (path) => {
    expect(readTilePath(path)).toBeUndefined();
  });

  it('grown in steps are those that are grown at once, and their edge leads to the root of RFC 6962', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 4 }),
        (given) => {
          const sizes = [...given].sort((a, b) => a - b);
          const written = publish(sizes);
          for (const size of sizes) {
            const edge = edgeTiles(size).map((name) => written.get(tilePath(name)));
            expect(edge).not.toContain(undefined);
            expect(treeOf(edge as Tile[]).root()).toEqual(rootOf(leaves(size)));
          }
          const last = sizes.at(-1) ?? 0;
          for (const [path, tile] of publish([last])) expect(written.get(path)).toEqual(tile);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('prove of every leaf that it is in the log, by the path of RFC 6962', async () => {
    for (const size of [1, 2, 255, 256, 257, 700]) {
      const written = publish([size]);
      const read = (name: { level: number; index: number; width: number }) =>
        Promise.resolve(written.get(tilePath(name))?.hashes ?? []);
      const all = leaves(size);
      for (let index = 0; index < size; index += 1 + Math.floor(size / 40)) {
        const path = await proveInclusion(index, size, read);
        expect(path).toEqual(pathTo(index, all));
        expect(climb(leaf(index), index, size, path)).toEqual(rootOf(all));
      }
    }
  });
});

describe('a bundle of entries', () => {
  it('is read back as it was written, and not where it is cut', () => {
    const entries = [Buffer.from('one'), Buffer.alloc(300, 7), Buffer.from('')];
    const bundle = bundleOf(entries);
    expect(readBundle(bundle)).toEqual(entries);
    expect(readBundle(bundle.subarray(0, -3))).toBeUndefined();
    expect(readBundle(bundle.subarray(0, 4))).toBeUndefined();
  });
});

describe('a note', () => {
  const publicKey = Buffer.alloc(32, 9);
  const head = { origin: 'isnad.example/log', size: 12, root: Buffer.alloc(32, 1) };

  it('says whose log it is, how large and with which root, and is read back with who signed it', () => {
    const note = signedNote(head, [{ publicKey, signature: Buffer.alloc(64, 5) }]);
    expect(note.startsWith(`${noteText(head)}\n— isnad.example/log `)).toBe(true);
    const read = readNote(note);
    expect(read).toMatchObject(head);
    expect(read && signaturesBy(read, publicKey)).toEqual([Buffer.alloc(64, 5)]);
    expect(read && signaturesBy(read, Buffer.alloc(32, 8))).toEqual([]);
  });

  it('is none where a line is missing or spelled in another way', () => {
    const note = signedNote(head, [{ publicKey, signature: Buffer.alloc(64) }]);
    for (const other of [note.replace('12', '012'), note.trimEnd(), note.replace('\n\n', '\n'), ''])
      expect(readNote(other)).toBeUndefined();
  });

  it('is verified with a key that Go knows: the one of the sum database of Go modules has this form', () => {
    const [name = '', id, encoded = ''] =
      'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'.split(
        /\+(?=033de0ae)|(?<=033de0ae)\+/,
      );
    const known = Buffer.from(encoded, 'base64').subarray(1);
    expect(verifierKey(name, known)).toBe(`${name}+${String(id)}+${encoded}`);
  });
});

it('a log has the tiles that its size covers, and no others', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200_000 }), (size) => {
      for (const name of edgeTiles(size)) {
        expect(isWithin(name, size)).toBe(true);
        expect(isWithin({ ...name, width: name.width + 1 }, size)).toBe(false);
        expect(isWithin({ ...name, index: name.index + 1 }, size)).toBe(false);
      }
    }),
  );
  expect(isWithin({ level: 'entries', index: 0, width: 256 }, 255)).toBe(false);
});
