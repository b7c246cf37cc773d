/** PURE: members of a docket as the columns they are kept in. */
import { columnOf } from '../domain/replay/column-of.js';

export type Columns = Record<string, unknown>;

export const columnsOf = <Row extends object>(row: Row, names: readonly (keyof Row & string)[]): Columns =>
  Object.fromEntries(names.map((name) => [columnOf(name), row[name]]));
