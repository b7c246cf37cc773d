/** PURE: what is to be done with the ClaimReviews of a page: JSON in its scripts, and microdata. */
import { parseLooseJson } from './loose-json.js';
import { planEach, type ImportOptions, type Planned } from './plan-import.js';
import { takeNotes } from './report.js';

/** What stands in a page for machines, in its order. */
export type PageBlock =
  | { kind: 'json'; text: string }
  | { kind: 'node'; node: Record<string, unknown> }
  /** From here on something is nested deeper than is read. */
  | { kind: 'too_deep' };

type ReadBlock = ReturnType<typeof parseLooseJson>;

/** One by one, because each may be long. */
export function readBlock(block: PageBlock): ReadBlock {
  switch (block.kind) {
    case 'json':
      return parseLooseJson(block.text);
    case 'node':
      return { ok: true, value: block.node, repairs: [] };
    case 'too_deep':
      return { ok: false, refusal: 'too_deep' };
  }
}

/** Pointers are into the list of the blocks. Throws `ImportTooLarge`. */
export function* planEachOfPage(
  blocks: readonly ReadBlock[],
  options: ImportOptions,
): Generator<Planned, void> {
  const said = new Set<number>();
  const withFaultsOfBlock = (one: Planned): Planned => {
    const at = Number(one.pointer.split('/')[1]);
    const block = blocks[at];
    const notes = takeNotes();
    if (block?.ok === false) {
      notes.refuse(block.refusal, `/${String(at)}`);
      return { ...one, refusals: notes.refusals, step: { do: 'refuse' } };
    }
    if (!block || said.has(at)) return one;
    said.add(at);
    for (const code of block.repairs) notes.repair(code, `/${String(at)}`);
    return { ...one, repairs: [...notes.repairs, ...one.repairs] };
  };
  const documents = blocks.map((one) => (one.ok ? one.value : null));
  for (const one of planEach(documents, options)) yield withFaultsOfBlock(one);
}
