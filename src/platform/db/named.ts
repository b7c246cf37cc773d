import { isUuid } from '../../domain/text/uuid.js';

/**
 * SQL for the ids of those that are named, each by id or by ref; of names that stand for nothing there is none. An array
 * that is read once, so that whatever is looked for by it is looked for along an index.
 */
export function named(table: string, names: readonly string[], put: (value: unknown) => string): string {
  const ids = names.filter(isUuid);
  const refs = names.filter((name) => !isUuid(name));
  return `ARRAY(SELECT id FROM ${table} WHERE id = ANY (${put(ids)}::uuid[]) OR ref = ANY (${put(refs)}::text[]))`;
}
