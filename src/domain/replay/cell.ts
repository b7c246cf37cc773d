/** PURE: a cell as it is told apart from others, however it is written; and as an event holds it. */
import { hashOf, instantOf } from '../event/chain.js';
import { canonicalJson } from '../text/canonical-json.js';
import type { Column } from './table.js';

/** The SHA-256 of a text that stands elsewhere. */
interface Hashed {
  hash: string;
}

/** A text, or bytes as PostgreSQL writes them: `\x` and hex digits. */
export const hashOfCell = (value: string): Hashed => ({ hash: hashOf(value) });

/** As events tell of it: what they say nothing of is as every row begins. */
export const cellText = (column: Column, value: unknown): string =>
  textOf(column, value ?? ('initially' in column ? (column.initially ?? null) : null));

/** As it is found in a row: null is null, whatever rows begin with. */
export const foundText = (column: Column, value: unknown): string =>
  value === undefined ? cellText(column, value) : textOf(column, value);

/** The same text for the same cell: moments and bytes can be written in several ways, JSON in many. */
function textOf(column: Column, known: unknown): string {
  if (typeof known !== 'string') return canonicalJson(known);
  if (column.rule === 'moment' || column.rule === 'counted') return canonicalJson(momentOf(known));
  if (column.rule === 'bytes') return canonicalJson(known.replace(/^\\x/, ''));
  return canonicalJson(known);
}

const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|[+-]00:?00)$/;

/** In six digits and UTC, as `instantOf` writes it; what is no moment stays as it is. */
function momentOf(text: string): string {
  const [, seconds, fraction = ''] = moment.exec(text) ?? [];
  if (seconds === undefined) return text;
  const ms = Date.parse(`${seconds}Z`);
  return Number.isNaN(ms) ? text : instantOf(String(BigInt(ms) * 1000n + BigInt(fraction.padEnd(6, '0'))));
}
