/** PURE: members of a docket as the columns they are kept in. */
export type Columns = Record<string, unknown>;

export const columnsOf = <Row extends object>(row: Row, names: readonly (keyof Row & string)[]): Columns =>
  Object.fromEntries(names.map((name) => [columnOf(name), row[name]]));

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
