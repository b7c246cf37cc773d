/** One event as an entry of the log: which, at which place of the feed, and its hash; nothing of what it says. */
import { canonicalJson } from '../text/canonical-json.js';

export interface LogEntry {
  event: string;
  /** SHA-256 of what the event says, as 64 hex digits. */
  hash: string;
  /** Its place in the feed, from 1; as a leaf its index is one less. */
  position: number;
}

export const entryBytes = ({ event, hash, position }: LogEntry): Buffer =>
  Buffer.from(canonicalJson({ event, hash, position }));

/** Entries one after the other, each behind its length in two bytes. */
export const bundleOf = (entries: readonly Buffer[]): Buffer =>
  Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );

/** The entries of a bundle; undefined where it is cut. */
export function readBundle(bundle: Buffer): Buffer[] | undefined {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    if (at + 2 > bundle.length) return undefined;
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
