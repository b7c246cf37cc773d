/** Makes the log longer by what the feed has got since. What is signed is what lies in the folder, never the database alone. */
import { entryBytes, type LogEntry } from '../../domain/merkle/entry.js';
import type { TreeHead } from '../../domain/merkle/signed-note.js';
import { edgeTiles, growTiles, tileWidth, treeOf } from '../../domain/merkle/tiles.js';
import { createTree, hashLeaf } from '../../domain/merkle/tree.js';
import type { Pace, Snapshot } from '../../platform/db/snapshot.js';
import { findMismatch, forked } from './compare-database.js';
import { deletePartial, readEdge, readEntries, readHead, writeEntries, writeTile } from './log-folder.js';

interface Growth {
  dir: string;
  /** Whose log it is where there is none yet; one that has begun keeps its name. */
  origin: string;
  /** The end of the feed. */
  size: number;
  pace?: Pace;
  /** A head that the database knows to be signed: where the folder lost it, the feed must still lead there. */
  signed?: { size: number; root: string } | undefined;
  /** Which earlier sizes to tell the root of. */
  rootsAt?: readonly number[];
}

interface Grown {
  head: TreeHead;
  /** By size, in hex: of those asked for that lie at the end of the log before, or behind it. */
  roots: ReadonlyMap<number, string>;
}

/** Writes every tile and entry up to the end of the feed; to sign the head that is given back is what remains. */
export async function growLog(snapshot: Snapshot, growth: Growth): Promise<Grown> {
  const { dir, origin, size, pace, signed, rootsAt = [] } = growth;
  const mismatch = await findMismatch((query, values) => snapshot.one(query, values), dir);
  if (mismatch) throw mismatch;
  const kept = await readHead(dir);
  const begun = kept ?? { origin, size: 0, root: createTree().root() };
  const edge = await readEdge(dir, begun);
  if (signed?.size === begun.size && begun.root.toString('hex') !== signed.root) throw forked(dir);

  const roots = new Map(rootsAt.includes(begun.size) ? [[begun.size, begun.root.toString('hex')]] : []);
  const tiles = growTiles(begun.size, edge);
  const bundle = await openBundle(dir, begun.size);
  let at = begun.size;
  for await (const entry of readEntriesAfter(snapshot, begun.size, size, pace)) {
    if (entry.position !== ++at) throw new Error(`the feed has a gap before ${String(entry.position)}`);
    const bytes = entryBytes(entry);
    await bundle.push(bytes);
    for (const tile of tiles.push(hashLeaf(bytes))) await writeTile(dir, tile);
    if (at !== signed?.size && !rootsAt.includes(at)) continue;
    const root = treeOf(tiles.edge()).root().toString('hex');
    if (at === signed?.size && root !== signed.root) throw forked(dir);
    roots.set(at, root);
  }
  for (const tile of tiles.edge()) await writeTile(dir, tile);
  await bundle.writeRest();
  return { head: { origin: begun.origin, size: at, root: treeOf(tiles.edge()).root() }, roots };
}

/** What full tiles have taken the place of; to be called once the longer log is signed. */
export async function deleteReplaced(dir: string, before: number, now: number): Promise<void> {
  for (const { level, index } of edgeTiles(before)) {
    if (Math.floor(now / tileWidth ** (level + 1)) <= index) continue;
    await deletePartial(dir, { level, index });
    if (level === 0) await deletePartial(dir, { level: 'entries', index });
  }
}

/** The entries under the last tile, which go on where they were left. */
async function openBundle(dir: string, size: number) {
  let index = Math.floor(size / tileWidth);
  const width = size % tileWidth;
  let open = width === 0 ? [] : await readEntries(dir, { index, width });
  return {
    push: async (entry: Buffer): Promise<void> => {
      open.push(entry);
      if (open.length < tileWidth) return;
      await writeEntries(dir, index, open);
      [index, open] = [index + 1, []];
    },
    writeRest: async (): Promise<void> => {
      if (open.length > 0) await writeEntries(dir, index, open);
    },
  };
}

type Row = Omit<LogEntry, 'position'> & { position: string };

/** What stands in the feed behind a position, up to another. */
async function* readEntriesAfter(
  snapshot: Snapshot,
  after: number,
  until: number,
  pace?: Pace,
): AsyncGenerator<LogEntry> {
  const query = `
    SELECT f.position, e.id AS event, encode(e.hash, 'hex') AS hash
    FROM feed f JOIN events e ON e.seq = f.event_seq
    WHERE f.position > $1 AND f.position <= $2 ORDER BY f.position`;
  for await (const row of snapshot.stream<Row>(query, [after, until], pace))
    yield { ...row, position: Number(row.position) };
}
