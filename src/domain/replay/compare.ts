/** PURE: holds rows as they are found against what the events say. */
import type { State } from './apply.js';
import { cellText, foundText } from './cell.js';
import { keyOf, type Cells, type Rows } from './row.js';
import type { Column } from './table.js';
import { recordTable } from './tables.js';

/** The first thing that is not as the events say. */
export interface Difference {
  table: string;
  row: string;
  /** Null where the whole row is missing, or one too many. */
  column: string | null;
  /** As JSON; words as their seals. */
  expected: string | null;
  found: string | null;
}

/** Undefined where every cell is as it should be. Rows are found in their sealed form. */
export function firstDifference(
  state: State,
  found: Rows,
  erased: ReadonlySet<string> = new Set(),
): Difference | undefined {
  const names = new Set([...state.keys(), ...Object.keys(found)]);
  for (const table of [...names].sort()) {
    const difference = differenceIn(table, expectedOf(state, table, erased), found[table] ?? []);
    if (difference) return difference;
  }
  return undefined;
}

/** Words that were erased are there no more. */
function expectedOf(state: State, table: string, erased: ReadonlySet<string>): ReadonlyMap<string, Cells> {
  const rows = state.get(table) ?? new Map<string, Cells>();
  return table === 'contents' ? new Map([...rows].filter(([seal]) => !erased.has(seal))) : rows;
}

function differenceIn(
  name: string,
  expected: ReadonlyMap<string, Cells>,
  rows: readonly Cells[],
): Difference | undefined {
  const table = recordTable(name);
  const columns = table?.columns ?? contentColumns;
  const left = new Map(expected);
  for (const row of rows) {
    const key = table ? keyOf(table, row) : String(row['seal']);
    const wanted = left.get(key);
    left.delete(key);
    if (!wanted) return { table: name, row: key, column: null, expected: null, found: 'a row' };
    const stray = Object.keys(row).find((name) => !isToldIn(columns, name));
    if (stray !== undefined)
      return {
        table: name,
        row: key,
        column: stray,
        expected: null,
        found: 'a cell that no event tells of',
      };
    for (const [column, declared] of Object.entries(columns)) {
      if (isTold(declared) && cellText(declared, wanted[column]) !== foundText(declared, row[column]))
        return {
          table: name,
          row: key,
          column,
          expected: cellText(declared, wanted[column]),
          found: foundText(declared, row[column]),
        };
    }
  }
  const [missing] = left;
  return missing && { table: name, row: missing[0], column: null, expected: 'a row', found: null };
}

function isToldIn(columns: Readonly<Record<string, Column>>, name: string): boolean {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return column !== undefined && isTold(column);
}

export const isTold = ({ rule }: Column): boolean => rule !== 'derived' && rule !== 'transient';

/** What is known of words without the words; `fits`: the value and the salt are those of the seal. */
const contentColumns: Readonly<Record<string, Column>> = {
  seal: { rule: 'value' },
  kind: { rule: 'value' },
  subject_id: { rule: 'value' },
  fits: { rule: 'value', initially: true },
};
