/**
 * Functions and triggers of the database: the files of prisma/sql, in the order of their names, all in one transaction.
 * Each function is written once, in the file of its table or subject, with plain CREATE: whatever these files made
 * before is dropped first, whenever one of them has changed. A file may use tables and all that stands before it;
 * bodies in plpgsql may use everything. What a default, a check or an index rests on is part of a migration.
 * A trigger works by set (FOR EACH STATEMENT with a transition table) unless it changes NEW, has to be deferred, or its
 * WHEN passes over most rows. It looks tables up by a subquery per row of the set: a join planned for a thousand rows
 * would read the whole table for one. A function that locks and then reads is VOLATILE: its first statement takes the
 * locks, its second reads.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { limitLockWait, retryLockWait } from './wait-for-locks.js';

interface SqlFile {
  name: string;
  text: string;
}

export async function readFunctions(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/**
 * Each function that these files made says so in its comment, with the digest of them all. A table would not do: a
 * dump of the data alone would bring the digest along without the functions.
 */
const origin = 'prisma/sql';

const commentOf = (files: readonly SqlFile[]): string =>
  `${origin} ${createHash('sha256').update(JSON.stringify(files)).digest('hex')}`;

const made = `
  SELECT p.oid, obj_description(p.oid, 'pg_proc') AS comment FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND obj_description(p.oid, 'pg_proc') LIKE '${origin} %'`;

/** Whether the database has the functions and triggers of these files, and no others of earlier ones. */
export async function hasFunctions(
  client: Pick<pg.ClientBase, 'query'>,
  files: readonly SqlFile[],
): Promise<boolean> {
  const { rows } = await client.query<{ comment: string }>(`SELECT DISTINCT comment FROM (${made}) AS made`);
  const wanted = files.length === 0 ? [] : [commentOf(files)];
  return rows.map(({ comment }) => comment).join() === wanted.join();
}

/** Replaces all of them in one transaction. */
export const applyFunctions = (client: pg.ClientBase, files: readonly SqlFile[]): Promise<void> =>
  retryLockWait(() => replaceAll(client, files));

async function replaceAll(client: pg.ClientBase, files: readonly SqlFile[]): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(limitLockWait);
    await client.query(dropAll);
    for (const { name, text } of files) {
      await client.query(text).catch((error: unknown) => {
        const said = error instanceof Error ? error.message : String(error);
        throw new Error(`${origin}/${name}: ${said}`, { cause: error });
      });
    }
    await client.query(commentAll(commentOf(files)));
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const dropAll = `
  DO $$ DECLARE found record; names text;
  BEGIN
    FOR found IN SELECT t.tgname, t.tgrelid::regclass AS owner FROM pg_trigger t JOIN (${made}) AS made ON made.oid = t.tgfoid LOOP
      EXECUTE format('DROP TRIGGER %I ON %s', found.tgname, found.owner);
    END LOOP;
    SELECT string_agg(oid::regprocedure::text, ', ') INTO names FROM (${made}) AS made;
    IF names IS NOT NULL THEN EXECUTE 'DROP FUNCTION ' || names; END IF;
  END $$`;

/** Those that this transaction made. */
const commentAll = (comment: string): string => `
  DO $$ DECLARE found record;
  BEGIN
    FOR found IN SELECT oid::regprocedure AS name FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace AND xmin = pg_current_xact_id()::xid LOOP
      EXECUTE format('COMMENT ON FUNCTION %s IS %L', found.name, '${comment}');
    END LOOP;
  END $$`;
