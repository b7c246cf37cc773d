/** PURE: members of a docket as the columns they are kept in. */
export type Columns = Record<string, unknown>;

export function columnsOf<Row extends object>(row: Row, names: readonly (keyof Row & string)[]): Columns {
  return Object.fromEntries(names.map((name) => [columnOf(name), row[name]]));
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
