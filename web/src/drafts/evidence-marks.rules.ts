/** PURE: the marks in a text that point to evidence, `[E1]`: by its place in the order of ids, as readers count it. */

import { lostMark } from '../../../src/domain/verdict/evidence-marks.js';

export const numbered = ({ evidence = [] }: { evidence?: readonly string[] | undefined }): string[] =>
  [...evidence].sort();

/** The text as it points to the same evidence by other numbers. What is not among it any more leads nowhere: `lostMark`. */
export function moveMarks(text: string, before: readonly string[], after: readonly string[]): string {
  // A number that was written ahead is that of what is cited next, unless the others have moved.
  const stay = before.every((id, index) => after[index] === id);
  return text.replace(/\[E(\d+)\]/g, (mark, number: string) => {
    const id = before[Number(number) - 1];
    if (id === undefined) return stay || after[Number(number) - 1] === undefined ? mark : lostMark;
    const place = after.indexOf(id);
    return place < 0 ? lostMark : `[E${String(place + 1)}]`;
  });
}
