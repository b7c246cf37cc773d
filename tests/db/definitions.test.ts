/** The triggers, functions and constraints of a database are those that were shipped, or `isnad verify` names what is not. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shippedFile } from '../../src/integrity/verify/definitions.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { prepareDatabase } from '../support/prepare-database.js';
import { definitionsOf } from '../support/shipped-definitions.js';
import { findPrograms, startSystemPostgres } from '../support/system-postgres.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

const readShipped = async (): Promise<unknown> => JSON.parse(await readFile(shippedFile, 'utf8'));
const remedy = 'UPDATE_DEFINITIONS=1 npx vitest run tests/db/definitions.test.ts writes it anew';

describe('what is shipped', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('is what the migrations and prisma/sql make', async () => {
    expect(await readShipped(), remedy).toEqual(await definitionsOf(database.url));
  });

  it('is the same once it was dumped and restored', async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query('BEGIN');
    for (const { again } of (await client.query<{ again: string }>(asDumped)).rows) await client.query(again);
    await client.query('COMMIT');
    await client.end();
    expect(await definitionsOf(database.url)).toEqual(await readShipped());
  });
});

/** Each check, trigger and function is made again from the words that a dump holds. */
const asDumped = `
  SELECT format('ALTER TABLE %s DROP CONSTRAINT %I; ALTER TABLE %1$s ADD CONSTRAINT %2$I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS again
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'c'
  UNION ALL
  SELECT format('DROP TRIGGER %I ON %s; %s', tgname, tgrelid::regclass, pg_get_triggerdef(oid)) || CASE tgenabled WHEN 'A'
    THEN format('; ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', tgrelid::regclass, tgname) ELSE '' END
  FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL
  SELECT pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`;

const programs = await findPrograms();
it.skipIf(programs === undefined)('a server of one’s own says it in the same words', async () => {
  const server = await startSystemPostgres(programs ?? '');
  try {
    const admin = new pg.Client({ connectionString: server.urlOf('postgres', 'admin') });
    await admin.connect();
    await admin.query('CREATE ROLE isnad_app LOGIN');
    await admin.query('CREATE DATABASE isnad');
    await admin.end();
    const url = server.urlOf('isnad', 'isnad_app');
    await prepareDatabase({ url, ownerUrl: server.urlOf('isnad', 'admin') });
    expect(await definitionsOf(url)).toEqual(await readShipped());
  } finally {
    await server.stop();
  }
});

