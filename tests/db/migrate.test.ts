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
/** Migrations of the test's own, and functions. */
let folder: string;
let functions: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'isnad-migrations-'));
  functions = await mkdtemp(join(tmpdir(), 'isnad-functions-'));
});

afterEach(async () => {
  await client.end();
  await database.drop();
  await rm(folder, { recursive: true });
  await rm(functions, { recursive: true });
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

/** In two processes at once. */
async function migrateTwice(): Promise<string[][]> {
  const script = `
    import { migrate } from './prisma/migrate.js';
    const { applied } = await migrate(process.argv[1]);
    process.stdout.write(JSON.stringify(applied));`;
  const start = () =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script, database.ownerUrl],
      { cwd: projectRoot },
    );
  const results = await Promise.all([start(), start()]);
  return results.map(({ stdout }) => JSON.parse(stdout) as string[]);
}

describe('migrating', () => {
  it('brings an empty database up to date, and then has nothing to do', async () => {
    const names = await findPending(client);
    expect(names.length).toBeGreaterThan(0);
    expect(await migrate(database.ownerUrl)).toEqual({ applied: names });
    expect(await findPending(client)).toEqual([]);
    expect(await migrate(database.ownerUrl)).toEqual({ applied: [] });
  });

  it('applies once what two processes want to apply at the same time', async () => {
    const names = await findPending(client);
    expect((await migrateTwice()).flat()).toEqual(names);
    const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations');
    expect(rows.map((row) => (row as { migration_name: string }).migration_name)).toEqual(
      names.filter((name) => name !== 'functions'),
    );
  });

  it('names the migration that fails, says why, and leaves nothing of it behind', async () => {
    await write('1_good', 'CREATE TABLE a (x int);');
    await write('2_bad', 'CREATE TABLE b (x int); ALTER TABLE nowhere ADD y int;');
    await expect(migrate(database.ownerUrl, { folders: { migrations: folder } })).rejects.toMatchObject({
      kind: 'upstream',
      message: 'The database could not be migrated: 2_bad: relation "nowhere" does not exist',
    });
    expect(await tables()).toEqual(['a']);
    expect(await findPending(client, { migrations: folder })).toEqual(['2_bad']);
  });

  it('goes on once what failed has been put right', async () => {
    await write('1_bad', 'ALTER TABLE nowhere ADD y int;');
    await expect(migrate(database.ownerUrl, { folders: { migrations: folder } })).rejects.toThrow('1_bad');
    await write('1_bad', 'CREATE TABLE a (x int);');
    await write('2_more', 'CREATE TABLE b (x int);');
    expect(await migrate(database.ownerUrl, { folders: { migrations: folder } })).toEqual({
      applied: ['1_bad', '2_more'],
    });
    expect(await tables()).toEqual(['a', 'b']);
  });

  it('goes on after a process was killed while it applied one', async () => {
    await write('1_first', 'CREATE TABLE a (x int);');
    await migrate(database.ownerUrl, { folders: { migrations: folder } });
    // What the engine has written by then, its migration being rolled back with the connection.
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
       VALUES ('killed', 'x', '2_second', now(), 0)`,
    );
    await write('2_second', 'CREATE TABLE b (x int);');
    expect(await migrate(database.ownerUrl, { folders: { migrations: folder } })).toEqual({
      applied: ['2_second'],
    });
  });

  it('holds nobody up while somebody reads a table for long, and goes on with what is left once that is over', async () => {
    const folders = { migrations: folder };
    await write('1_table', 'CREATE TABLE kept (id int)');
    await migrate(database.ownerUrl, { folders });
    await write('2_before', 'CREATE TABLE a (x int)');
    await write('3_column', 'CREATE TABLE b (x int); ALTER TABLE kept ADD y int');
    await write('4_after', 'CREATE TABLE c (x int)');
    const names = ['2_before', '3_column', '4_after'];
    const migrating = async () => (await migrate(database.ownerUrl, { folders })).applied;
    expect(await whileKeptIsRead(migrating)).toEqual(names);
    expect(await tables()).toEqual(['a', 'b', 'c', 'kept']);
    expect(await findPending(client, folders)).toEqual([]);
  });

  it('takes functions, whose bodies hold semicolons, as they are', async () => {
    const body = `BEGIN RAISE NOTICE 'a; b'; RETURN 7; END`;
    await write('1_function', `CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$`);
    await migrate(database.ownerUrl, { folders: { migrations: folder } });
    expect((await client.query('SELECT f()')).rows).toEqual([{ f: 7 }]);
  });

  it('fails in one line when there is no database', async () => {
    const nowhere = new URL(database.ownerUrl);
    nowhere.pathname = '/nowhere';
    const failure = migrate(nowhere.href);
    await expect(failure).rejects.toMatchObject({ kind: 'upstream', code: 'migration_failed' });
    await expect(failure).rejects.toThrow(/^The database could not be migrated: .*"nowhere" does not exist$/);
  });
});

/** Somebody reads the table `kept` for long, and what is written to it meanwhile waits only for a moment. */
async function whileKeptIsRead(migrating: () => Promise<string[]>): Promise<string[]> {
  const reader = new pg.Client({ connectionString: database.ownerUrl });
  await reader.connect();
  await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await reader.query('SELECT FROM kept');
  const migrated = migrating();
  await expect
    .poll(async () => (await client.query(`SELECT FROM pg_locks WHERE NOT granted`)).rowCount)
    .toBeGreaterThan(0);
  await client.query(`SET statement_timeout = '10s'`);
  await client.query('INSERT INTO kept VALUES (1)');
  await reader.query('COMMIT');
  await reader.end();
  return migrated;
}

const earlier = /^The database is of an earlier development version of Isnad and cannot be upgraded: /;

describe('a database of an earlier development version', () => {
  it.each([
    ['another first migration', 'DROP TABLE IF EXISTS claims', '20261124000000_first_tables'],
    ['the same one with another text', 'CREATE TABLE claims (id uuid)', '0_baseline'],
  ])('is refused by %s, in one line that says what to do', async (_, sql, name) => {
    await write(name, sql);
    await migrate(database.ownerUrl, { folders: { migrations: folder } });
    const before = await tables();
    await expect(migrate(database.ownerUrl)).rejects.toMatchObject({
      code: 'earlier_development_version',
      message: expect.stringMatching(
        new RegExp(`${earlier.source}point DATABASE_URL at an empty database.$`),
      ) as string,
    });
    await expect(migrate(database.ownerUrl, { embeddedIn: '/news/.isnad' })).rejects.toThrow(
      new RegExp(`${earlier.source}move the folder /news/.isnad away and start again.$`),
    );
    await expect(findPending(client)).rejects.toMatchObject({ code: 'earlier_development_version' });
    expect(await tables()).toEqual(before);
  });
});

describe('a database that a later version has migrated', () => {
  it('is left as it is, functions too', async () => {
    await write('1_first', 'CREATE TABLE a (x int);');
    await write('2_later', 'CREATE TABLE b (x int);');
    await writeFile(
      join(functions, 'answer.sql'),
      'CREATE FUNCTION answer() RETURNS int LANGUAGE sql RETURN 42;',
    );
    await migrate(database.ownerUrl, { folders: { migrations: folder, functions } });
    await rm(join(folder, '2_later'), { recursive: true });
    await writeFile(
      join(functions, 'answer.sql'),
      'CREATE FUNCTION answer() RETURNS int LANGUAGE sql RETURN 41;',
    );
    await expect(
      migrate(database.ownerUrl, { folders: { migrations: folder, functions } }),
    ).rejects.toMatchObject({
      code: 'later_version',
      message: expect.stringContaining('which knows 2_later') as string,
    });
    expect((await client.query('SELECT answer()')).rows).toEqual([{ answer: 42 }]);
    // Who runs already goes on.
    expect(await findPending(client, { migrations: folder })).toEqual([]);
  });
});

describe('functions and triggers', () => {
  const writeFunctions = (name: string, sql: string): Promise<void> => writeFile(join(functions, name), sql);
  const apply = async (): Promise<string[]> =>
    (await migrate(database.ownerUrl, { folders: { migrations: folder, functions } })).applied;
  const pending = (): Promise<string[]> => findPending(client, { migrations: folder, functions });
  const answer = `CREATE FUNCTION answer() RETURNS int LANGUAGE sql RETURN 41;`;
  const refuse = `
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no: %', answer(); END $$;
    CREATE TRIGGER a_refuse BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION refuse();`;

  beforeEach(async () => {
    await write('1_first', 'CREATE TABLE a (x int);');
    await writeFunctions('answer.sql', answer);
    await writeFunctions('refuse.sql', refuse);
  });

  it('follow the migrations, and are applied once', async () => {
    expect(await apply()).toEqual(['1_first', 'functions']);
    await expect(client.query('INSERT INTO a VALUES (1)')).rejects.toThrow('no: 41');
    expect(await apply()).toEqual([]);
  });

  it('are applied again when a file has changed, whatever it returns and takes by then', async () => {
    await apply();
    await writeFunctions(
      'answer.sql',
      `CREATE FUNCTION answer(OUT text text) LANGUAGE sql RETURN 'forty' || '-two';`,
    );
    expect(await pending()).toEqual(['functions']);
    expect(await apply()).toEqual(['functions']);
    await expect(client.query('INSERT INTO a VALUES (1)')).rejects.toThrow('no: forty-two');
    expect(await pending()).toEqual([]);
  });

  it('are gone when their file is gone; what somebody else made stays', async () => {
    await apply();
    await client.query('CREATE FUNCTION theirs() RETURNS int LANGUAGE sql RETURN 1');
    await rm(join(functions, 'refuse.sql'));
    expect(await apply()).toEqual(['functions']);
    await client.query('INSERT INTO a VALUES (1)');
    expect((await client.query('SELECT theirs()')).rows).toEqual([{ theirs: 1 }]);
    expect(await functionNames()).toEqual(['answer', 'theirs']);
  });

  it('stay as they were when a file is refused, which is named', async () => {
    await apply();
    await writeFunctions('answer.sql', 'CREATE FUNCTION other() RETURNS int LANGUAGE sql RETURN 1;');
    await writeFunctions('refuse.sql', 'CREATE FUNCTION refuse() RETURNS nothing LANGUAGE sql RETURN 1;');
    await expect(apply()).rejects.toThrow(
      'The database could not be migrated: prisma/sql/refuse.sql: type "nothing" does not exist',
    );
    expect(await functionNames()).toEqual(['answer', 'refuse']);
    expect(await pending()).toEqual(['functions']);
  });

  it('hold nobody up while somebody reads a table for long, and are applied once that is over', async () => {
    await write('1_table', 'CREATE TABLE kept (id int)');
    const file = (comment: string): Promise<void> =>
      writeFile(
        join(functions, 'kept.sql'),
        `-- ${comment}
         CREATE FUNCTION look() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
         CREATE TRIGGER kept_look BEFORE INSERT ON kept FOR EACH ROW EXECUTE FUNCTION look();`,
      );
    await file('first');
    await apply();
    await file('second');
    expect(await whileKeptIsRead(apply)).toEqual(['functions']);
  });

  it('are applied once by two processes at the same time', async () => {
    await migrate(database.ownerUrl);
    const { rows } = await client.query<{ name: string }>(
      `SELECT oid::regprocedure::text AS name FROM pg_proc WHERE obj_description(oid, 'pg_proc') LIKE 'prisma/sql %'`,
    );
    for (const { name } of rows)
      await client.query(`COMMENT ON FUNCTION ${name} IS 'prisma/sql of yesterday'`);
    expect((await migrateTwice()).flat()).toEqual(['functions']);
  });

  async function functionNames(): Promise<string[]> {
    const { rows } = await client.query<{ name: string }>(
      `SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  }
});
