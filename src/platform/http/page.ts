import { z } from 'zod';
import { decodeCursor, encodeCursor, invalidCursor } from './cursor.js';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/**
 * One page of a list by key: ask the database for `limit + 1` rows, so that the page knows whether another
 * follows. `keyOf` gives what the next page starts after.
 */
export function toPage<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => unknown): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > limit ? encodeCursor(keyOf(last)) : null };
}

/** One page of a list that is short enough to be read whole: the items of one claim, say. */
export function pageOfAll<Item>(
  all: readonly Item[],
  { limit, after }: { limit: number; after?: string | undefined },
  keyOf: (item: Item) => string,
): Page<Item> {
  const last = decodeCursor(after, z.string());
  const at = last === undefined ? -1 : all.findIndex((item) => keyOf(item) === last);
  if (last !== undefined && at === -1) throw invalidCursor();
  const start = at + 1;
  return toPage(all.slice(start, start + limit + 1), limit, keyOf);
}
