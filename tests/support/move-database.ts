/** Dumps one database and restores it into another of the same schema, in whichever cluster that is. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const tables = `
  SELECT table_name AS name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
  FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
    AND table_name <> '_prisma_migrations'
  GROUP BY 1`;

/** As `pg_dump --data-only` and `psql` do it: COPY, with triggers and foreign keys out of the way, then the sequences. */
export async function moveDatabase(fromUrl: string, toUrl: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'isnad-tests-dump-'));
  // The servers write and read the files themselves, under whichever account they run.
  await chmod(folder, 0o777);
  const [from, to] = [fromUrl, toUrl].map((connectionString) => new pg.Client({ connectionString })) as [
    pg.Client,
    pg.Client,
  ];
  await from.connect();
  await to.connect();
  try {
    await from.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const { rows } = await from.query<{ name: string; columns: string }>(tables);
    await to.query('BEGIN');
    await to.query("SET LOCAL session_replication_role = 'replica'");
    for (const { name, columns } of rows) {
      const file = join(folder, name);
      await from.query(`COPY "${name}" (${columns}) TO '${file}'`);
      // What a migration has put in; nobody may empty the history, and in a new database it is empty.
      const { rowCount } = await to.query(`SELECT 1 FROM "${name}" LIMIT 1`);
      if (rowCount !== 0) await to.query(`DELETE FROM "${name}"`);
      await to.query(`COPY "${name}" (${columns}) FROM '${file}'`);
    }
    const { rows: sequences } = await from.query<{ name: string; last: string | null }>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public'`,
    );
    for (const { name, last } of sequences)
      if (last !== null) await to.query('SELECT setval($1::regclass, $2)', [`public.${name}`, last]);
    await to.query('COMMIT');
  } finally {
    await Promise.all([from.end(), to.end()]);
    await rm(folder, { recursive: true, force: true });
  }
}
