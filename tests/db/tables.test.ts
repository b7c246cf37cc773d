/** Every table and column of the database is declared: a new one fails here until somebody has said what it is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordTable, tables } from '../../src/domain/replay/tables.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import pg from 'pg';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

interface ColumnOfSchema {
  name: string;
  column: string;
  type: string;
}

const readSchema = async (): Promise<ColumnOfSchema[]> =>
  (
    await client.query<ColumnOfSchema>(`
      SELECT c.table_name AS name, c.column_name AS column, c.udt_name AS type
      FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`)
  ).rows;

const namesOf = (schema: readonly ColumnOfSchema[]): string[] => [...new Set(schema.map(({ name }) => name))];

it('every table of the database is declared as record, derived or transient, and no other', async () => {
  expect(Object.keys(tables).sort()).toEqual(namesOf(await readSchema()).sort());
});

it('every column of a record table is declared, and no other', async () => {
  const schema = await readSchema();
  for (const name of namesOf(schema)) {
    const table = recordTable(name);
    if (!table) continue;
    const columns = schema.filter((one) => one.name === name).map(({ column }) => column);
    expect({ name, columns: Object.keys(table.columns).sort() }).toEqual({ name, columns: columns.sort() });
  }
});

it('a moment is declared as one, and bytes as bytes or by their hash, so that each is compared as what it is', async () => {
  for (const { name, column, type } of await readSchema()) {
    const rule = recordTable(name)?.columns[column]?.rule;
    if (rule === undefined || rule === 'transient' || rule === 'derived') continue;
    if (type === 'timestamptz')
      expect({ name, column, rule: rule === 'counted' ? 'moment' : rule }).toEqual({
        name,
        column,
        rule: 'moment',
      });
    else if (type === 'bytea') expect(['bytes', 'hash'], `${name}.${column}`).toContain(rule);
    else expect(['value', 'sealed', 'hash', 'counted'], `${name}.${column}`).toContain(rule);
  }
});
