/** PURE: what is to be done with the ClaimReviews of a page: JSON in its scripts, and microdata. */
import { parseLooseJson } from './loose-json.js';
import { planEach, type ImportOptions, type Planned } from './plan-import.js';
import { takeNotes } from './report.js';

/** What stands in a page for machines, in its order. */
export type PageBlock = { kind: 'json'; text: string } | { kind: 'node'; node: Record<string, unknown> };

/** Pointers are into the list of the blocks. Throws `ImportTooLarge`. */
export const planPage = (blocks: readonly PageBlock[], options: ImportOptions): Planned[] => [
  ...planEachOfPage(blocks, options),
];

export function* planEachOfPage(
  blocks: readonly PageBlock[],
  options: ImportOptions,
): Generator<Planned, void> {
  const read = blocks.map((block) =>
    block.kind === 'json'
      ? parseLooseJson(block.text)
      : { ok: true as const, value: block.node, repairs: [] },
  );
  const said = new Set<number>();
  const withFaultsOfBlock = (one: Planned): Planned => {
    const at = Number(one.pointer.split('/')[1]);
    const block = read[at];
    const notes = takeNotes();
    if (block?.ok === false) {
      notes.refuse('json_unreadable', `/${String(at)}`);
      return { ...one, refusals: notes.refusals, step: { do: 'refuse' } };
    }
    if (!block || said.has(at)) return one;
    said.add(at);
    for (const code of block.repairs) notes.repair(code, `/${String(at)}`);
    return { ...one, repairs: [...notes.repairs, ...one.repairs] };
  };
  const documents = read.map((one) => (one.ok ? one.value : null));
  for (const one of planEach(documents, options)) yield withFaultsOfBlock(one);
}
