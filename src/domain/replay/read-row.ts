/** PURE: cells of replayed rows, where no event said anything as every row begins. */
import type { Cells } from './row.js';
import type { RecordTable } from './table.js';

export function beginningOfCell({ columns }: RecordTable, column: string): unknown {
  const declared = columns[column];
  return declared && 'initially' in declared ? (declared.initially ?? null) : null;
}

export const readRow =
  (table: RecordTable, row: Cells) =>
  (column: string): unknown =>
    row[column] ?? beginningOfCell(table, column);
