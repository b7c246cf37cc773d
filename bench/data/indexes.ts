/** Indexes that are built once over all rows cost a fraction of the same indexes kept up row by row. */
import type { Pool } from '../../src/platform/db/client.js';
import { inLongSession } from '../bulk.js';

/** What has to be run to have them back. */
interface Dropped {
  indexes: string[];
  constraints: string[];
}

/** Drops all indexes of these tables but the primary keys, and the foreign keys that lean on them. */
export async function dropIndexes(pool: Pool, tables: readonly string[]): Promise<Dropped> {
  const { rows: indexes } = await pool.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i WHERE i.indrelid = ANY ($1::regclass[]) AND NOT i.indisprimary`,
    [tables],
  );
  const { rows: keys } = await pool.query<{ name: string; owner: string; definition: string }>(
    `SELECT quote_ident(c.conname) AS name, c.conrelid::regclass::text AS owner, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_index i ON i.indexrelid = c.conindid
     WHERE c.contype = 'f' AND i.indrelid = ANY ($1::regclass[]) AND NOT i.indisprimary`,
    [tables],
  );
  for (const { name, owner } of keys) await pool.query(`ALTER TABLE ${owner} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await pool.query(`DROP INDEX ${name}`);
  return {
    indexes: indexes.map(({ definition }) => definition),
    constraints: keys.map(
      ({ name, owner, definition }) => `ALTER TABLE ${owner} ADD CONSTRAINT ${name} ${definition}`,
    ),
  };
}

/** Builds two at a time, then looks whether every row keeps to the foreign keys. */
export async function restoreIndexes(pool: Pool, { indexes, constraints }: Dropped): Promise<void> {
  const left = [...indexes];
  const build = (): Promise<void> =>
    inLongSession(pool, async (client) => {
      await client.query("SET maintenance_work_mem = '1GB'");
      for (let statement = left.shift(); statement !== undefined; statement = left.shift())
        await client.query(statement);
    });
  await Promise.all([build(), build()]);
  for (const statement of constraints) await pool.query(statement);
}
