/** A page of what belongs to one thing, such as the evidence of a claim: one statement, however long the list is. */
import type { Findable } from '../../domain/problem/codes.js';
import type { Pool } from '../db/client.js';
import { byIdOrRef } from '../db/id-or-ref.js';
import { notFound } from '../errors.js';
import { readList, type List, type ListQuery, type Narrowed, type Put, type ReadList } from './read-list.js';

interface Owner {
  /** As it is called in errors. */
  what: Findable;
  table: string;
  /** The column of the items that names it. */
  column: string;
  /** Its id or ref. */
  name: string;
}

/** Throws where there is no such owner. */
export async function readItemPage<Sort extends string>(
  pool: Pool,
  { what, table, column, name }: Owner,
  list: List<Sort>,
  query: ListQuery<Sort>,
  narrow: (put: Put) => NonNullable<Narrowed['conditions']> = () => [],
): Promise<ReadList> {
  const [key = '', value] = Object.entries(byIdOrRef(name))[0] ?? [];
  const owned = (put: Put): string => `${column} = (SELECT id FROM ${table} WHERE ${key} = ${put(value)})`;
  const of = { [what]: name };
  const read = await readList(pool, list, query, (put) => ({ conditions: [owned(put), ...narrow(put)] }), of);
  if (read.page.items === '') {
    const { rowCount } = await pool.query(`SELECT FROM ${table} WHERE ${key} = $1`, [value]);
    if (rowCount === 0) throw notFound(what, name);
  }
  return read;
}

export const ofClaim = (column: string, name: string): Owner => ({
  what: 'claim',
  table: 'claims',
  column,
  name,
});

export const ofMember = (column: string, name: string): Owner => ({
  what: 'member',
  table: 'members',
  column,
  name,
});

export const ofArticle = (column: string, name: string): Owner => ({
  what: 'article',
  table: 'articles',
  column,
  name,
});
