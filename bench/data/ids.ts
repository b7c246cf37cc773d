/** Ids of made-up rows: version 7 in form, in ascending order, and the same in every run. */

/** 1 January 2024 in milliseconds: before anything that the API will make up by itself. */
const epoch = 1_704_067_200_000;

/** Two kinds never share an id, whatever their numbers. */
const kinds = [
  'article',
  'version',
  'claim',
  'attribution',
  'relation',
  'task',
  'verdict',
  'evidence',
  'event',
] as const;
type Kind = (typeof kinds)[number];

/** Numbers the rows of one kind, from 1. */
export function idsOf(kind: Kind): () => string {
  const mark = `7${kinds.indexOf(kind).toString(16).padStart(3, '0')}-8000`;
  let count = 0;
  let block = NaN;
  let start = '';
  return () => {
    count++;
    const time = epoch + count;
    // Only the last digits of the time differ from one to the next.
    if (Math.floor(time / 0x10000) !== block) {
      block = Math.floor(time / 0x10000);
      start = block.toString(16).padStart(8, '0');
    }
    // The end differs as random ends do: an index that compresses or compares by it is not helped.
    const end = Math.imul(count, 0x9e3779b1) >>> 0;
    return `${start}-${hex(time % 0x10000)}-${mark}-0000${hex(end >>> 16)}${hex(end & 0xffff)}`;
  };
}

const hexes = Array.from({ length: 0x10000 }, (_, value) => value.toString(16).padStart(4, '0'));
const hex = (value: number): string => hexes[value] ?? '';
