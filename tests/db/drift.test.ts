/** The migrations and prisma/schema.prisma are two tellings of the same tables: this compares them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../prisma/engine.js';
import { migrate } from '../../prisma/migrate.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';

/** Indexes that the schema cannot say, or not this way; checks and triggers it cannot say at all. */
const allowedIndexes = [
  'articles_language',
  'attributions_one_root',
  'claim_provisions_norm_key',
  'claim_words_forms',
  'claim_words_text',
  'claims_contested',
  'claims_for_tests',
  'claims_kinds',
  'claims_language',
  'claims_owing',
  'contents_glosses',
  'editions_by_rating',
  'editions_by_time',
  'editions_names',
  'editions_relations',
  'editions_topics',
  'editions_words',
  'events_by_time',
  'events_counted',
  'events_of_changers',
  'events_of_corrections',
  'events_of_ingredients',
  'events_of_publication',
  'events_of_standing',
  'events_of_subjects',
  'events_taken_back',
  'evidence_to_capture',
  'external_reviews_of_claim',
  'key_uses_one_row',
  'member_identities_standing',
  'members_of_person',
  'notices_one_proposed',
  'privileged_changes_erased_seals',
  'privileged_changes_waiting',
  'review_tasks_due',
  'review_tasks_escalated',
  'review_tasks_language',
  'review_tasks_leases',
  'review_tasks_next',
  'review_tasks_next_by_language',
  'review_tasks_one_live_per_stage',
  'review_tasks_overdue',
  'review_tasks_to_call_overdue',
  'review_tasks_to_escalate',
  'review_tasks_to_remind',
  'source_names_folded_trigrams',
  'sources_merged',
  'sources_standing',
  'task_spans_by_waiting',
  'task_spans_by_working',
  'task_spans_ended',
  'task_spans_live',
  'verdicts_in_public',
  'verdicts_of_approver',
  'verdicts_of_second',
  'verdicts_one_published',
  'verdicts_one_under_way',
  'verdicts_rechecks',
  'verdicts_to_recheck',
  'verdicts_to_record',
  'webhook_attempts_delivered',
  'webhook_attempts_kept',
];

const catalogs = {
  columns: `
    SELECT c.relname AS "table", a.attname AS "column", format_type(a.atttypid, a.atttypmod) AS type,
      a.attnotnull AS required, pg_get_expr(d.adbin, d.adrelid) AS "default"
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relnamespace = 'public'::regnamespace
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname, a.attname`,
  enums: `
    SELECT t.typname AS name, array_agg(e.enumlabel::text ORDER BY e.enumsortorder) AS labels
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname ORDER BY t.typname`,
  keys: `
    SELECT conname AS name, conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
    WHERE contype IN ('p', 'f', 'u') AND connamespace = 'public'::regnamespace
      AND conrelid::regclass::text <> '_prisma_migrations'
    ORDER BY conname`,
  indexes: `
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY indexname`,
};

type Row = Record<string, unknown>;

describe('the migrations', () => {
  let migrated: TestDatabase;
  let described: TestDatabase;

  beforeAll(async () => {
    [migrated, described] = await Promise.all([createEmptyDatabase(), createEmptyDatabase()]);
    await migrate(migrated.ownerUrl);
    await build(described.ownerUrl);
  });

  afterAll(async () => {
    await migrated.drop();
    await described.drop();
  });

  it.each(['columns', 'enums', 'keys'] as const)('make the %s that the schema describes', async (catalog) => {
    const made = await look(migrated.ownerUrl, catalog);
    expect(made.length).toBeGreaterThan(10);
    expect(made).toEqual(await look(described.ownerUrl, catalog));
  });

  it('make the indexes that the schema describes, and those it cannot', async () => {
    const made = await look(migrated.ownerUrl, 'indexes');
    const isExtra = ({ name }: Row): boolean => allowedIndexes.includes(String(name));
    expect(made.filter((row) => !isExtra(row))).toEqual(await look(described.ownerUrl, 'indexes'));
    expect(made.filter(isExtra).map(({ name }) => name)).toEqual(allowedIndexes);
  });
});

/** What the engine itself would make of the schema, from nothing. */
async function build(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url });
  // The database is dropped while its connections are still closing.
  pool.on('error', () => undefined);
  try {
    // The schema's defaults call it; the migrations make it.
    await pool.query('CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql RETURN clock_timestamp()');
    const path = join(projectRoot, 'prisma', 'schema.prisma');
    const content = await readFile(path, 'utf8');
    const { engine } = await loadEngine(pool);
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path, content }], configDir: projectRoot },
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    await pool.query(stdout ?? '');
  } finally {
    await pool.end();
  }
}

async function look(url: string, catalog: keyof typeof catalogs): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(catalogs[catalog])).rows;
  } finally {
    await client.end();
  }
}
