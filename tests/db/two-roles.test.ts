/** What the role of the application cannot do to the history, whatever it is told to. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { grantApplication, ownersOnly } from '../../prisma/grants.js';
import { migrate } from '../../prisma/migrate.js';
import { checkRole, isForbidden } from '../../src/platform/db/database-role.js';
import { writtenOnce } from '../../src/platform/db/written-once.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { prepareDatabase } from '../support/prepare-database.js';

let database: TestDatabase;
let application: pg.Client;
let owner: pg.Client;

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  application = await connect(database.url);
  owner = await connect(database.ownerUrl);
});
afterAll(async () => {
  await application.end();
  await owner.end();
  await database.drop();
});

/** The state that a statement ends with; undefined where it is carried out. */
const stateOf = (client: pg.Client, statement: string): Promise<string | undefined> =>
  client.query(`BEGIN; ${statement}; ROLLBACK`).then(
    () => undefined,
    async (error: unknown) => {
      await client.query('ROLLBACK');
      return (error as pg.DatabaseError).code;
    },
  );
const forbidden = '42501';

describe('the role of the application', () => {
  it.each(writtenOnce.flatMap((table) => ['UPDATE', 'DELETE', 'TRUNCATE'].map((what) => [what, table])))(
    'has no %s on %s',
    async (what = '', table = '') => {
      const { rows } = await owner.query<{ name: string }>(
        `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1`,
        [table],
      );
      const column = `"${String(rows[0]?.name)}"`;
      const statement = {
        UPDATE: `UPDATE ${table} SET ${column} = ${column}`,
        DELETE: `DELETE FROM ${table}`,
        TRUNCATE: `TRUNCATE ${table} CASCADE`,
      }[what];
      expect(await stateOf(application, statement ?? '')).toBe(forbidden);
      expect(await stateOf(application, `SELECT ${column} FROM ${table} LIMIT 1`)).toBeUndefined();
    },
  );

  it.each([
    `INSERT INTO verdict_sides (claim_id, person_id, side) SELECT c.id, m.id, 'writing' FROM claims c, members m LIMIT 1`,
    'UPDATE verdict_sides SET kept = kept',
    'DELETE FROM verdict_sides',
    'TRUNCATE verdict_sides',
  ])('writes nothing of who stands on which side: %s', async (statement) => {
    expect(await stateOf(application, statement)).toBe(forbidden);
    expect(await stateOf(application, 'SELECT side FROM verdict_sides LIMIT 1')).toBeUndefined();
  });

  it('changes no trigger of any table, and makes none', async () => {
    const { rows } = await owner.query<{ table: string; trigger: string | null }>(
      `SELECT c.oid::regclass::text AS table, t.tgname AS trigger
       FROM pg_class c LEFT JOIN pg_trigger t ON t.tgrelid = c.oid AND NOT t.tgisinternal
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`,
    );
    const statements = rows.flatMap(({ table, trigger }) => [
      `ALTER TABLE ${table} DISABLE TRIGGER ALL`,
      `ALTER TABLE ${table} DISABLE TRIGGER USER`,
      `CREATE TRIGGER mine BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()`,
      `CREATE RULE mine AS ON INSERT TO ${table} DO INSTEAD NOTHING`,
      ...(trigger === null
        ? []
        : [
            `ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`,
            `ALTER TABLE ${table} ENABLE REPLICA TRIGGER ${trigger}`,
            `DROP TRIGGER ${trigger} ON ${table}`,
            `ALTER TRIGGER ${trigger} ON ${table} RENAME TO mine`,
          ]),
    ]);
    expect(rows.length).toBeGreaterThan(80);
    for (const statement of new Set(statements))
      expect({ statement, state: await stateOf(application, statement) }).toEqual({
        statement,
        state: forbidden,
      });
  });

  it.each([
    ['calls itself a replica', "SET session_replication_role = 'replica'"],
    ['becomes the owner', 'SET ROLE isnad'],
    ['takes a table', 'ALTER TABLE events OWNER TO CURRENT_USER'],
    ['removes a table', 'DROP TABLE editions CASCADE'],
    ['loosens a constraint', 'ALTER TABLE editions DROP CONSTRAINT editions_digest_of_document'],
    [
      'replaces a function',
      "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    ],
    [
      'puts a function of its own beside ours',
      "CREATE FUNCTION public.person_of(text) RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
    ],
    ['erases alone', 'SELECT carry_out_erasure(gen_random_uuid(), NULL, NULL)'],
    ['empties rows without an erasure', "SELECT blank_rows(ARRAY[gen_random_uuid()], ARRAY['note'])"],
    ['says what has been migrated', "UPDATE _prisma_migrations SET checksum = ''"],
  ])('is refused where it %s', async (_, statement) => {
    expect(await stateOf(application, statement)).toBe(forbidden);
  });

  it('is refused an erasure that no second person has confirmed', async () => {
    expect(await stateOf(application, 'SELECT erase(gen_random_uuid(), gen_random_uuid())')).toBe('23514');
  });

  it('lacks no table that a trigger keeps from being changed', async () => {
    const { rows } = await owner.query<{ name: string }>(
      // BEFORE (2) UPDATE (16), FOR EACH ROW (1).
      `SELECT DISTINCT t.tgrelid::regclass::text AS name FROM pg_trigger t
       WHERE t.tgtype & 19 = 19 AND (t.tgfoid = 'refuse_change'::regproc OR t.tgname IN ('captures_are_permanent', 'article_versions_are_permanent'))`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...writtenOnce].sort());
  });
});

