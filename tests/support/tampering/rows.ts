/** One change behind the back of the application, in a table, and how it is undone: as the owner, with triggers off. */
import type pg from 'pg';
import type { Luck } from '../random.js';

export interface ColumnOfTable {
  name: string;
  /** As PostgreSQL calls it, `_text` for an array of texts. */
  type: string;
  nullable: boolean;
  /** Of an enumeration. */
  labels: string[] | null;
}

export interface Tampering {
  told: string;
  undo: () => Promise<void>;
}

/** Undefined where the database refuses it, whoever asks, or there is no row. */
export type Tamper = (client: pg.Client, table: string, luck: Luck) => Promise<Tampering | undefined>;

export async function readColumns(client: pg.Client): Promise<Map<string, ColumnOfTable[]>> {
  const { rows } = await client.query<ColumnOfTable & { table: string }>(`
    SELECT c.table_name AS table, c.column_name AS name, c.udt_name AS type, c.is_nullable = 'YES' AS nullable,
      (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
        WHERE t.typname = ltrim(c.udt_name, '_')) AS labels
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`);
  const tables = new Map<string, ColumnOfTable[]>();
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

/** Another value of the type, as SQL over the value that stands there; null now and then. */
const anyOtherValue = (column: ColumnOfTable, luck: Luck): string =>
  column.nullable && luck.once(4) ? nullOrNot(column) : otherValue(column);

export const nullOrNot = ({ name, type, labels }: ColumnOfTable): string =>
  `CASE WHEN "${name}" IS NULL THEN ${fresh(type, labels)} END`;

export function otherValue({ name, type, labels }: ColumnOfTable): string {
  const column = `"${name}"`;
  const changed: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: `${column} || 'x'`,
    int4: `${column} + 1`,
    int8: `${column} + 1`,
    float8: `${column} + 1`,
    bool: `NOT ${column}`,
    timestamptz: `${column} + interval '1 second'`,
    date: `${column} + 1`,
    jsonb: `CASE jsonb_typeof(${column}) WHEN 'object' THEN ${column} || '{"x": "x"}' WHEN 'array' THEN ${column} || '["x"]' ELSE '"x"' END`,
    bytea: `set_byte(${column}, 0, (get_byte(${column}, 0) + 1) % 256)`,
    _text: `${column} || '{x}'::text[]`,
    _bytea: `${column} || decode(repeat('ab', 32), 'hex')`,
  };
  const one = labels && !type.startsWith('_') ? nextLabel(column, type, labels) : changed[type];
  const many =
    labels && type.startsWith('_') ? `${column} || '{${labels[0] ?? ''}}'::${type.slice(1)}[]` : undefined;
  return `coalesce(${many ?? one ?? 'NULL'}, ${fresh(type, labels)})`;
}

const nextLabel = (column: string, type: string, labels: readonly string[]): string =>
  `(CASE ${column} ${labels
    .map((label, index) => `WHEN '${label}' THEN '${labels[(index + 1) % labels.length] ?? ''}'`)
    .join(' ')} END)::${type}`;

function fresh(type: string, labels: readonly string[] | null): string {
  if (labels) return type.startsWith('_') ? `'{}'::${type.slice(1)}[]` : `'${labels[0] ?? ''}'::${type}`;
  const values: Record<string, string> = {
    ...{
      uuid: 'gen_random_uuid()',
      text: "'x'",
      int4: '1',
      int8: '1',
      float8: '1',
      bool: 'true',
      _text: "'{x}'::text[]",
    },
    ...{ timestamptz: "'2020-01-01'::timestamptz", date: "'2020-01-01'::date", jsonb: `'{"x": "x"}'::jsonb` },
    bytea: "decode(repeat('ab', 32), 'hex')",
    _bytea: "ARRAY[decode(repeat('ab', 32), 'hex')]",
  };
  return values[type] ?? 'NULL';
}

const withoutRefusals = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
  try {
    return await work();
  } catch (error) {
    // A constraint holds for the owner, too.
    if (
      String((error as { code?: string }).code).startsWith('23') ||
      (error as { code?: string }).code === '22003'
    )
      return undefined;
    throw error;
  }
};

