import type pg from 'pg';
import { Failure } from '../errors.js';

const oldestServer = 150_000;

type Asked = Pick<pg.ClientBase, 'query'>;

/**
 * Refuses a server, or a database of it, in which Arabic would silently not work, whatever is in it. Under a C locale
 * without a character type Arabic has no letters: trigrams are empty, and every test in English still passes.
 */
export async function checkServer(database: Asked): Promise<void> {
  const { rows } = await database.query<{ version: number; encoding: string; letters: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
       current_setting('server_encoding') = 'UTF8' AND 'كوريا' ~ '^[[:alpha:]]+$' AS letters`,
  );
  const [facts] = rows;
  if (!facts) throw unusable('it did not answer');
  if (facts.version < oldestServer) throw unusable('it is older than PostgreSQL 15');
  if (facts.encoding !== 'UTF8')
    throw unusable(`its encoding is ${facts.encoding}, not UTF8; ${howToCreate}`);
  if (!facts.letters) throw unusable(`its locale does not know Arabic letters; ${howToCreate}`);
}

const howToCreate =
  'create another, with a UTF-8 locale: createdb --template=template0 --locale=C.UTF-8 --encoding=UTF8';

/** That, and what the migrations bring: trigrams that see Arabic. */
export async function checkDatabase(database: Asked): Promise<void> {
  await checkServer(database);
  const { rows } = await database.query<{ found: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') AS found`,
  );
  if (!rows[0]?.found) throw unusable('the extension pg_trgm is missing: run "isnad migrate"');
  const alike = await database.query<{ alike: boolean }>(`SELECT similarity('كوريا', 'كوريا') = 1 AS alike`);
  if (alike.rows[0]?.alike !== true)
    throw unusable(`its trigrams do not know Arabic letters; ${howToCreate}`);
}

/** A server, a database or a role may be told to answer before what was written is on disk. */
export async function checkDurability(database: Asked): Promise<true | string> {
  const { rows } = await database.query<{ waits: boolean }>(
    `SELECT current_setting('synchronous_commit') <> 'off' AS waits`,
  );
  return (
    rows[0]?.waits === true ||
    'synchronous_commit is off: a crash of the database loses writes that were answered'
  );
}

const unusable = (why: string): Failure =>
  new Failure('upstream', `The database cannot be used: ${why}.`, { code: 'database_unusable' });

/** Whether it stays so until somebody makes another database. */
export const isUnusable = (error: unknown): error is Failure =>
  error instanceof Failure && error.code === 'database_unusable';
