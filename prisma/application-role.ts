/** Who is granted what the application may do: a group named after the database, or the login of DATABASE_URL itself. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { Failure } from '../src/platform/errors.js';
import { scramVerifier } from '../src/platform/db/scram.js';

type Asked = Pick<pg.ClientBase, 'query'>;

/** Databases have names of their own on a server, roles belong to all of them. */
const groupOf = (database: string): string => {
  const name = `application_of_${database}`;
  return Buffer.byteLength(name) <= 63
    ? name
    : `application_of_${createHash('sha256').update(database).digest('hex').slice(0, 32)}`;
};

/**
 * Who the application is to the database. A pooler in between may know it by another name than the address does; who
 * cannot come in yet is known by that name alone.
 */
async function readLogin(application: pg.Client): Promise<string> {
  application.on('error', () => undefined);
  try {
    await application.connect();
    const { rows } = await application.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  } catch {
    return application.user ?? '';
  } finally {
    await application.end().catch(() => undefined);
  }
}

/** Makes what is missing of both roles, where the owner may; undefined where owner and application are one. */
export async function findGrantee(owner: Asked, applicationUrl: string): Promise<string | undefined> {
  const application = new pg.Client({ connectionString: applicationUrl, connectionTimeoutMillis: 5_000 });
  const { password } = application;
  const login = await readLogin(application);
  const { rows } = await owner.query<{ role: string; database: string; makes: boolean }>(
    `SELECT rolname AS role, current_database() AS database, rolsuper OR rolcreaterole AS makes
     FROM pg_roles WHERE rolname = current_user`,
  );
  const [{ role, database, makes } = { role: login, database: '', makes: false }] = rows;
  if (role === login) return undefined;
  const group = groupOf(database);
  if (makes) {
    await makeRole(owner, group, 'NOLOGIN');
    await makeRole(owner, login, `LOGIN${password ? ` PASSWORD '${scramVerifier(password)}'` : ''}`);
  }
  if (!(await isThere(owner, login)))
    throw new Failure(
      'upstream',
      `There is no role "${login}", which DATABASE_URL names, and "${role}" may not make one: have it made with CREATE ROLE … LOGIN, and run this again.`,
      { code: 'migration_failed' },
    );
  if (!(await isThere(owner, group))) return login;
  if (!(await belongsTo(owner, login, group))) await join(owner, login, group);
  return (await belongsTo(owner, login, group)) ? group : login;
}

async function isThere(owner: Asked, role: string): Promise<boolean> {
  return (await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1;
}

/** One that is there keeps its password and whatever else it may. */
async function makeRole(owner: Asked, role: string, how: string): Promise<void> {
  if (await isThere(owner, role)) return;
  // Another database of the server may be migrated for the same login at this moment.
  await unless(owner, 'duplicate_object OR unique_violation', `CREATE ROLE ${quoted(role)} ${how}`);
}

async function belongsTo(owner: Asked, login: string, group: string): Promise<boolean> {
  const { rows } = await owner.query<{ belongs: boolean }>(`SELECT pg_has_role($1, $2, 'USAGE') AS belongs`, [
    login,
    group,
  ]);
  return rows[0]?.belongs === true;
}

const join = (owner: Asked, login: string, group: string): Promise<void> =>
  unless(owner, 'insufficient_privilege', `GRANT ${quoted(group)} TO ${quoted(login)}`);

/** Runs a statement that may be refused so, without ending the transaction. */
async function unless(owner: Asked, refused: string, statement: string): Promise<void> {
  await owner.query(`DO $do$ BEGIN ${statement}; EXCEPTION WHEN ${refused} THEN NULL; END $do$`);
}

const quoted = (name: string): string => pg.escapeIdentifier(name);
