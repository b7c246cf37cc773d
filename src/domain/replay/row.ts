/** PURE: rows of tables as events hold them. */
import type { RecordTable } from './table.js';

/** Some of the cells of a row, by column; always those of its key. */
export type Cells = Readonly<Record<string, unknown>>;

/** The part `rows` of an event's data: which rows of which tables are different after it, cell by cell. */
export interface EventRows {
  /** The cells that are new; of a new row all that do not begin as every row does. */
  now?: Rows;
  /** What stood in these cells before, as far as it is no words. */
  was?: Rows;
  /** Keys of rows that are there no more. */
  gone?: Rows;
  /** Tables of which `now` holds all that the chain tells of. */
  whole?: readonly string[];
}

export type Rows = Readonly<Record<string, readonly Cells[]>>;

/** An event as far as it matters for the tables. */
export interface ReplayedEvent {
  type: string;
  claim: string | null;
  ordinal: number;
  at: string;
  data: unknown;
}

export const keyOf = (table: RecordTable, row: Cells): string =>
  table.key.map((column) => String(row[column]).replace(/^\\x/, '')).join(' ');
