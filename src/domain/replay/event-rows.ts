/** PURE: rows as an event holds them: words to be sealed, what is long or secret as its hash. */
import { toSeal } from '../event/sealed-data.js';
import type { SealedWords } from '../text/seal.js';
import { cellText, hashOfCell } from './cell.js';
import { keyOf, type Cells, type EventRows, type Rows } from './row.js';
import type { RecordTable } from './table.js';
import { recordTable } from './tables.js';

/** The cells that an event holds of a row. Those that it has no words of are written as they are. */
export function cellsOf(table: RecordTable, row: Cells): Cells {
  const held = Object.entries(row).flatMap(([name, value]) => {
    const cell = heldCell(table, row, name, value);
    return cell === undefined ? [] : [[name, cell] as const];
  });
  return Object.fromEntries(held);
}

function heldCell(table: RecordTable, row: Cells, name: string, value: unknown): unknown {
  const column = table.columns[name];
  switch (column?.rule) {
    case 'value':
    case 'moment':
    case 'bytes':
      return value instanceof Date ? value.toISOString() : value;
    case 'hash':
      return typeof value === 'string' ? hashOfCell(value) : value;
    case 'sealed':
      return wordsToSeal(value) ? toSeal(column.kind, String(row[column.of]), value) : value;
    default:
      return undefined;
  }
}

/** A text that is sealed already, or says nothing, is written as it is. */
const wordsToSeal = (value: unknown): boolean => toSeal('note', '', value) !== null;

/** The same without the words, for what stood there before: an earlier event has their seal. */
export const cellsBefore = (table: RecordTable, row: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cellsOf(table, row)).filter(([name]) => table.columns[name]?.rule !== 'sealed'),
  );

/** All rows of a subject as they stand now, and what is different from how they stood: `stood` as an earlier event has it. */
export function wholeRows(now: Rows, stood: Rows | null): EventRows {
  const was: Record<string, Cells[]> = {};
  for (const [name, rows] of Object.entries(stood ?? {})) {
    const table = recordTable(name);
    const after = new Map(now[name]?.map((row) => [table ? keyOf(table, row) : '', row]));
    const different = table ? rows.flatMap((row) => before(table, row, after.get(keyOf(table, row)))) : [];
    if (different.length > 0) was[name] = different;
  }
  return { now, whole: Object.keys(now), ...(Object.keys(was).length > 0 && { was }) };
}

/** Some rows of a subject, and what is different in them from how an earlier event told of them; all others stay as they are. */
export function someRows(now: Rows, stood: Rows | null): EventRows {
  const before = Object.entries(now).map(([name, rows]) => {
    const table = recordTable(name);
    const keys = new Set(rows.map((row) => (table ? keyOf(table, row) : '')));
    return [name, stood?.[name]?.filter((row) => table && keys.has(keyOf(table, row))) ?? []] as const;
  });
  const { was } = wholeRows(now, Object.fromEntries(before));
  return { now, ...(was && { was }) };
}

function before(table: RecordTable, row: Cells, after: Cells | undefined): Cells[] {
  if (!after) return [row];
  const changed = Object.entries(row).filter(([name, cell]) => {
    const column = table.columns[name];
    return column && column.rule !== 'sealed' && cellText(column, cell) !== cellText(column, after[name]);
  });
  if (changed.length === 0) return [];
  return [Object.fromEntries<unknown>([...table.key.map((name) => [name, row[name]] as const), ...changed])];
}

/** With the seals that were made for the event and those beside it: of what each is. */
export function withContents(
  rows: EventRows | undefined,
  contents: readonly SealedWords[],
): EventRows | undefined {
  if (contents.length === 0) return rows;
  const now = {
    ...rows?.now,
    contents: contents.map(({ seal, kind, subject }) => ({ seal, kind, subject_id: subject })),
  };
  return { ...rows, now };
}
