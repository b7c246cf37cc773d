/** The rows that an event tells of, read where the change has been written already: in the statement that locks the chain. */
import { sealData } from '../../domain/event/sealed-data.js';
import type { NewEvent, StoredRows } from '../../domain/event/types.js';
import { cellsOf, someRows, wholeRows } from '../../domain/replay/event-rows.js';
import type { Cells, EventRows, Rows } from '../../domain/replay/row.js';
import { hashedColumns } from '../../domain/replay/table.js';
import { numberOfScale } from '../../domain/rating/scale-id.js';
import { recordNames, recordTable } from '../../domain/replay/tables.js';
import type { Sealer } from '../../domain/text/seal.js';

/** The rows that the event names; without any, all rows of a subject that has a chain of its own. */
export function rowsToRead({ subject, claimId, rows = [] }: NewEvent): readonly StoredRows[] {
  if (claimId !== undefined || rows.length > 0) return rows;
  return recordNames.flatMap((table) => {
    const declared = recordTable(table);
    if (declared?.subject !== subject.type) return [];
    const { by } = declared;
    const id = subject.type === 'scale' ? numberOfScale(subject.id) : subject.id;
    return [{ table, where: by === undefined ? {} : { [by]: id } }];
  });
}

/** With the columns that the database gives as their hashes: an event holds no more of them. */
export function withHashed(rows: StoredRows): StoredRows & { hashed: string[] } {
  const table = recordTable(rows.table);
  return { ...rows, hashed: table ? hashedColumns(table) : [] };
}

interface Read {
  wanted: readonly StoredRows[];
  found: readonly (readonly Cells[])[];
  /** As the event before it told of them; null for a claim, and for what has none. */
  stood: Rows | null;
  /** All rows of the subject; some of them, with what stood there; cells of a claim, whose events say in their data what stood there. */
  tells: 'whole' | 'some' | 'cells';
}

/** Them as the event holds them. */
export function eventRowsOf({ wanted, found, stood, tells }: Read, sealer: Sealer): EventRows | undefined {
  const now: Record<string, Cells[]> = {};
  const isWhole = tells === 'whole';
  for (const [index, { table: name }] of wanted.entries()) {
    const table = recordTable(name);
    if (!table) throw new Error(`${name} is no table that events tell of`);
    const rows = (found[index] ?? []).map((row) =>
      sealData(withoutNulls(cellsOf(table, row), isWhole), sealer),
    );
    now[name] = [...(now[name] ?? []), ...rows];
  }
  if (wanted.length === 0) return undefined;
  return isWhole ? wholeRows(now, stood) : tells === 'some' ? someRows(now, stood) : { now };
}

/** Where all cells are told, those that are left out are null. */
const withoutNulls = (cells: Cells, isWhole: boolean): Cells =>
  isWhole ? Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== null)) : cells;
