/** The rows of the record tables, chain by chain in the order of an export: each table is read once, along its owners. */
import { singleSubjectId } from '../../domain/replay/beginning.js';
import { recordNames, recordTable } from '../../domain/replay/tables.js';
import type { Cells } from '../../domain/replay/row.js';
import { hashedColumns, type RecordTable } from '../../domain/replay/table.js';
import { nextRow, type Snapshot } from '../../platform/db/snapshot.js';

interface OwnedRow {
  owner: string;
  row: Cells;
}

/** Undefined behind the last one. */
type Head = OwnedRow | undefined;

interface OpenTable {
  rows: AsyncGenerator<OwnedRow>;
  head: Head;
}

/** `rowsOf` gives all rows of a subject; those of owners before it that were not asked for belong to no chain. */
export function createRowReader(snapshot: Snapshot, only?: string) {
  const openTables = new Map<string, OpenTable>();
  const strays: Record<string, Cells[]> = {};

  const open = async (name: string, table: RecordTable): Promise<OpenTable> => {
    const known = openTables.get(name);
    if (known) return known;
    const rows = streamRows(snapshot, name, table, only);
    const opened = { rows, head: await nextRow(rows) };
    openTables.set(name, opened);
    return opened;
  };

  const rowsFrom = async (name: string, table: RecordTable, subject: string): Promise<Cells[]> => {
    const opened = await open(name, table);
    const found: Cells[] = [];
    for (; opened.head && opened.head.owner <= subject; opened.head = await nextRow(opened.rows)) {
      if (opened.head.owner === subject) found.push(opened.head.row);
      else (strays[name] ??= []).push(opened.head.row);
    }
    return found;
  };

  return {
    async rowsOf(type: string, subject: string): Promise<Record<string, Cells[]>> {
      const found: Record<string, Cells[]> = {};
      for (const [name, table] of tablesOf(type)) {
        const rows = await rowsFrom(name, table, subject);
        if (rows.length > 0) found[name] = rows;
      }
      return found;
    },

    /** All that is left over at the end. */
    async rest(): Promise<Record<string, Cells[]>> {
      for (const [name, table] of tablesOf()) {
        const opened = await open(name, table);
        for (; opened.head; opened.head = await nextRow(opened.rows))
          (strays[name] ??= []).push(opened.head.row);
      }
      return strays;
    },
  };
}

function* tablesOf(type?: string): Generator<[string, RecordTable]> {
  for (const name of recordNames) {
    const table = recordTable(name);
    if (table && (type === undefined || table.subject === type)) yield [name, table];
  }
}

/** All rows of the policies are of one subject, and so are all checkpoints. */
const single = `'${singleSubjectId}'::uuid`;

/** A text whose hash is compared is hashed where it is: of a chain all rows are held at once. */
const hashOf = (column: string): string => {
  const cell = `to_jsonb(t.${column})`;
  const hash = `encode(sha256(convert_to(${cell} #>> '{}', 'UTF8')), 'hex')`;
  return `'${column}', CASE WHEN jsonb_typeof(${cell}) = 'string' THEN jsonb_build_object('hash', ${hash}) ELSE ${cell} END`;
};

function streamRows(
  snapshot: Snapshot,
  name: string,
  table: RecordTable,
  only: string | undefined,
): AsyncGenerator<OwnedRow> {
  const { subject, by, through } = table;
  const own = by === undefined ? single : `${through ? 'o' : 't'}.${by}`;
  // A scale as idOfScale (domain/rating/scale-id.ts) names it.
  const owner =
    subject === 'scale' ? `('00000000-0000-8000-8000-' || lpad(to_hex(${own}), 12, '0'))::uuid` : own;
  // A row whose owner is not there at all is nobody's.
  const from = through
    ? `${name} t LEFT JOIN ${through.table} o ON o.${through.key} = t.${through.column}`
    : `${name} t`;
  const where = only === undefined ? '' : `WHERE ${owner} = $1::uuid`;
  return snapshot.stream<OwnedRow>(
    `SELECT coalesce(${owner}::text, '') AS owner, to_jsonb(t) || jsonb_build_object(${hashedColumns(table).map(hashOf).join(', ')}) AS row FROM ${from} ${where} ORDER BY ${owner} NULLS FIRST`,
    only === undefined ? [] : [only],
  );
}
