/** A page of a list that can be narrowed and sorted: one statement, and cursors bound to all that was asked for. */
import type { Pool } from '../db/client.js';
import { createParameters, readPage, type ListStatement, type Page, type SortKey } from '../db/list-page.js';
import { openCursor, readSort } from './list-query.js';

export type Put = (value: unknown) => string;

export interface List<Sort extends string> extends Pick<ListStatement, 'from' | 'alias' | 'columns'> {
  sorts: Readonly<Record<Sort, SortKey>>;
  /** The moment that `createdSince` and `createdBefore` speak of; left out where nothing is known of it. */
  created?: string;
  /** The moment that `updatedSince` speaks of, where there is one beside. */
  updated?: string;
}

export interface ListQuery<Sort extends string> {
  limit: number;
  after?: string | undefined;
  sort: Sort | `-${Sort}`;
  createdSince?: string | undefined;
  createdBefore?: string | undefined;
  updatedSince?: string | undefined;
}

/** What the filters ask of the database; what is not asked for is undefined or false. */
export interface Narrowed {
  conditions?: readonly (string | undefined | false)[];
  alternatives?: ListStatement['alternatives'];
  lookups?: ListStatement['lookups'];
  /** What rows are joined with, behind `from`. */
  join?: string;
}

export interface ReadList {
  page: Page;
  /** What a cursor is bound to. */
  asked: object;
}

/** `of`: whose list it is, where it is somebody's. */
export async function readList<Sort extends string>(
  pool: Pool,
  { sorts, created, updated, from, ...list }: List<Sort>,
  { limit, after, ...query }: ListQuery<Sort>,
  narrow: (put: Put) => Narrowed = () => ({}),
  of: object = {},
): Promise<ReadList> {
  const parameters = createParameters();
  const { put } = parameters;
  const { createdSince, createdBefore, updatedSince } = query;
  const asked = { ...query, ...of };
  const { sort, descending } = readSort(query.sort, sorts);
  const { conditions = [], alternatives, lookups, join = '' } = narrow(put);
  const moment = (column: string | undefined, is: '>=' | '<', since: string | undefined) =>
    column !== undefined && since !== undefined && `${column} ${is} ${put(since)}::timestamptz`;
  const page = await readPage(pool, {
    ...list,
    from: `${from} ${join}`,
    conditions: [
      ...conditions,
      moment(created, '>=', createdSince),
      moment(created, '<', createdBefore),
      moment(updated, '>=', updatedSince),
    ].filter((one) => typeof one === 'string'),
    alternatives,
    lookups,
    parameters,
    sort,
    descending,
    after: openCursor(after, sort, asked),
    limit,
    samePlan: Object.entries(query).every(([name, value]) => name === 'sort' || value === undefined),
  });
  return { page, asked };
}

/** One of the values that were given; nothing where none were. */
export const anyOf = (
  column: string,
  values: readonly unknown[] | undefined,
  type: string,
  put: Put,
): string | undefined => values && `${column} = ANY (${put(values)}::${type}[])`;

/** The page with each item as `view` shows it, where the process has something to add to what the database writes. */
export function mapPage({ page, asked }: ReadList, view: (row: never) => object): ReadList {
  const items = rowsOf<never>({ page })
    .map((row) => JSON.stringify(view(row)))
    .join(',');
  return { page: { ...page, items }, asked };
}

export const rowsOf = <Row>({ page }: Pick<ReadList, 'page'>): Row[] =>
  JSON.parse(`[${page.items}]`) as Row[];

/** With its regional variants; no tag holds a letter that stands for more than itself in a pattern. */
export function isOfLanguage(column: string, tags: readonly string[], put: Put): string {
  const variants = tags.map((tag) => `${column} LIKE ${put(`${tag}-%`)}::text`);
  return `(${column} = ANY (${put(tags)}::text[]) OR ${variants.join(' OR ')})`;
}