describe('one role for both', () => {
  const rewrites = /could rewrite the history.*DATABASE_OWNER_URL/;
  afterEach(async () => {
    await owner.query('ROLLBACK');
  });

  it('is what the application is told of as the owner, and not as what it is', async () => {
    expect(await checkRole(owner)).toMatch(rewrites);
    expect(await checkRole(application)).toBe(true);
  });

  it.each([
    ['may change a table that is written once', 'GRANT UPDATE ON contents TO probe'],
    ['may say who has written what', 'GRANT DELETE ON verdict_sides TO probe'],
    ['may put triggers on a table', 'GRANT TRIGGER ON claims TO probe'],
    ['may empty a table', 'GRANT TRUNCATE ON claims TO probe'],
    ['may put functions beside ours', 'GRANT CREATE ON SCHEMA public TO probe'],
    ['may become the owner', 'ALTER ROLE probe NOINHERIT; GRANT keeper TO probe'],
    ['may do everything', 'ALTER ROLE probe SUPERUSER'],
  ])('is what a role is that %s', async (_, more) => {
    await owner.query(
      `BEGIN; CREATE ROLE probe; CREATE ROLE keeper; ALTER TABLE notices OWNER TO keeper; SET LOCAL ROLE probe`,
    );
    expect(await checkRole(owner)).toBe(true);
    await owner.query(`RESET ROLE; ${more}; SET LOCAL ROLE probe`);
    expect(await checkRole(owner)).toMatch(rewrites);
  });
});

