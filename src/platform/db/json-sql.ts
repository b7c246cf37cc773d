/**
 * Pieces of statements that write an answer as JSON in the database: columns are named as the members are, in their
 * order, and the process hands the text on as it is.
 */

/** A moment as every answer has it: UTC, whole milliseconds. */
export const moment = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** As it is stored; what a cursor needs. */
export const momentToTheMicrosecond = (column: string): string => moment(column).replace('.MS', '.US');

/** The one row of a query as an object; null where it gives none. */
export const jsonObject = (query: string): string => `(SELECT row_to_json(o) FROM (${query}) o)`;

/** How another thing is named: `{id, ref}` of the one row that `from` finds; null where it finds none. */
export const referenceTo = (alias: string, from: string): string =>
  jsonObject(`SELECT ${alias}.id, ${alias}.ref FROM ${from}`);

/** The same of a thing that has no ref. */
export const idReferenceTo = (id: string): string => jsonObject(`SELECT ${id} AS id WHERE ${id} IS NOT NULL`);

/** The rows of a query as a list of objects, in their order. */
export const jsonList = (query: string): string =>
  `array_to_json(ARRAY(SELECT row_to_json(o) FROM (${query}) o))`;
