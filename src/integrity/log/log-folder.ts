/** The log as it lies in the folder of checkpoints, under the paths it is read at: any web server can give it out. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleOf, readBundle } from '../../domain/merkle/entry.js';
import { readNote, type TreeHead } from '../../domain/merkle/signed-note.js';
import {
  edgeTiles,
  tilePath,
  tileWidth,
  treeOf,
  type Tile,
  type TileName,
} from '../../domain/merkle/tiles.js';
import { Failure } from '../../platform/errors.js';
import { writeWhole } from '../../platform/write-file-atomically.js';

const hashLength = 32;
const logFolderOf = (dir: string): string => join(dir, 'log');
const noteFile = (dir: string): string => join(logFolderOf(dir), 'checkpoint');
const fileOf = (dir: string, name: TileName): string => join(logFolderOf(dir), tilePath(name));

export interface KeptHead extends TreeHead {
  /** The signed note that says so. */
  note: string;
}

/** What was signed last; undefined where nothing was. */
export async function readHead(dir: string): Promise<KeptHead | undefined> {
  const note = await readIfThere(noteFile(dir));
  if (!note) return undefined;
  const head = readNote(note.toString());
  if (!head) throw contradicted(`${noteFile(dir)} is no checkpoint of a log`);
  return { origin: head.origin, size: head.size, root: head.root, note: note.toString() };
}

export const writeHead = (dir: string, note: string): Promise<void> => writeWhole(noteFile(dir), note);

/** The bytes of a tile, or of a bundle of entries; what is full by now has what it began with. */
export async function readTileBytes(dir: string, name: TileName): Promise<Buffer | undefined> {
  const found = await readIfThere(fileOf(dir, name));
  if (found || name.width === tileWidth) return found;
  const full = await readIfThere(fileOf(dir, { ...name, width: tileWidth }));
  if (!full) return undefined;
  if (name.level !== 'entries') return full.subarray(0, name.width * hashLength);
  const entries = readBundle(full);
  return entries && bundleOf(entries.slice(0, name.width));
}

export async function readTile(dir: string, name: TileName & { level: number }): Promise<Tile> {
  const bytes = await readTileBytes(dir, name);
  if (bytes?.length !== name.width * hashLength) throw damaged(fileOf(dir, name));
  const hashes = Array.from({ length: name.width }, (_, at) =>
    bytes.subarray(at * hashLength, (at + 1) * hashLength),
  );
  return { ...name, hashes };
}

/** Entries `index * 256` to so many more. */
export async function readEntries(dir: string, name: Omit<TileName, 'level'>): Promise<Buffer[]> {
  const file: TileName = { ...name, level: 'entries' };
  const bytes = await readTileBytes(dir, file);
  const entries = bytes && readBundle(bytes);
  if (entries?.length !== name.width) throw damaged(fileOf(dir, file));
  return entries;
}

/** The edge of what was signed, which has to be what its root is of. */
export async function readEdge(dir: string, head: TreeHead): Promise<Tile[]> {
  const edge = await Promise.all(edgeTiles(head.size).map((name) => readTile(dir, name)));
  if (!treeOf(edge).root().equals(head.root)) {
    throw contradicted(`The tiles in ${logFolderOf(dir)} are not those that its checkpoint was signed over`);
  }
  return edge;
}

export const writeTile = (dir: string, { hashes, ...name }: Tile): Promise<void> =>
  write(fileOf(dir, name), Buffer.concat(hashes));

export const writeEntries = (dir: string, index: number, entries: readonly Buffer[]): Promise<void> =>
  write(fileOf(dir, { level: 'entries', index, width: entries.length }), bundleOf(entries));

/** Once a tile is full, what there was of it before is given out from the full one. */
export async function deletePartial(dir: string, name: Omit<TileName, 'width'>): Promise<void> {
  await rm(`${fileOf(dir, { ...name, width: tileWidth })}.p`, { recursive: true, force: true });
}

async function write(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o755 });
  await writeWhole(file, bytes);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

const damaged = (file: string): Failure => contradicted(`${file} is missing, or not whole`);

const contradicted = (what: string): Failure =>
  new Failure('conflict', `${what}. Nothing is signed until somebody has looked: isnad verify`, {
    code: 'checkpoint_contradicted',
  });
