/** Marks, in an edition, the parts that have changed since it was read. */
import { createContext, use } from 'react';
import type { EditionPart } from '../../../src/domain/edition/changed-parts.js';
import { useWords } from '../language/words.js';

export const ChangedParts = createContext<readonly EditionPart[]>([]);

export function useChanged(): (...parts: EditionPart[]) => boolean {
  const changed = use(ChangedParts);
  return (...parts) => parts.some((part) => changed.includes(part));
}

/** The word at the place; the first of them is where the focus is led. */
export function ChangedMark({ of }: { of: readonly EditionPart[] }) {
  const words = useWords();
  const changed = useChanged();
  if (!changed(...of)) return null;
  return (
    <>
      {' '}
      <span className="chip attention changed-mark" tabIndex={-1}>
        {words('approval.changedPart')}
      </span>
    </>
  );
}
