/** Where a word stands in a database: every column of every table, whatever its type. */
import type pg from 'pg';

/** `table.column`, in the order of their names. */
export async function findInDatabase(pool: pg.Pool, word: string): Promise<string[]> {
  const { rows: columns } = await pool.query<{ place: string; ask: string }>(`
    SELECT format('%s.%s', c.table_name, c.column_name) AS place,
      format(
        CASE WHEN c.data_type = 'bytea' THEN 'SELECT FROM %I.%I WHERE position(convert_to($1, ''UTF8'') IN %I) > 0 LIMIT 1'
          ELSE 'SELECT FROM %I.%I WHERE position($1 IN %I::text) > 0 LIMIT 1' END,
        c.table_schema, c.table_name, c.column_name) AS ask
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
      AND c.data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
    ORDER BY 1`);
  if (columns.length < 100) throw new Error('these are not all columns');
  const found: string[] = [];
  for (const { place, ask } of columns) {
    const { rows } = await pool.query(ask, [word]);
    if (rows.length > 0) found.push(place);
  }
  return found;
}
