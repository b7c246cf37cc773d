/** The folder of checkpoints, outside the database: `00000012.json`, its leaves beside it, and the keys. */
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { VerificationError } from './verification-error.js';
import { firstLine, lineOf, openLeaves, type LeavesFile } from './leaves.js';
import { checkpoint as form, type Checkpoint, type Leaf } from './statement.js';
import { writeWhole } from '../../platform/write-file-atomically.js';

const nameOf = (number: number): string => String(number).padStart(8, '0');
const leavesEnding = '.leaves.jsonl';
export const fileOf = (dir: string, number: number, ending: string): string =>
  join(dir, `${nameOf(number)}${ending}`);

/** The number of the newest checkpoint in the folder. */
export async function newestNumber(dir: string): Promise<number | undefined> {
  const names = await readdir(dir).catch(() => []);
  const numbers = names.filter((name) => /^\d{8,}\.json$/.test(name)).map((name) => parseInt(name, 10));
  return numbers.length === 0 ? undefined : Math.max(...numbers);
}

/** A checkpoint as it lies in a file. */
export interface Kept {
  file: string;
  checkpoint: Checkpoint;
}

/** All checkpoints of a folder, or the one in a file, oldest first. */
export async function readCheckpoints(path: string): Promise<Kept[]> {
  const isFolder = (await stat(path)).isDirectory();
  const names = isFolder ? (await readdir(path)).filter((name) => name.endsWith('.json')).sort() : [''];
  const kept: Kept[] = [];
  for (const name of names) kept.push(await readCheckpoint(join(path, name)));
  return kept.sort((a, b) => a.checkpoint.statement.number - b.checkpoint.statement.number);
}

async function readCheckpoint(file: string): Promise<Kept> {
  const text = await readFile(file, 'utf8');
  try {
    return { file, checkpoint: form.parse(JSON.parse(text)) };
  } catch {
    throw new VerificationError(`${file} holds no checkpoint`);
  }
}

/** The leaves in a folder that build on one another without a gap: from the first file on, as far as that goes. */
export async function readLeavesFiles(path: string): Promise<LeavesFile[]> {
  if (!(await stat(path)).isDirectory()) return [];
  const files: LeavesFile[] = [];
  for (const name of (await readdir(path)).filter((each) => each.endsWith(leavesEnding)).sort()) {
    const opened = await openLeaves(join(path, name));
    if (opened.since !== (files.at(-1)?.number ?? 0)) break;
    files.push(opened);
  }
  return files;
}

export async function makeFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
}

export const writeCheckpoint = (dir: string, checkpoint: Checkpoint): Promise<void> =>
  writeWhole(fileOf(dir, checkpoint.statement.number, '.json'), `${canonicalJson(checkpoint)}\n`);

const bufferSize = 64 * 1024;

/** Writes the leaves as they come; the checkpoint they belong to is written after them. */
export const writeLeaves = (
  dir: string,
  { number, since }: { number: number; since: number },
  leaves: AsyncIterable<Leaf>,
): Promise<void> =>
  writeWhole(fileOf(dir, number, leavesEnding), async (file) => {
    let waiting = `${firstLine(number, since)}\n`;
    for await (const leaf of leaves) {
      waiting += `${lineOf(leaf)}\n`;
      if (waiting.length < bufferSize) continue;
      await file.write(waiting);
      waiting = '';
    }
    await file.write(waiting);
  });