describe('on a server of one’s own', () => {
  const undo: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  });

  /** A database whose owner is no superuser, and an address of it for a login that may not be there yet. */
  async function ownServer({ may = '', login = 'there' }: { may?: string; login?: 'there' | 'missing' }) {
    const name = `r_${randomUUID().replaceAll('-', '')}`;
    const admin = await connect(inject('clusterUrl'));
    // In the order in which they can be dropped.
    const roles = { login: `login_${name}`, group: `application_of_${name}`, owner: `owner_${name}` };
    undo.push(async () => {
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      for (const role of Object.values(roles)) await admin.query(`DROP ROLE IF EXISTS ${role}`);
      await admin.end();
    });
    await admin.query(`CREATE ROLE ${roles.owner} LOGIN PASSWORD 'o' ${may}`);
    if (login === 'there') await admin.query(`CREATE ROLE ${roles.login} LOGIN PASSWORD 'a b/c'`);
    await admin.query(`CREATE DATABASE ${name} OWNER ${roles.owner} TEMPLATE template0`);
    const addressOf = (username: string, password: string): string =>
      Object.assign(new URL(inject('clusterUrl')), { username, password, pathname: `/${name}` }).href;
    return {
      url: addressOf(roles.login, 'a b/c'),
      ownerUrl: addressOf(roles.owner, 'o'),
      roles,
      admin,
    };
  }
  const asking = async <Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> => {
    const client = await connect(url);
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  };
  const grantees = (url: string) =>
    asking<{ role: string }>(
      url,
      `SELECT DISTINCT a.grantee::regrole::text AS role FROM pg_class, aclexplode(relacl) a
       WHERE oid = 'events'::regclass AND a.grantee <> relowner`,
    );

  it('makes the login with its password, and a group named after the database, where the owner may', async () => {
    const server = await ownServer({ may: 'CREATEROLE', login: 'missing' });
    await prepareDatabase(server);
    await prepareDatabase(server);
    expect(await grantees(server.ownerUrl)).toEqual([{ role: server.roles.group }]);
    const login = await connect(server.url);
    try {
      expect(await checkRole(login)).toBe(true);
      expect(await stateOf(login, 'DELETE FROM events')).toBe(forbidden);
      expect(await stateOf(login, "SELECT bullmq.next_job_id('isnad')")).toBeUndefined();
    } finally {
      await login.end();
    }
  });

  it('gives the login its rights without a group, where the owner may make no role', async () => {
    const server = await ownServer({});
    await prepareDatabase(server);
    expect(await grantees(server.ownerUrl)).toEqual([{ role: server.roles.login }]);
    expect(await asking(server.url, 'SELECT 1 AS one FROM feed_cursors')).toBeDefined();
  });

  /** What a login may run that nothing was granted to. */
  const openToEverybody = `
    SELECT p.proname AS name, p.prosecdef AS "asOwner", has_function_privilege('public', p.oid, 'EXECUTE') AS open
    FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace ORDER BY 1`;
  interface Opened {
    name: string;
    asOwner: boolean;
    open: boolean;
  }

  it('knows all functions that the schema withholds, whichever was added last', async () => {
    const server = await ownServer({});
    await migrate(server.ownerUrl);
    const functions = await asking<Opened>(server.ownerUrl, openToEverybody);
    const withheld = functions.filter(({ open }) => !open);
    expect(withheld.filter(({ asOwner }) => !asOwner).map(({ name }) => name)).toEqual(
      [...ownersOnly].sort(),
    );
    expect(functions.filter(({ asOwner, open }) => asOwner && open)).toEqual([]);
    expect(withheld.filter(({ asOwner }) => asOwner).map(({ name }) => name)).toContain('erase');
  });

  it.each([
    ['two roles', (server: { url: string; ownerUrl: string }) => server],
    ['one role', ({ ownerUrl }: { ownerUrl: string }) => ({ url: ownerUrl, ownerUrl })],
  ])('withholds them again where a dump came back without its rights, with %s', async (_, addressesOf) => {
    const server = await ownServer({});
    await prepareDatabase(server);
    await asking(server.ownerUrl, 'GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC');
    await grantApplication(addressesOf(server));
    const functions = await asking<Opened>(server.ownerUrl, openToEverybody);
    const closed = functions.filter(({ open }) => !open).map(({ name }) => name);
    const asOwner = ['erase', 'record_side_of_draft', 'record_sides_of_event'];
    expect(closed).toEqual([...asOwner, ...ownersOnly].sort());
    await expect(
      asking(server.url, 'SELECT carry_out_erasure(gen_random_uuid(), NULL, NULL)'),
    ).rejects.toMatchObject({ code: forbidden });
    await expect(asking(server.url, 'SELECT erase(gen_random_uuid(), NULL)')).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('grants to whom the database knows, where something in between has another name for it', async () => {
    const server = await ownServer({});
    const { login } = server.roles;
    const behind = `behind_${login}`;
    // Last of all: what it was granted goes with the database.
    undo.unshift(() => asking(inject('clusterUrl'), `DROP ROLE ${behind}`));
    await server.admin.query(`CREATE ROLE ${behind}; GRANT ${behind} TO ${login}`);
    await server.admin.query(`ALTER ROLE ${login} SET role = ${behind}`);
    await prepareDatabase(server);
    expect(await grantees(server.ownerUrl)).toEqual([{ role: behind }]);
  });

  it('grants nothing where two addresses are one role to the database', async () => {
    const server = await ownServer({});
    const { login, owner: both } = server.roles;
    await server.admin.query(`GRANT ${both} TO ${login}; ALTER ROLE ${login} SET role = ${both}`);
    await prepareDatabase(server);
    expect(await grantees(server.ownerUrl)).toEqual([]);
  });

  it('says which role is missing, where there is none and the owner may make none', async () => {
    const server = await ownServer({ login: 'missing' });
    await migrate(server.ownerUrl);
    await expect(grantApplication(server)).rejects.toMatchObject({
      message: expect.stringMatching(
        new RegExp(`^There is no role "${server.roles.login}".*CREATE ROLE`),
      ) as string,
    });
  });

  it('gives a login of one database nothing in another', async () => {
    const [one, other] = [await ownServer({ may: 'CREATEROLE' }), await ownServer({ may: 'CREATEROLE' })];
    await prepareDatabase(one);
    await prepareDatabase(other);
    const stranger = Object.assign(new URL(one.url), { pathname: new URL(other.url).pathname }).href;
    await expect(asking(stranger, 'SELECT FROM claims')).rejects.toMatchObject({ code: forbidden });
  });

  it('takes back what was given beyond, and gives what a later migration has brought', async () => {
    const server = await ownServer({ may: 'CREATEROLE' });
    await prepareDatabase(server);
    await asking(
      server.ownerUrl,
      `GRANT UPDATE, TRUNCATE ON events TO ${server.roles.group}; CREATE TABLE later (id int GENERATED ALWAYS AS IDENTITY, x int)`,
    );
    await expect(asking(server.url, 'INSERT INTO later (x) VALUES (1)')).rejects.toMatchObject({
      code: forbidden,
    });
    await Promise.all([grantApplication(server), grantApplication(server)]);
    await asking(server.url, 'INSERT INTO later (x) VALUES (1)');
    for (const statement of ['UPDATE events SET id = id', 'TRUNCATE events'])
      await expect(asking(server.url, statement)).rejects.toMatchObject({ code: forbidden });
  });

  it('knows a refusal by its number, in whichever language the server words it', () => {
    const refusal = Object.assign(new pg.DatabaseError('droit refusé pour la table events', 1, 'error'), {
      code: forbidden,
    });
    expect(isForbidden(refusal)).toBe(true);
    expect(isForbidden(new Error('0_baseline: droit refusé', { cause: refusal }))).toBe(true);
    expect(isForbidden(new Error('permission denied for table events'))).toBe(false);
  });

  it('says in words which address is missing, where the application’s role is to migrate', async () => {
    const server = await ownServer({});
    await expect(migrate(server.url)).rejects.toMatchObject({
      message: expect.stringContaining('Set DATABASE_OWNER_URL') as string,
    });
  });
});