interface RowOfTable {
  at: string;
  row: string;
}

async function anyRow(client: pg.Client, table: string, luck: Luck): Promise<RowOfTable | undefined> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  const found = await client.query<RowOfTable>(
    `SELECT ctid::text AS at, to_jsonb(t)::text AS row FROM ${table} t ORDER BY ctid LIMIT 1 OFFSET $1`,
    [luck.below(rows[0]?.count ?? 0)],
  );
  return found.rows[0];
}

export const changeCell =
  (column: ColumnOfTable, valueOf: (column: ColumnOfTable, luck: Luck) => string = anyOtherValue): Tamper =>
  (client, table, luck) =>
    withoutRefusals(async () => {
      const place = await anyRow(client, table, luck);
      if (!place) return undefined;
      const value = valueOf(column, luck);
      const { rows } = await client.query<{ at: string; same: boolean }>(
        `UPDATE ${table} t SET "${column.name}" = ${value} WHERE ctid = $1::tid
         RETURNING ctid::text AS at, to_jsonb(t) = $2::jsonb AS same`,
        [place.at, place.row],
      );
      const [now] = rows;
      if (!now || now.same) return undefined;
      const undo = async (): Promise<void> => {
        await client.query(`DELETE FROM ${table} WHERE ctid = $1::tid`, [now.at]);
        await putBack(client, table, place.row);
      };
      return { told: `${table}.${column.name} of ${place.row} set to ${value}`, undo };
    });

const putBack = (client: pg.Client, table: string, row: string) =>
  client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1)`, [row]);

export const removeRow: Tamper = async (client, table, luck) => {
  const place = await anyRow(client, table, luck);
  if (!place) return undefined;
  await client.query(`DELETE FROM ${table} WHERE ctid = $1::tid`, [place.at]);
  return {
    told: `${table}: ${place.row} removed`,
    undo: async () => {
      await putBack(client, table, place.row);
    },
  };
};

/** A copy of a row with other keys, as far as it takes them. */
export const insertRow =
  (columns: readonly ColumnOfTable[]): Tamper =>
  (client, table, luck) =>
    withoutRefusals(async () => {
      const place = await anyRow(client, table, luck);
      if (!place) return undefined;
      const unique = await keyColumns(client, table);
      const values = columns.map((column) =>
        unique.has(column.name) ? otherValue(column) : `"${column.name}"`,
      );
      const names = columns.map(({ name }) => `"${name}"`).join(', ');
      const { rows } = await client.query<{ at: string }>(
        `INSERT INTO ${table} (${names}) SELECT ${values.join(', ')} FROM ${table} WHERE ctid = $1::tid RETURNING ctid::text AS at`,
        [place.at],
      );
      const [made] = rows;
      if (!made) return undefined;
      return {
        told: `${table}: a copy of ${place.row} inserted`,
        undo: async () => {
          await client.query(`DELETE FROM ${table} WHERE ctid = $1::tid`, [made.at]);
        },
      };
    });

async function keyColumns(client: pg.Client, table: string): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisunique`,
    [table],
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * An owner who rewrites what stands there: no trigger sees it, nor is any reference checked. Those that work for replicas, too, are
 * disabled while `work` is done, and as they were made after it.
 */
export async function withTriggersOff<Result>(
  client: pg.ClientBase,
  work: () => Promise<Result>,
): Promise<Result> {
  const { rows } = await client.query<{ name: string; table: string }>(
    `SELECT quote_ident(tgname) AS name, tgrelid::regclass::text AS table FROM pg_trigger WHERE tgenabled = 'A' AND NOT tgisinternal`,
  );
  const setAll = async (how: string): Promise<void> => {
    for (const { name, table } of rows) await client.query(`ALTER TABLE ${table} ${how} TRIGGER ${name}`);
  };
  await client.query("SET session_replication_role = replica; SET timezone = 'UTC'");
  await setAll('DISABLE');
  try {
    return await work();
  } finally {
    await setAll('ENABLE ALWAYS');
    await client.query('RESET session_replication_role');
  }
}
