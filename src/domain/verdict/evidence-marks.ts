/** PURE: the marks in a rationale that point to evidence: `[E1]` is the first that the verdict cites, in the order of ids. */

/** What a desk writes into a text where the evidence that it pointed to is not rested on any more. */
export const lostMark = '[E?]';

const marks = /\[E(\d+|\?)\]/g;

/** A mark is in no language. */
export const withoutAnyMark = (text: string): string => text.replace(marks, '');

/** Whether a mark in the text leads to nothing. `cited`: how many pieces of evidence there are to point to. */
export const leadsNowhere = (text: string, cited: number): boolean =>
  [...text.matchAll(marks)].some(([, number]) => !isCited(Number(number), cited));

/** Whether evidence has this number; none has NaN. */
export const isCited = (number: number, cited: number): boolean => number >= 1 && number <= cited;
