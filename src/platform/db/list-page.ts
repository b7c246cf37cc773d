/** A page of a list: one statement that finds its rows along an index, writes them as JSON and says where to go on. */
import type { Pool } from './client.js';
import { momentToTheMicrosecond } from './json-sql.js';
import { createStatementNames } from './statement-names.js';

/** Equal keys stand in the order of their ids, so no two rows share a place. */
export interface SortKey {
  /** Never null; rows are found in its order along an index. */
  expression: string;
  type: string;
  /** Those of an enumeration, in its order. */
  values?: readonly string[];
  /** The type of the ids, where they are no UUIDs. */
  ids?: 'bigint';
}

export const byMoment = (expression: string): SortKey => ({ expression, type: 'timestamptz' });

/** In the order in which they were made, where no moment of that is kept. */
export const byId = (expression: string): SortKey => ({ expression, type: 'uuid' });

export type RowKey = readonly [key: string, id: string];

export interface ListStatement {
  /** Table and alias; it has an `id`. */
  from: string;
  alias: string;
  /** What rows must be, all of it; values stand in it as `parameters` put them. */
  conditions: readonly string[];
  /** Further conditions of which one must hold: each is looked for by itself, along an index of its own. */
  alternatives?: readonly string[] | undefined;
  /**
   * Values by which rows are looked up one after the other, each along an index that begins with them: whoever looks for
   * few rows passes by none of the many others. `FROM` items, and the conditions that bind rows to them.
   */
  lookups?: { from: string; conditions: readonly string[] } | undefined;
  parameters: Parameters;
  sort: SortKey;
  descending: boolean;
  /** The last row of the page before. */
  after: RowKey | undefined;
  limit: number;
  /** Columns of an item, over `from`. */
  columns: string;
  /** Whether one plan serves all values, so that it is worth keeping. */
  samePlan: boolean;
}

export interface Page {
  /** JSON of the items, joined by commas. */
  items: string;
  /** The last item, where more follow. */
  last: RowKey | null;
}

type Parameters = ReturnType<typeof createParameters>;

export function createParameters() {
  const values: unknown[] = [];
  return {
    values,
    /** Where the value stands in the statement. */
    put: (value: unknown): string => `$${String(values.push(value))}`,
  };
}

const nameOf = createStatementNames('list');

export async function readPage(pool: Pool, list: ListStatement): Promise<Page> {
  const text = pageStatement(list);
  const { values } = list.parameters;
  const { rows } = await pool.query<Page>({ text, values, ...(list.samePlan && { name: nameOf(text) }) });
  const [page] = rows;
  if (!page) throw new Error('a page is always one row');
  return page;
}

function pageStatement(list: ListStatement): string {
  const { from, alias, columns, sort, limit } = list;
  const key = sort.type === 'timestamptz' ? momentToTheMicrosecond('f.key') : 'f.key::text';
  return `
    WITH found AS MATERIALIZED (${findStatement(list)})
    SELECT coalesce(string_agg(i.item, ',' ${inOrder(list, 'i')}), '') AS items,
      (SELECT json_build_array(${key}, f.id::text) FROM found f WHERE (SELECT count(*) FROM found) > ${String(limit)}
       ${inOrder(list, 'f')} OFFSET ${String(limit - 1)} LIMIT 1) AS last
    FROM (
      SELECT f.key, f.id, (SELECT row_to_json(o)::text FROM (SELECT ${columns}) o) AS item
      FROM (SELECT * FROM found f ${inOrder(list, 'f')} LIMIT ${String(limit)}) f
        JOIN ${from} ON ${alias}.id = f.id
    ) i`;
}

/** Ids and keys of the rows of the page, and of one more. */
function findStatement(list: ListStatement): string {
  const after = placeAfter(list);
  const scans = (list.alternatives ?? ['true']).map((way) => scanStatement(list, [way, ...after]));
  if (scans.length === 1) return scans.join();
  return `SELECT f.id, f.key FROM ((${scans.join(') UNION (')})) f ${firstOf(list, 'f')}`;
}

function scanStatement(list: ListStatement, further: readonly string[]): string {
  const { from, alias, sort, lookups, conditions } = list;
  const way = list.descending ? 'DESC' : 'ASC';
  const scan = `
    SELECT ${alias}.id, ${sort.expression} AS key FROM ${from}
    WHERE ${[...(lookups?.conditions ?? []), ...conditions, ...further].join(' AND ')}
    ORDER BY ${sort.expression} ${way}, ${alias}.id ${way} LIMIT ${String(list.limit + 1)}`;
  if (!lookups) return scan;
  return `SELECT f.id, f.key FROM ${lookups.from} CROSS JOIN LATERAL (${scan}) f ${firstOf(list, 'f')}`;
}

const inOrder = ({ descending }: ListStatement, row: string): string =>
  descending ? `ORDER BY ${row}.key DESC, ${row}.id DESC` : `ORDER BY ${row}.key, ${row}.id`;

const firstOf = (list: ListStatement, row: string): string =>
  `${inOrder(list, row)} LIMIT ${String(list.limit + 1)}`;

function placeAfter({ alias, sort, after, descending, parameters }: ListStatement): string[] {
  if (!after) return [];
  const [key, id] = [parameters.put(after[0]), parameters.put(after[1])];
  return [
    `(${sort.expression}, ${alias}.id) ${descending ? '<' : '>'} (${key}::${sort.type}, ${id}::${sort.ids ?? 'uuid'})`,
  ];
}
