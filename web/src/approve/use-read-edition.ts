/**
 * The edition that somebody reads to decide on it. What would be published may change meanwhile: the one that was read stays
 * on the screen, and its reader is told which parts are others by now and asks for them.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { editionOf, type EditionDocument } from '../api/verdicts.js';
import { compareEditions } from '../../../src/domain/edition/compare-editions.js';
import { partsOf, type EditionPart } from '../../../src/domain/edition/changed-parts.js';

interface Reading {
  digest: string;
  document: EditionDocument;
}

export interface ReadEdition {
  document: EditionDocument;
  /** Of what would be published at this moment, which may be another than what is shown. */
  digest: string;
  /** What has changed since it was read, and was not looked at; nothing can be agreed to before. */
  unseen: readonly EditionPart[];
  /** What had changed when it was looked at last; marked in what is shown. */
  marked: readonly EditionPart[];
  /** What was read before, and what it is compared with: of `unseen`, or of `marked`. */
  moved: { before: EditionDocument; after: EditionDocument };
  /** Shows what would be published now. */
  look: () => void;
}

/** `isThere`: not where it is known that there is none. */
export function useReadEdition(
  verdict: string,
  isThere: boolean,
): { read: ReadEdition | undefined; error: Error | null } {
  const { data: newest, error } = useQuery({ ...editionOf(verdict), enabled: isThere });
  const [shown, setShown] = useState<Reading | undefined>(newest);
  const [looked, setLooked] = useState<{ marked: readonly EditionPart[]; before: EditionDocument }>();
  if (!newest) return { read: undefined, error };
  const read = shown ?? newest;
  const unseen =
    newest.status === 'proposed' && read.digest !== newest.digest ? changedParts(read, newest) : [];
  // The same words under another seal, or what was decided on: there is nothing to look at.
  if (shown !== newest && unseen.length === 0) setShown(newest);
  const { document } = unseen.length === 0 ? newest : read;
  const look = (): void => {
    setLooked({ marked: unseen, before: read.document });
    setShown(newest);
  };
  const { marked = [], before = read.document } = looked ?? {};
  const moved = { before: unseen.length === 0 ? before : read.document, after: newest.document };
  return { read: { document, digest: newest.digest, unseen, marked, moved, look }, error };
}

const changedParts = ({ document: before }: Reading, { document: now }: Reading): EditionPart[] =>
  partsOf(compareEditions(before, now));
