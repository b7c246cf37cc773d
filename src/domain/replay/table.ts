/** PURE: what is declared of a table: which of its cells are what the events say, and why nothing rests on the others. */
import type { SubjectType } from '../event/types.js';
import type { TextKind } from '../text/seal.js';

/** How an event holds a cell of a record table, or why it does not. */
export type Column =
  /** As it is; a moment or bytes may be written in more than one way. */
  | { rule: 'value' | 'moment' | 'bytes'; initially?: unknown }
  /** SHA-256 of its text: too long, or too secret, to stand in every event. */
  | { rule: 'hash' }
  /** The seal of words that can be erased; `of`: the column that names what they belong to. */
  | { rule: 'sealed'; kind: TextKind; of: string; initially?: unknown }
  /** What every event of the claim says by itself: how many there are, and when the last one was. */
  | { rule: 'counted'; as: 'ordinal' | 'at' }
  /** Recomputed from other cells and compared. */
  | { rule: 'derived'; from: string }
  | { rule: 'transient'; why: string };

/** Replayed cell by cell. A row belongs to one chain of events, for as long as it is there. */
export interface RecordTable {
  kind: 'record';
  /** The type of the subject whose chain tells of its rows; `claim` for all that belongs to one. */
  subject: Exclude<SubjectType, 'task' | 'verdict'>;
  /** The column that names the subject, in the table or in another one that it points to. Without: all rows are of one subject. */
  by?: string;
  through?: { column: string; table: string; key: string };
  key: readonly string[];
  columns: Readonly<Record<string, Column>>;
}

/** Recomputed as a whole and compared row by row. */
interface DerivedTable {
  kind: 'derived';
  from: string;
  /** Columns that are not compared, and why. */
  except?: Readonly<Record<string, string>>;
  /** A row that is not there is made when it is asked for. */
  mayLack?: true;
}

/** Nothing that Isnad answers for rests on it. */
interface TransientTable {
  kind: 'transient';
  why: string;
}

export type Table = RecordTable | DerivedTable | TransientTable;

interface Declared extends Pick<RecordTable, 'subject' | 'by' | 'through'> {
  key?: string;
  /** Names of columns, with spaces between. */
  values?: string;
  moments?: string;
  bytes?: string;
  hashes?: string;
  /** Column → kind of the words, and the column of what they belong to where that is not `id`. */
  sealed?: Readonly<Record<string, TextKind | readonly [kind: TextKind, of: string]>>;
  counted?: Readonly<Record<string, 'ordinal' | 'at'>>;
  derived?: Readonly<Record<string, string>>;
  transient?: Readonly<Record<string, string>>;
  /** What a new row begins with where its event says nothing of it, if that is not null. */
  initially?: Readonly<Record<string, unknown>>;
}

export function record({ subject, by, through, key = 'id', ...columns }: Declared): RecordTable {
  const { initially = {}, sealed = {}, counted = {}, derived = {}, transient = {} } = columns;
  const begin = (name: string) => (Object.hasOwn(initially, name) ? { initially: initially[name] } : {});
  const plain = (names: string | undefined, rule: 'value' | 'moment' | 'bytes') =>
    columnNames(names).map((name): [string, Column] => [name, { rule, ...begin(name) }]);
  return {
    kind: 'record',
    subject,
    ...(by !== undefined && { by }),
    ...(through && { through }),
    key: columnNames(key),
    columns: Object.fromEntries<Column>([
      ...plain(columns.values, 'value'),
      ...plain(columns.moments, 'moment'),
      ...plain(columns.bytes, 'bytes'),
      ...columnNames(columns.hashes).map((name): [string, Column] => [name, { rule: 'hash' }]),
      ...Object.entries(sealed).map(([name, given]): [string, Column] => {
        const [kind, of] = typeof given === 'string' ? [given, 'id'] : given;
        return [name, { rule: 'sealed', kind, of, ...begin(name) }];
      }),
      ...Object.entries(counted).map(([name, as]): [string, Column] => [name, { rule: 'counted', as }]),
      ...Object.entries(derived).map(([name, from]): [string, Column] => [name, { rule: 'derived', from }]),
      ...Object.entries(transient).map(([name, why]): [string, Column] => [name, { rule: 'transient', why }]),
    ]),
  };
}

/** What is held as its hash, of the columns of a table. */
export const hashedColumns = ({ columns }: RecordTable): string[] =>
  Object.entries(columns).flatMap(([name, { rule }]) => (rule === 'hash' ? [name] : []));

export const derived = (from: string, more: Pick<DerivedTable, 'except' | 'mayLack'> = {}): DerivedTable => ({
  kind: 'derived',
  from,
  ...more,
});
export const transient = (why: string): TransientTable => ({ kind: 'transient', why });

const columnNames = (names = ''): string[] => names.split(/\s+/).filter((name) => name !== '');
