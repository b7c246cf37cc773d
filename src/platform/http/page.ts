import { z } from 'zod';
import { decodeCursor, encodeCursor, invalidCursor, queryFingerprint } from './cursor.js';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

interface Asked {
  limit: number;
  after?: string | undefined;
}

/** What the page before ended with; a cursor of another list, or of other filters, is not one that this list gave out. */
export const decodeListCursor = <S extends z.ZodType>(
  after: string | undefined,
  key: S,
  asked: object,
): z.output<S> | undefined =>
  decodeCursor(after, z.tuple([z.literal(queryFingerprint(asked)), key]))?.[1] as z.output<S> | undefined;

/**
 * One page of a list by key: ask the database for `limit + 1` rows, so that the page knows whether another
 * follows. `keyOf` gives what the next page starts after; `asked` is all that was asked for, but where to begin and how many.
 */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => unknown,
  asked: object,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = last !== undefined && rows.length > limit;
  return { items, next: more ? encodeCursor([queryFingerprint(asked), keyOf(last)]) : null };
}

/** One page of a list that is short enough to be read whole: the items of one claim, say. */
export function pageOfAll<Item>(
  all: readonly Item[],
  { limit, after }: Asked,
  keyOf: (item: Item) => string,
  asked: object,
): Page<Item> {
  const last = decodeListCursor(after, z.string(), asked);
  const at = last === undefined ? -1 : all.findIndex((item) => keyOf(item) === last);
  if (last !== undefined && at === -1) throw invalidCursor();
  const start = at + 1;
  return toPage(all.slice(start, start + limit + 1), limit, keyOf, asked);
}

interface Ordered extends Asked {
  sort: 'createdAt' | '-createdAt';
  createdSince?: string | undefined;
  createdBefore?: string | undefined;
}

/** The same of what has a moment, which it can be narrowed and sorted by. `of`: whose list it is. */
export function pageOfOrdered<Item extends { createdAt: string }>(
  all: readonly Item[],
  { limit, after, ...query }: Ordered,
  keyOf: (item: Item) => string,
  of: object,
): Page<Item> {
  const { sort, createdSince, createdBefore } = query;
  const since = createdSince === undefined ? -Infinity : Date.parse(createdSince);
  const before = createdBefore === undefined ? Infinity : Date.parse(createdBefore);
  const moment = ({ createdAt }: Item): number => Date.parse(createdAt);
  const sorted = all
    .filter((item) => moment(item) >= since && moment(item) < before)
    .toSorted((a, b) => moment(a) - moment(b));
  const ordered = sort === 'createdAt' ? sorted : sorted.toReversed();
  return pageOfAll(ordered, { limit, after }, keyOf, { ...query, ...of });
}
