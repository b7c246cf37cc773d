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
  /** Its id or ref. */
  name: string;
}

/** `column` of the items names whose they are. Throws where there is no such owner. */
export const readItemPage = <Sort extends string>(
  pool: Pool,
  { column, ...owner }: Owner & { column: string },
  list: List<Sort>,
  query: ListQuery<Sort>,
  narrow: (put: Put) => NonNullable<Narrowed['conditions']> = () => [],
): Promise<ReadList> =>
  readOwnedPage(pool, owner, list, query, (put, id) => ({
    conditions: [`${column} = ${id}`, ...narrow(put)],
  }));

/** The same where no single column says whose they are; `id` is that of the owner, in SQL. */
export async function readOwnedPage<Sort extends string>(
  pool: Pool,
  { what, table, name }: Owner,
  list: List<Sort>,
  query: ListQuery<Sort>,
  narrow: (put: Put, id: string) => Narrowed,
): Promise<ReadList> {
  const [key = '', value] = Object.entries(byIdOrRef(name))[0] ?? [];
  const owner = (put: Put): string => `(SELECT id FROM ${table} WHERE ${key} = ${put(value)})`;
  const read = await readList(pool, list, query, (put) => narrow(put, owner(put)), { [what]: name });
  if (read.page.items === '') {
    const { rowCount } = await pool.query(`SELECT FROM ${table} WHERE ${key} = $1`, [value]);
    if (rowCount === 0) throw notFound(what, name);
  }
  return read;
}

export const ofClaim = (column: string, name: string): Owner & { column: string } => ({
  what: 'claim',
  table: 'claims',
  column,
  name,
});

export const ofMember = (column: string, name: string): Owner & { column: string } => ({
  what: 'member',
  table: 'members',
  column,
  name,
});

export const ofArticle = (column: string, name: string): Owner & { column: string } => ({
  what: 'article',
  table: 'articles',
  column,
  name,
});

export const ofInstrument = (column: string, name: string): Owner & { column: string } => ({
  what: 'instrument',
  table: 'instruments',
  column,
  name,
});