it('functions and triggers are made anew as docs/OPERATIONS.md says', async () => {
  const { url, ownerUrl, drop } = await createTestDatabase();
  const docs = await readFile(join(projectRoot, 'docs', 'OPERATIONS.md'), 'utf8');
  const [, comment = ''] = /`(COMMENT ON FUNCTION [^`]*)`/.exec(docs) ?? [];
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(keptComment);
  await owner.query('DROP TRIGGER feed_stays ON feed; ALTER TABLE events DISABLE TRIGGER USER');
  await owner.query(comment);
  await owner.end();
  await prepareDatabase({ url, ownerUrl });
  expect(await definitionsOf(url)).toEqual(await readShipped());
  await drop();
});

const keptComment = `
  DO $do$ DECLARE comment text := obj_description('refuse_change()'::regprocedure, 'pg_proc');
  BEGIN
    CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
    EXECUTE format('COMMENT ON FUNCTION refuse_change() IS %L', comment);
  END $do$`;

/** What the owner of the tables does, what is named then, and what is said of it. */
const tamperings: [doing: string, sql: string, definition: string, why: RegExp][] = [
  ['replaces a function under its old comment', keptComment, 'function refuse_change()', /^should be /],
  [
    'lets a function look for names elsewhere',
    'ALTER FUNCTION erase(uuid, uuid, jsonb) RESET search_path',
    'function erase(change uuid, second uuid, looked jsonb)',
    /set \{"search_path=/,
  ],
  [
    'adds a function that is a better match than one of ours',
    `CREATE FUNCTION is_ref(value varchar) RETURNS boolean LANGUAGE sql RETURN true`,
    'function is_ref(value character varying)',
    /brings none/,
  ],
  [
    'puts a schema before ours',
    `CREATE SCHEMA evil; GRANT USAGE ON SCHEMA evil TO PUBLIC; CREATE FUNCTION evil.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
     DO $do$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = evil, public', current_database()); END $do$`,
    'function evil.refuse_change()',
    /brings none/,
  ],
  ['drops a trigger', 'DROP TRIGGER feed_stays ON feed', 'trigger feed_stays on feed', /is missing/],
  [
    'disables a trigger',
    'ALTER TABLE contents DISABLE TRIGGER contents_are_permanent',
    'trigger contents_are_permanent on contents',
    /, and is “.* disabled”$/,
  ],
  [
    'lets a replica pass by a trigger',
    'ALTER TABLE events ENABLE TRIGGER events_stay',
    'trigger events_stay on events',
    /enabled always”, and is /,
  ],
  [
    'adds a trigger',
    `CREATE TRIGGER a_quiet_one BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
    'trigger a_quiet_one on events',
    /brings none: CREATE TRIGGER/,
  ],
  [
    'drops a check',
    'ALTER TABLE verdicts DROP CONSTRAINT verdicts_approver_is_not_author',
    'constraint verdicts_approver_is_not_author on verdicts',
    /is missing/,
  ],
  [
    'makes a check that does not hold for what is there',
    `ALTER TABLE verdicts DROP CONSTRAINT verdicts_approver_is_not_author;
     ALTER TABLE verdicts ADD CONSTRAINT verdicts_approver_is_not_author CHECK (approver_id <> author_id) NOT VALID`,
    'constraint verdicts_approver_is_not_author on verdicts',
    /NOT VALID”$/,
  ],
  [
    'disables the triggers that hold a reference',
    'ALTER TABLE editions DISABLE TRIGGER ALL; ALTER TABLE editions ENABLE TRIGGER USER',
    'reference editions_claim_id_fkey on editions',
    /disabled/,
  ],
  [
    'drops the index that makes one revision public',
    'DROP INDEX verdicts_one_published',
    'unique index verdicts_one_published on verdicts',
    /is missing/,
  ],
  [
    'lets a cell be empty',
    'ALTER TABLE events ALTER hash DROP NOT NULL',
    'column hash of events',
    /^should be “bytea not null”, and is “bytea”$/,
  ],
  [
    'answers an insert with nothing',
    'CREATE RULE a_rule AS ON INSERT TO feed DO INSTEAD NOTHING',
    'rule a_rule on feed',
    /brings none/,
  ],
  [
    'hides rows from the application',
    'ALTER TABLE keys ENABLE ROW LEVEL SECURITY; CREATE POLICY a_policy ON keys USING (true)',
    'policy a_policy on keys',
    /brings none: of row security$/,
  ],
  [
    'keeps a table out of what survives a crash',
    'ALTER TABLE webhook_receipts SET UNLOGGED',
    'table webhook_receipts',
    /persistence u”$/,
  ],
];

describe('a database whose owner', () => {
  let isnad: TestIsnad;
  beforeAll(async () => {
    isnad = await createIsnad();
  });
  afterAll(() => isnad.close());

  it('left all as it was is good, and says how much was looked at', async () => {
    expect(await verifyTables(isnad)).toMatchObject({
      valid: true,
      definitions: Object.keys((await readShipped()) as object).length,
    });
  });

  it.each(tamperings)('%s is not good', async (_, sql, definition, why) => {
    const tampered = await createIsnad();
    try {
      await tampered.owner.query(sql);
      // What is set for a database holds for who connects from then on.
      await tampered.owner.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      expect(await verifyTables(tampered)).toMatchObject({
        valid: false,
        place: { definition },
        why: expect.stringMatching(why) as string,
      });
    } finally {
      await tampered.close();
    }
  });
});
