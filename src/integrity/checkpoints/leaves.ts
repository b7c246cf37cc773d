/**
 * Beside each checkpoint lies which leaves it was signed over: those that changed since the last file of the
 * folder. The signature covers only their root; with the leaves at hand one can say which chain does not fit.
 */
import { z } from 'zod';
import { canonicalJson } from '../../domain/text/canonical-json.js';
import { VerificationError } from './verification-error.js';
import { readLines } from './read-lines.js';
import type { Leaf } from './statement.js';

/** The first line of the file. `since` is the number of the file before, 0 where there was none. */
export const firstLine = (number: number, since: number): string =>
  canonicalJson({ leaves: { number, since } });

export const lineOf = ({ chain, length, head }: Leaf): string => canonicalJson({ chain, head, length });

const count = z.int().min(0);
const first = z.strictObject({ leaves: z.strictObject({ number: count, since: count }) });
const leaf = z.strictObject({ chain: z.string(), head: z.string(), length: count });

export interface LeavesFile {
  file: string;
  number: number;
  since: number;
}

/** What the first line says. */
export async function openLeaves(file: string): Promise<LeavesFile> {
  for await (const line of readLines(file)) return { file, ...parse(first, line, file).leaves };
  throw broken(file);
}

/** The leaves of one file, in the order of their chains. */
async function* readLeaves({ file }: LeavesFile): AsyncGenerator<Leaf> {
  let isFirst = true;
  for await (const line of readLines(file)) {
    if (!isFirst) yield parse(leaf, line, file);
    isFirst = false;
  }
}

function parse<Form extends z.ZodType>(form: Form, line: string, file: string): z.output<Form> {
  try {
    return form.parse(JSON.parse(line));
  } catch {
    throw broken(file);
  }
}

const broken = (file: string): VerificationError =>
  new VerificationError(`${file} does not hold the leaves of a checkpoint`);

/** What is known of one chain: by the number of the checkpoint, from the oldest to the newest. */
export interface ChainLeaves {
  chain: string;
  leaves: (Leaf & { number: number })[];
}

/** All files as one walk along the chains, in their order; holds one leaf of each file at a time. */
export async function* mergeLeaves(files: readonly LeavesFile[]): AsyncGenerator<ChainLeaves> {
  const readers = files.map((file) => ({ number: file.number, leaves: readLeaves(file) }));
  const fronts = await Promise.all(readers.map(({ leaves }) => leaves.next()));
  for (;;) {
    const chains = fronts.flatMap((front) => (front.done ? [] : [front.value.chain]));
    const chain = chains.reduce<string | undefined>(
      (first, other) => (first === undefined || other < first ? other : first),
      undefined,
    );
    if (chain === undefined) return;
    const found: ChainLeaves = { chain, leaves: [] };
    for (const [at, { number, leaves }] of readers.entries()) {
      const front = fronts[at];
      if (!front || front.done || front.value.chain !== chain) continue;
      found.leaves.push({ ...front.value, number });
      fronts[at] = await leaves.next();
    }
    yield found;
  }
}

/** The newest leaf that is not newer than a checkpoint. */
export const leafAt = <Dated extends { number: number }>(
  leaves: readonly Dated[],
  number: number,
): Dated | undefined => leaves.findLast((leaf) => leaf.number <= number);
