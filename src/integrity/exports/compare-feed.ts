/**
 * The feed compared with its log: which events have a place, in which order, each once. Every checkpoint names the root
 * of the log it was signed with; a folder holds the entries too, by which the first difference can be named.
 */
import { verify } from 'node:crypto';
import { entryBytes } from '../../domain/merkle/entry.js';
import { noteText, readNote, signaturesBy } from '../../domain/merkle/signed-note.js';
import { tileWidth } from '../../domain/merkle/tiles.js';
import { createTree, hashLeaf } from '../../domain/merkle/tree.js';
import { bytesOfKey, keyFromText, type Checkpoint } from '../checkpoints/statement.js';
import { VerificationError } from '../checkpoints/verification-error.js';
import { readEntries, readHead, type KeptHead } from '../log/log-folder.js';
import type { Line } from './export-lines.js';

export interface KeptLog {
  dir: string;
  head: KeptHead;
}

/** What was signed last in a folder; undefined where it holds no log. */
export async function readKeptLog(dir: string): Promise<KeptLog | undefined> {
  const head = await readHead(dir);
  return head && { dir, head };
}

type EventLine = Pick<Extract<Line, { kind: 'event' }>, 'event' | 'hash' | 'position'>;

const hashLength = 32;

export function createFeedComparison() {
  /** Leaf hashes by 256 places: chains come in no order of the feed, and a place far out must not cost what lies before. */
  const chunks = new Map<number, Buffer>();
  let size = 0;
  let placed = 0;
  const find = (position: number): Buffer | undefined => {
    const start = ((position - 1) % tileWidth) * hashLength;
    return chunks.get(Math.floor((position - 1) / tileWidth))?.subarray(start, start + hashLength);
  };
  const isFree = (position: number): boolean => find(position)?.every((byte) => byte === 0) ?? true;
  const at = (position: number): Buffer => find(position) ?? Buffer.alloc(hashLength);

  return {
    /** In any order: a chain comes after the other. */
    add({ event: { id }, hash, position }: EventLine): void {
      if (typeof position !== 'number') return;
      if (!isFree(position))
        throw new VerificationError(`has a place in the feed that another event has: ${String(position)}`, {
          id,
        });
      const chunk = Math.floor((position - 1) / tileWidth);
      if (!chunks.has(chunk)) chunks.set(chunk, Buffer.alloc(tileWidth * hashLength));
      hashLeaf(entryBytes({ event: id, hash, position })).copy(at(position));
      placed++;
      size = Math.max(size, position);
    },

    /** `checkpoints` are those of the export; each one's log is a beginning of the next one's. `vouched`: whose keys may have signed the log. */
    async end(
      checkpoints: readonly Checkpoint[],
      kept: KeptLog | undefined,
      vouched: readonly Checkpoint[],
    ): Promise<void> {
      if (placed < size) {
        let missing = 1;
        while (!isFree(missing)) missing++;
        throw new VerificationError(
          `has a gap: no event stands at ${String(missing)} of ${String(size)}`,
          feed,
        );
      }
      const signed = checkpoints.map(({ statement: { number, log } }) => ({
        who: `checkpoint ${String(number)}`,
        size: log.size,
        root: log.root,
      }));
      if (kept) {
        checkSigner(kept, vouched);
        signed.push({
          who: `the log in ${kept.dir}`,
          size: kept.head.size,
          root: kept.head.root.toString('hex'),
        });
      }
      signed.sort((a, b) => a.size - b.size);
      const tree = createTree();
      for (const { who, size: count, root } of signed) {
        if (count > size) {
          throw new VerificationError(
            `ends at ${String(size)}: ${who} was signed over ${String(count)} events`,
            feed,
          );
        }
        while (tree.size() < count) tree.push(at(tree.size() + 1));
        if (tree.root().toString('hex') === root) continue;
        if (kept) await nameDifference(kept);
        throw new VerificationError(
          `is not the one that ${who} was signed over: an event was changed, moved or taken away`,
          feed,
        );
      }
    },
  };

  async function nameDifference({ dir, head }: KeptLog): Promise<void> {
    for (let index = 0; index * tileWidth < head.size; index++) {
      const width = Math.min(tileWidth, head.size - index * tileWidth);
      for (const [offset, entry] of (await readEntries(dir, { index, width })).entries()) {
        const position = index * tileWidth + offset + 1;
        if (hashLeaf(entry).equals(at(position))) continue;
        const { event } = JSON.parse(String(entry)) as { event: string };
        throw new VerificationError(
          `was signed to stand at ${String(position)} of the feed, and another event does, or it is not as it was`,
          { id: event },
        );
      }
    }
  }
}

const feed = { chain: 'feed' };

/** The note has to be signed by a key that signed checkpoints too, or was announced by one. */
function checkSigner({ dir, head }: KeptLog, checkpoints: readonly Checkpoint[]): void {
  const note = readNote(head.note);
  const text = Buffer.from(noteText(head));
  const keys = new Set(
    checkpoints.flatMap(({ statement: { key, nextKey } }) => [key, ...(nextKey === null ? [] : [nextKey])]),
  );
  const isSigned = [...keys].some((key) =>
    signaturesBy(note ?? { origin: '', signatures: [] }, bytesOfKey(key)).some((signature) =>
      verify(null, text, keyFromText(key), signature),
    ),
  );
  if (!isSigned && checkpoints.length > 0)
    throw new VerificationError(`is signed by none of the keys of the checkpoints: ${dir}`, feed);
}
