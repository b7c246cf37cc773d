/**
 * What the role of DATABASE_URL may do, where another one owns the tables. Granted anew whenever `isnad migrate` or
 * `npm start` ran, the queue's tables included; what differs from this is put right, what is right is left alone.
 */
import pg from 'pg';
import { lineOf } from '../src/platform/run-process.js';
import { Failure } from '../src/platform/errors.js';
import type { Addresses } from '../src/platform/db/addresses.js';
import { writtenByOwner, writtenOnce } from '../src/platform/db/written-once.js';
import { findGrantee } from './application-role.js';
import { migrationLock } from './migrate.js';

const read = ['SELECT'];
const append = ['INSERT', 'SELECT'];
const change = ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];

/** Sorted, as they are compared with what there is. */
function wantedOf({ schema, name, isSequence }: Relation): readonly string[] {
  if (isSequence) return ['SELECT', 'USAGE'];
  if (schema !== 'public') return change;
  if (name === '_prisma_migrations' || writtenByOwner.includes(name)) return read;
  return writtenOnce.includes(name) ? append : change;
}

interface Relation {
  schema: string;
  name: string;
  /** With its schema where it needs one, and quoted. */
  full: string;
  isSequence: boolean;
  has: string[];
}

/** Nothing is granted where owner and application are one role; what is not for everybody is withheld there, too. */
export async function grantApplication(addresses: Addresses): Promise<void> {
  const owner = new pg.Client({ connectionString: addresses.ownerUrl, connectionTimeoutMillis: 10_000 });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await owner.query('BEGIN');
    await owner.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    const grantee = await findGrantee(owner, addresses.url);
    await withholdFromEverybody(owner);
    if (grantee !== undefined) await grantAll(owner, grantee);
    await owner.query('COMMIT');
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('upstream', `The application's role could not be given its rights: ${lineOf(error)}`, {
      code: 'migration_failed',
    });
  } finally {
    await owner.end();
  }
}

async function grantAll(owner: pg.ClientBase, grantee: string): Promise<void> {
  const role = pg.escapeIdentifier(grantee);
  for (const { what, missing } of await findPlaces(owner, grantee))
    if (missing.length > 0) await owner.query(`GRANT ${missing.join(', ')} ON ${what} TO ${role}`);
  if (await mayEverybodyCreate(owner)) await owner.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
  for (const relation of await findRelations(owner, grantee)) {
    const wanted = wantedOf(relation);
    if (wanted.join() === relation.has.join()) continue;
    const on = `${relation.isSequence ? 'SEQUENCE' : 'TABLE'} ${relation.full}`;
    await owner.query(`REVOKE ALL ON ${on} FROM ${role}; GRANT ${wanted.join(', ')} ON ${on} TO ${role}`);
  }
  for (const name of await findFunctions(owner, grantee))
    await owner.query(`GRANT EXECUTE ON FUNCTION ${name} TO ${role}`);
}

/** As in databases that come from before PostgreSQL 15. A function of somebody else's there would be taken for one of ours. */
async function mayEverybodyCreate(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>(
    `SELECT has_schema_privilege('public', 'public', 'CREATE') AND pg_has_role(nspowner, 'USAGE') AS may
     FROM pg_namespace WHERE nspname = 'public'`,
  );
  return rows[0]?.may === true;
}

/** Database and schemas. Most servers give the first two to everybody. */
async function findPlaces(owner: pg.ClientBase, grantee: string) {
  const { rows } = await owner.query<{ what: string; missing: string[] }>(
    `SELECT format('DATABASE %I', current_database()) AS what,
       ARRAY(SELECT p FROM unnest('{CONNECT,TEMPORARY}'::text[]) p
         WHERE NOT has_database_privilege($1, current_database(), p)) AS missing
     UNION ALL
     SELECT format('SCHEMA %I', nspname), ARRAY(SELECT 'USAGE' WHERE NOT has_schema_privilege($1, oid, 'USAGE'))
     FROM pg_namespace WHERE nspname IN ('public', 'bullmq')`,
    [grantee],
  );
  return rows;
}

async function findRelations(owner: pg.ClientBase, grantee: string): Promise<Relation[]> {
  const { rows } = await owner.query<Relation>(
    `SELECT n.nspname AS schema, c.relname AS name, c.oid::regclass::text AS full, c.relkind = 'S' AS "isSequence",
       ARRAY(SELECT a.privilege_type FROM aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
         WHERE r.rolname = $1 ORDER BY 1) AS has
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('public', 'bullmq') AND c.relkind IN ('r', 'p', 'v', 'S') AND pg_has_role(c.relowner, 'USAGE')`,
    [grantee],
  );
  return rows;
}

/** Functions that the owner keeps to itself: prisma/sql/erasures.sql, prisma/sql/redactions.sql. */
export const ownersOnly = ['carry_out_erasure', 'blank_rows', 'blank_member', 'blank_texts'];

const ourFunctions = `
  SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ('public', 'bullmq') AND pg_has_role(p.proowner, 'USAGE')`;

async function findFunctions(owner: pg.ClientBase, grantee: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `${ourFunctions} AND p.proname <> ALL ($2) AND NOT has_function_privilege($1, p.oid, 'EXECUTE')`,
    [grantee, ownersOnly],
  );
  return rows.map(({ name }) => name);
}

/**
 * Functions come back executable by everybody from a dump that was restored without its rights. The owner's own are withheld,
 * and so are those that work with the owner's rights: they are granted to the application by name.
 */
async function withholdFromEverybody(owner: pg.ClientBase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `${ourFunctions} AND (p.prosecdef OR p.proname = ANY ($1)) AND EXISTS (
       SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) WHERE grantee = 0)`,
    [ownersOnly],
  );
  for (const { name } of rows) await owner.query(`REVOKE EXECUTE ON FUNCTION ${name} FROM PUBLIC`);
}
