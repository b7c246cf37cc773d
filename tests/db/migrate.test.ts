import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPending, migrate } from '../../prisma/migrate.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;
/** Migrations of the test's own. */
let folder: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'isnad-migrations-'));
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const write = async (name: string, sql: string): Promise<void> => {
  await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, name, 'migration.sql'), sql);
};

const tables = async (): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

describe('migrating', () => {
  it('brings an empty database up to date, and then has nothing to do', async () => {
    const names = await findPending(client);
    expect(names.length).toBeGreaterThan(0);
    expect(await migrate(database.url)).toEqual({ applied: names });
    expect(await findPending(client)).toEqual([]);
    expect(await migrate(database.url)).toEqual({ applied: [] });
  });

  it('applies once what two processes want to apply at the same time', async () => {
    const names = await findPending(client);
    const script = `
      import { migrate } from './prisma/migrate.js';
      const { applied } = await migrate(process.argv[1]);
      process.stdout.write(JSON.stringify(applied));`;
    const start = () =>
      promisify(execFile)(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', script, database.url],
        { cwd: projectRoot },
      );
    const results = await Promise.all([start(), start()]);
    const applied = results.map(({ stdout }) => JSON.parse(stdout) as string[]);
    expect(applied.flat()).toEqual(names);
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations');
    expect(rows).toHaveLength(names.length);
  });

  it('names the migration that fails, says why, and leaves nothing of it behind', async () => {
    await write('1_good', 'CREATE TABLE a (x int);');
    await write('2_bad', 'CREATE TABLE b (x int); ALTER TABLE nowhere ADD y int;');
    await expect(migrate(database.url, { folder })).rejects.toMatchObject({
      kind: 'upstream',
      message: 'The database could not be migrated: 2_bad: relation "nowhere" does not exist',
    });
    expect(await tables()).toEqual(['a']);
    expect(await findPending(client, folder)).toEqual(['2_bad']);
  });

  it('goes on once what failed has been put right', async () => {
    await write('1_bad', 'ALTER TABLE nowhere ADD y int;');
    await expect(migrate(database.url, { folder })).rejects.toThrow('1_bad');
    await write('1_bad', 'CREATE TABLE a (x int);');
    await write('2_more', 'CREATE TABLE b (x int);');
    expect(await migrate(database.url, { folder })).toEqual({ applied: ['1_bad', '2_more'] });
    expect(await tables()).toEqual(['a', 'b']);
  });

  it('goes on after a process was killed while it applied one', async () => {
    await write('1_first', 'CREATE TABLE a (x int);');
    await migrate(database.url, { folder });
    // What the engine has written by then, its migration being rolled back with the connection.
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
       VALUES ('killed', 'x', '2_second', now(), 0)`,
    );
    await write('2_second', 'CREATE TABLE b (x int);');
    expect(await migrate(database.url, { folder })).toEqual({ applied: ['2_second'] });
  });

  it('takes functions, whose bodies hold semicolons, as they are', async () => {
    const body = `BEGIN RAISE NOTICE 'a; b'; RETURN 7; END`;
    await write('1_function', `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$`);
    await migrate(database.url, { folder });
    expect((await client.query('SELECT f()')).rows).toEqual([{ f: 7 }]);
  });

  it('fails in one line when there is no database', async () => {
    const nowhere = new URL(database.url);
    nowhere.pathname = '/nowhere';
    const failure = migrate(nowhere.href);
    await expect(failure).rejects.toMatchObject({ kind: 'upstream', code: 'migration_failed' });
    await expect(failure).rejects.toThrow(/^The database could not be migrated: .*"nowhere" does not exist$/);
  });
});
