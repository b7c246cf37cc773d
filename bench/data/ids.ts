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
  return () => {
    count++;
    const time = (epoch + count).toString(16).padStart(12, '0');
    // The end differs as random ends do: an index that compresses or compares by it is not helped.
    const end = (Math.imul(count, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-${mark}-0000${end}`;
  };
}
