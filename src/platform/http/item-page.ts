/** A page of what belongs to one thing, such as the evidence of a claim: one statement, however long the list is. */
import type { Findable } from '../../domain/problem/codes.js';
import type { Pool } from '../db/client.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import { createParameters, readPage, type ListStatement, type Page } from '../db/list-page.js';
import { notFound } from '../errors.js';
import { openCursor } from './list-query.js';

interface Owner {
  /** As it is called in errors. */
  what: Findable;
  table: string;
  /** The column of the items that names it. */
  column: string;
  /** Its id or ref. */
  name: string;
}

export interface PageQuery {
  limit: number;
  after?: string | undefined;
}

type Items = Pick<ListStatement, 'from' | 'alias' | 'sort' | 'columns' | 'stamp'> & {
  conditions?: readonly string[];
};

/** In their order. Throws where there is no such owner. `asked` is what a cursor is bound to. */
export async function readItemPage(
  pool: Pool,
  { what, table, column, name }: Owner,
  { conditions = [], ...items }: Items,
  { limit, after }: PageQuery,
): Promise<{ page: Page; asked: object }> {
  const parameters = createParameters();
  const [key = '', value] = Object.entries(byIdOrRef(name))[0] ?? [];
  const owner = `(SELECT id FROM ${table} WHERE ${key} = ${parameters.put(value)})`;
  const asked = { [what]: name };
  const page = await readPage(pool, {
    ...items,
    conditions: [`${column} = ${owner}`, ...conditions],
    parameters,
    descending: false,
    after: openCursor(after, items.sort, asked),
    limit,
    samePlan: true,
  });
  if (page.items === '') {
    const { rowCount } = await pool.query(`SELECT FROM ${table} WHERE ${key} = $1`, [value]);
    if (rowCount === 0) throw notFound(what, name);
  }
  return { page, asked };
}

export const ofClaim = (column: string, name: string): Owner => ({
  what: 'claim',
  table: 'claims',
  column,
  name,
});
