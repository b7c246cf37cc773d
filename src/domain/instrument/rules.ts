/** PURE: what holds for provisions. */

/** Whether a span of days, `YYYY-MM-DD` and inclusive, ends before it begins; an open side never does. */
export const endsBeforeItBegins = (span: {
  inForceFrom: string | null;
  inForceUntil: string | null;
}): boolean =>
  span.inForceFrom !== null && span.inForceUntil !== null && span.inForceUntil < span.inForceFrom;

/** The first of the list that an earlier one equals, by index; -1 where all differ. */
export const firstRepeated = (items: readonly string[]): number =>
  items.findIndex((item, index) => items.indexOf(item) < index);
