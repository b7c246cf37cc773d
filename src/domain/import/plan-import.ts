/** PURE: what is to be done with each thing in a document, before anything is done. */
import { findReviews, type Found } from './find-reviews.js';
import { isNode, property, type Node } from './node.js';
import { readReview, type ReadReview } from './read-review.js';
import { readAddress } from './read-text.js';
import { takeNotes, type Refusal, type Repair } from './report.js';

export interface Planned {
  pointer: string;
  url: string | null;
  claimText: string | null;
  repairs: Repair[];
  refusals: Refusal[];
  step:
    | { do: 'store'; review: ReadReview }
    | { do: 'withdraw'; url: string }
    | { do: 'refuse' }
    | { do: 'ignore'; note: string };
}

export function planImport(document: unknown, language?: string): Planned[] {
  const claims = new Map<string, string>();
  return findReviews(document).map((found) => refuseRepeated(plan(found, language), claims));
}

function plan(found: Found, language: string | undefined): Planned {
  const notes = takeNotes();
  const bare = {
    pointer: found.at,
    url: null,
    claimText: null,
    repairs: notes.repairs,
    refusals: notes.refusals,
  };
  switch (found.kind) {
    case 'review': {
      const { review, ...known } = readReview(found.node, found.at, language);
      return { ...bare, ...known, step: review ? { do: 'store', review } : { do: 'refuse' } };
    }
    case 'removal': {
      const url = removedAddress(found.node, found.at);
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

/** Two claims under one address would overwrite each other, on every import anew. */
function refuseRepeated(planned: Planned, claims: Map<string, string>): Planned {
  if (planned.step.do !== 'store') return planned;
  const { url, claimText } = planned.step.review;
  const first = claims.get(url);
  if (first === undefined || first === claimText) {
    claims.set(url, claimText);
    return planned;
  }
  const notes = takeNotes();
  notes.refuse('url_repeated', planned.pointer);
  return { ...planned, refusals: [...planned.refusals, ...notes.refusals], step: { do: 'refuse' } };
}

/** Of the review that an item was, or of the one that the note about it is about. */
function removedAddress(node: Node, at: string): string | undefined {
  const notes = takeNotes();
  const item = property(node, 'item', at, notes);
  const inItem = item && isNode(item.value) ? item.value : {};
  const places = [
    property(inItem, 'parentItem', at, notes),
    property(inItem, 'url', at, notes),
    property(node, 'url', at, notes),
  ];
  return places.map((place) => place && readAddress(place, notes)).find((address) => address !== undefined);
}
