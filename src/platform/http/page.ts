import { encodeCursor } from './cursor.js';

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
