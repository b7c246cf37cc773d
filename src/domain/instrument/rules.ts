/** PURE: what holds for provisions. */

/** Which way a provision governs, seen from the subject of its instrument; `none`: nothing that is transferred. */
export const directions = ['to', 'from', 'both', 'none'] as const;
export type Direction = (typeof directions)[number];

/** Whether a span of days, `YYYY-MM-DD` and inclusive, ends before it begins; an open side never does. */
export const endsBeforeItBegins = (span: {
  inForceFrom: string | null;
  inForceUntil: string | null;
}): boolean =>
  span.inForceFrom !== null && span.inForceUntil !== null && span.inForceUntil < span.inForceFrom;

/** The first of the list that an earlier one equals, by index; -1 where all differ. */
export const firstRepeated = (items: readonly string[]): number =>
  items.findIndex((item, index) => items.indexOf(item) < index);
