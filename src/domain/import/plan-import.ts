/** PURE: what is to be done with each thing in a document, before anything is done. */
import { deepest, findReviews } from './find-reviews.js';
import type { Found } from './found.js';
import { createImportLimit, createMeasure } from './import-limit.js';
import { isNode, namedNodes, property, type Node } from './node.js';
import { readReview, type ReadReview } from './read-review.js';
import { readUrl } from './read-text.js';
import { takeNotes, type ImportRefusal, type Repair, type Surroundings } from './report.js';

export interface Planned {
  pointer: string;
  url: string | null;
  claimText: string | null;
  repairs: Repair[];
  refusals: ImportRefusal[];
  step:
    | { do: 'store'; review: ReadReview }
    | { do: 'withdraw'; url: string }
    | { do: 'refuse' }
    | { do: 'ignore'; note: string };
}

export interface ImportOptions {
  /** Of reviews that name none. */
  language?: string | undefined;
  /** What relative addresses are relative to. */
  base?: string | undefined;
}

/** Throws `ImportTooLarge`. */
export const planImport = (document: unknown, options: ImportOptions = {}): Planned[] => [
  ...planEach(document, options),
];

/** One by one, because there may be many. */
export function* planEach(
  document: unknown,
  { language, base }: ImportOptions = {},
): Generator<Planned, void> {
  const limit = createImportLimit();
  const measure = createMeasure();
  const around = {
    nodes: namedNodes(document, deepest),
    base,
    assumed: language,
    spend: limit.spend,
    follow: (node: Node) => {
      limit.spend(measure(node));
    },
  };
  for (const found of findReviews(document, limit)) {
    limit.spend(found.at.length);
    yield plan(found, around);
  }
}

type Around = Surroundings & { assumed: string | undefined };

function plan(found: Found, around: Around): Planned {
  const notes = takeNotes(around);
  const bare = {
    pointer: found.at,
    url: null,
    claimText: null,
    repairs: notes.repairs,
    refusals: notes.refusals,
  };
  switch (found.kind) {
    case 'review': {
      const { review, ...known } = readReview(found.node, found.at, around);
      const planned: Planned = {
        ...bare,
        ...known,
        step: review ? { do: 'store', review } : { do: 'refuse' },
      };
      return found.isMade ? pointedAtWhole(planned) : planned;
    }
    case 'removal': {
      const url = removedAddress(found.node, found.at, notes);
      if (url === undefined)
        return { ...bare, step: { do: 'ignore', note: 'was removed, and had no address' } };
      return { ...bare, url, step: { do: 'withdraw', url } };
    }
    case 'other':
      return { ...bare, step: { do: 'ignore', note: `is no ClaimReview: ${found.what}` } };
    case 'too_deep':
      notes.refuse('too_deep', found.at);
      return { ...bare, step: { do: 'refuse' } };
  }
}

/** What it was made of stands elsewhere in the document than in what was made. */
const pointedAtWhole = ({ repairs, refusals, ...planned }: Planned): Planned => ({
  ...planned,
  repairs: repairs.map((one) => ({ ...one, pointer: planned.pointer })),
  refusals: refusals.map((one) => ({ ...one, pointer: planned.pointer })),
});

/** Of the review that an item was, or of the one that the note about it is about. */
function removedAddress(node: Node, at: string, around: Surroundings): string | undefined {
  const notes = takeNotes(around);
  const item = property(node, 'item', at, notes);
  const inItem = item && isNode(item.value) ? item.value : {};
  const places = [
    property(inItem, 'parentItem', at, notes),
    property(inItem, 'url', at, notes),
    property(node, 'url', at, notes),
  ];
  return places.map((place) => place && readUrl(place, notes)).find((address) => address !== undefined);
}
