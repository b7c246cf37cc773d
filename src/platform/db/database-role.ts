/** Whether the role that this process is to the database could rewrite what is written once. */
import type pg from 'pg';
import type { Log } from '../log.js';
import { sqlState } from './sql-errors.js';
import { writtenByOwner, writtenOnce } from './written-once.js';

type Asked = Pick<pg.ClientBase, 'query'>;

/** Tables of the application's may be changed by it, but not their triggers; a schema that it may add to holds functions of ours. */
const mayRewrite = `
  SELECT has_schema_privilege('public', 'CREATE') OR bool_or(pg_has_role(c.relowner, 'MEMBER')
    OR (c.relname = ANY ($1) AND has_table_privilege(c.oid, 'UPDATE, DELETE'))
    OR has_table_privilege(c.oid, 'TRUNCATE, TRIGGER')) AS may
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')`;

/** True, or why the history is guarded by this process alone. */
export async function checkRole(database: Asked): Promise<true | string> {
  const { rows } = await database.query<{ may: boolean | null }>(mayRewrite, [
    [...writtenOnce, ...writtenByOwner],
  ]);
  return (
    rows[0]?.may !== true ||
    'the role of DATABASE_URL could rewrite the history: give it one that may only add to it, and the owner of the tables to "isnad migrate" as DATABASE_OWNER_URL'
  );
}

/** Whether it may erase words alone and write tables anew. */
export async function isOwner(database: Asked): Promise<boolean> {
  const { rows } = await database.query<{ owns: boolean }>(
    `SELECT pg_has_role(relowner, 'USAGE') AS owns FROM pg_class WHERE oid = 'contents'::regclass`,
  );
  return rows[0]?.owns === true;
}

/** Logged once, at the start. Where the database does not answer, readiness says so. */
export async function warnOfOneRole(database: Asked, log: Pick<Log, 'warn'>): Promise<void> {
  const found = await checkRole(database).catch(() => true as const);
  if (found !== true) log.warn(found);
}

export const ownerNeeded =
  'Set DATABASE_OWNER_URL to the address of the database as the role that owns its tables.';

/** Whether a statement was refused because this role may not do it. */
export const isForbidden = (error: unknown): boolean =>
  error instanceof Error && (sqlState(error) === insufficientPrivilege || isForbidden(error.cause));

/** By its number: words of a refusal come in the language of the server. */
const insufficientPrivilege = '42501';
