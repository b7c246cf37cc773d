/** What the application and the database both know is the same, cell by cell. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { newWebhook } from '../../src/delivery/webhooks/webhook.schema.js';
import { privilegedKinds, privilegedStatuses } from '../../src/domain/access/privileged-change.js';
import { roles } from '../../src/domain/access/rules.js';
import { editionManners, publicMarks } from '../../src/domain/edition/edition.js';
import { noticeStatuses } from '../../src/domain/edition/notice.js';
import { foldText } from '../../src/domain/text/fold.js';
import { keysOf } from '../../src/domain/text/match-words.js';
import { textKinds } from '../../src/domain/text/seal.js';
import { agrees, claimStatuses, owedStage, type ClaimStatus } from '../../src/domain/claim/lifecycle.js';
import { attributionModes, claimKinds } from '../../src/domain/claim/new-claim.js';
import { priorities } from '../../src/domain/task/priority.js';
import { webhookStatuses } from '../../src/domain/delivery/webhook.js';
import { eventTypes } from '../../src/domain/event/types.js';
import { captureChanges } from '../../src/domain/evidence/capture.js';
import { clocks } from '../../src/domain/task/clock.js';
import {
  isLive,
  stages,
  taskStatuses,
  type Stage,
  type TaskStatus,
} from '../../src/domain/task/lifecycle.js';
import {
  isChangeOfCited,
  isChangeOfIngredient,
  isChangeOfQuoted,
} from '../../src/domain/task/ingredient-change.js';
import { draftDroppingEvents, sideGivenBy, sideOf, sides, writerOf } from '../../src/domain/task/side.js';
import { polarities } from '../../src/domain/rating/polarity.js';
import { verdictStatuses } from '../../src/domain/verdict/lifecycle.js';
import { ref } from '../../src/platform/http/schema.js';
import { projectRoot } from '../../src/platform/project-root.js';
import { relationTypes } from '../../src/domain/claim/relation.js';
import { contactOutcomes, contactStatuses } from '../../src/domain/evidence/contact.js';
import { directions } from '../../src/domain/instrument/rules.js';
import { memberKinds, memberPatch } from '../../src/resources/members/member.schema.js';
import { deskPatch, policyInput } from '../../src/resources/policies/policy.schema.js';
import { articleKinds } from '../../src/resources/articles/article.schema.js';
import { sourceKinds } from '../../src/domain/source/kinds.js';
import { attributionFindings, fidelityFindings } from '../../src/domain/verdict/rules.js';
import { correctionReasons } from '../../src/domain/claim/correction.js';
import { markReasons } from '../../src/domain/claim/retraction.js';
import { redactedKinds } from '../../src/domain/erasure/redaction.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const ask = async <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await client.query(sql, values)).rows as Row[];

describe('functions of the database', () => {
  const results = async (name: string, type: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (
        await ask<{ value: string; result: unknown }>(
          `SELECT value::text, ${name}(value) AS result FROM unnest(enum_range(NULL::${type})) AS value`,
        )
      ).map(({ value, result }) => [value, result]),
    );

  it('know which stage a status owes', async () => {
    expect(await results('owed_stage', 'claim_status')).toEqual(owedStage);
  });

  it('know the side of each stage', async () => {
    expect(await results('side_of', 'stage')).toEqual(sideOf);
  });

  it('know which tasks are live', async () => {
    expect(await results('is_live', 'task_status')).toEqual(
      Object.fromEntries(taskStatuses.map((status) => [status, isLive(status)])),
    );
  });

  it('find a word by what texts are compared by', async () => {
    const texts =
      'وزارة الوزارة والوزارة الوكالة وكالة وبوتين بوتين للكرملين والصواريخ وبالصواريخ واشنطن فالكرملين minister';
    const folded = texts.split(' ').map((word) => foldText(word, 'search'));
    const rows = await ask<{ word: string; key: string }>(
      'SELECT word, key FROM unnest($1::text[]) AS word, match_keys(word) AS key',
      [folded],
    );
    expect(rows.map(({ word, key }) => [word, key])).toEqual(folded.map((word) => [word, ...keysOf(word)]));
  });

  it('fold what readers search as what they ask for', async () => {
    const texts = [
      'أإآٱ ىیئةؤ ٢٥٠٠ ۱۳۹۸ ٪ ٫ ٬ ، ؛ ؟ ＇ʹʻʼʽ′´`’\u1FFD ％ ﹪',
      'ڤيروس پوتين چيبوتي گوگل ڭادير ڨفصة ﭬيروس ﭘ ک ڪ ہ ھ ە ۀ ۂ ۃ ی ې ۍ ے ۓ',
      'شئون شؤون رءوس رؤوس رءيس رئيس شيء شئ شيئ شىء سيئ. بيئة جزء جزءان ءيء',
      'مَسْئُولـون \u200Fﺷﺌﻮﻥ',
    ];
    const rows = await ask<{ text: string; folded: string }>(
      'SELECT text, readers_fold(text) AS folded FROM unnest($1::text[]) AS text',
      [texts],
    );
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map((text) => foldText(text, 'search')));
  });

  it('know which live task goes with which status of a claim', async () => {
    const rows = await ask<{ status: ClaimStatus; stage: Stage; at: TaskStatus; fits: boolean }>(
      `SELECT status::text, stage::text, at::text, goes_with(status, stage, at) AS fits
       FROM unnest(enum_range(NULL::claim_status)) status, unnest(enum_range(NULL::stage)) stage,
         unnest(enum_range(NULL::task_status)) at`,
    );
    expect(rows).toHaveLength(claimStatuses.length * stages.length * taskStatuses.length);
    for (const { status, stage, at, fits } of rows)
      expect(fits, `${status} ${stage} ${at}`).toBe(isLive(at) && agrees(status, [{ stage, status: at }]));
  });

  it('know what each event makes of whoever did it', async () => {
    const said: Record<string, unknown>[] = [
      {},
      { glosses: { en: 'x' } },
      { glosses: {} },
      { note: 'x' },
      { note: null },
      { kind: 'denial' },
      { statementDate: '2017' },
      { test: true },
      { priority: 'high' },
      { holder: randomUUID(), wrote: true },
      { label: 'x' },
      { label: null, text: 'x' },
      ...contactOutcomes.map((outcome) => ({ label: null, outcome })),
    ];
    for (const type of eventTypes)
      for (const data of said)
        for (const hasUndecidedVerdict of [false, true]) {
          const part = sideGivenBy({ type, data, hasUndecidedVerdict });
          const [row] = await ask<{ side: string | null; kept: boolean }>(
            'SELECT side::text, kept FROM side_of_event($1, $2, $3)',
            [type, JSON.stringify(data), hasUndecidedVerdict],
          );
          const told = JSON.stringify({ type, data, hasUndecidedVerdict });
          expect(row?.side ?? null, told).toBe(part?.side ?? null);
          if (part) expect(row?.kept, told).toBe(part.kept);
          const actor = randomUUID();
          const [writer] = await ask<{ id: string | null }>('SELECT writer_of($1, $2, $3) AS id', [
            type,
            JSON.stringify(data),
            actor,
          ]);
          expect(writer?.id, told).toBe(writerOf(type, data, actor));
        }
  });

  it('name the same events with which drafts are dropped', async () => {
    const dropping = [...draftDroppingEvents].sort();
    const bodies = await ask<{ prosrc: string }>(
      "SELECT prosrc FROM pg_proc WHERE prosrc LIKE '%claim.correction\\_canceled%' AND prosrc LIKE '%claim.approved%' AND prosrc LIKE '%claim.reopened%'",
      [],
    );
    const lists = bodies.flatMap(({ prosrc }) =>
      Array.from(prosrc.matchAll(/type IN \(([^)]*'claim\.reopened'[^)]*)\)/g), ([, list = '']) =>
        Array.from(list.matchAll(/'([^']+)'/g), ([, type = '']) => type)
          .filter((type) => type !== 'claim.approved')
          .sort(),
      ),
    );
    expect(lists).toEqual([dropping, dropping]);
  });

  it('know which events change what the editions of others name', async () => {
    const said: Record<string, unknown>[] = [
      {},
      { changed: { names: {} } },
      { changed: { note: {} } },
      { changed: ['wikidata'] },
      { changed: ['title'] },
      { changed: ['outlet', 'kind'] },
      { change: 'changed', changed: ['titles'] },
      { change: 'changed', changed: ['vote'] },
      { change: 'provision_changed', provision: 'p', changed: ['verified'] },
      { change: 'provision_changed', provision: 'p', changed: ['effects'] },
      { change: 'provision_added', provision: 'p' },
      { changed: ['note'] },
      { from: 'rejected' },
      { from: 'merged' },
      { revision: 1 },
      { test: false },
    ];
    for (const type of eventTypes)
      for (const data of said) {
        const [row] = await ask<{ is: boolean }>('SELECT is_change_of_ingredient($1, $2) AS is', [
          type,
          JSON.stringify(data),
        ]);
        expect(row?.is === true, JSON.stringify({ type, data })).toBe(isChangeOfIngredient(type, data));
      }
  });

  it('know which part of a norm, or of the article of a related claim, an edition names', async () => {
    const [outlet, other] = [randomUUID(), randomUUID()];
    const set = (id: string | null) => ({ rows: { now: { articles: [{ outlet_id: id }] } } });
    const said: Record<string, unknown>[] = [
      {},
      { provision: 'cited' },
      { provision: 'not' },
      { number: 2 },
      { number: 3 },
      { changed: ['outlet'], ...set(outlet) },
      { changed: ['outlet'], ...set(other) },
      { changed: ['outlet'], ...set(null) },
      { changed: ['title'], ...set(outlet) },
      { changed: ['outlet'] },
    ];
    const quoted = { version: 2, sources: [outlet, randomUUID()] };
    for (const data of said)
      for (const cited of [['cited', 'too'], []]) {
        const [row] = await ask<{ is: boolean }>('SELECT is_change_of_cited($1, $2) AS is', [data, cited]);
        expect(row?.is, JSON.stringify({ data, cited })).toBe(isChangeOfCited(data, cited));
      }
    for (const type of eventTypes)
      for (const data of said) {
        const [row] = await ask<{ is: boolean }>('SELECT is_change_of_quoted($1, $2, $3, $4) AS is', [
          ...[type, data, quoted.version, quoted.sources],
        ]);
        expect(row?.is === true, JSON.stringify({ type, data })).toBe(isChangeOfQuoted(type, data, quoted));
      }
  });

  it('take every ref that the API takes', async () => {
    const texts = [
      ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 70 }), { numRuns: 500, seed: 1 }),
      ...fc.sample(
        fc.string({
          unit: fc.constantFrom('A', 'z', '0', '9', '.', '_', '(', ')', '/', '-', ' ', '%'),
          maxLength: 70,
        }),
        {
          numRuns: 2_000,
          seed: 2,
        },
      ),
      ...fc.sample(fc.uuid(), { numRuns: 20, seed: 3 }),
    ].filter((text) => !text.includes('\0'));
    const taken = texts.filter((text) => ref.safeParse(text).success);
    expect(taken.length).toBeGreaterThan(200);
    expect(await ask('SELECT text FROM unnest($1::text[]) AS text WHERE NOT is_ref(text)', [taken])).toEqual(
      [],
    );
  });
});

/** Those that only their generated type knows are not listed in the application. */
const onlyTyped = { stance: ['for', 'against', 'context'], capture_outcome: ['captured', 'failed'] };

it('enums hold the values of the application, in its order', async () => {
  const rows = await ask<{ name: string; labels: string[] }>(
    `SELECT typname AS name, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
     FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid WHERE typnamespace = 'public'::regnamespace GROUP BY typname`,
  );
  expect(Object.fromEntries(rows.map(({ name, labels }) => [name, labels]))).toEqual({
    ...onlyTyped,
    role: roles,
    member_kind: memberKinds,
    article_kind: articleKinds,
    source_kind: sourceKinds,
    direction: directions,
    claim_kind: claimKinds,
    claim_status: claimStatuses,
    priority: priorities,
    attribution_mode: attributionModes,
    relation_type: relationTypes,
    stage: stages,
    clock: clocks,
    task_status: taskStatuses,
    attribution_finding: attributionFindings,
    fidelity_finding: fidelityFindings,
    verdict_status: verdictStatuses,
    side: sides,
    text_kind: textKinds,
    edition_manner: editionManners,
    public_mark: publicMarks,
    notice_status: noticeStatuses,
    privileged_kind: privilegedKinds,
    privileged_status: privilegedStatuses,
    correction_reason: correctionReasons,
    contact_outcome: contactOutcomes,
    contact_status: contactStatuses,
    capture_change: captureChanges,
    polarity: polarities,
    // A deleted one is not shown.
    webhook_status: [...webhookStatuses, 'deleted'],
  });
});

it.each([
  ['claims_mark_for_a_reason', markReasons],
  ['withheld_texts_of_a_kind', redactedKinds],
])('%s holds the values of the application', async (name, values) => {
  const [row] = await ask<{ text: string }>(
    'SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = $1',
    [name],
  );
  const held = Array.from(String(row?.text).matchAll(/'(\w+)'/g), ([, value]) => value);
  expect(held).toEqual([...values]);
});

it('every clock has its length for every priority', async () => {
  const rows = await ask(
    'SELECT clock::text, priority::text FROM clock_policies p ORDER BY p.clock, p.priority',
  );
  expect(rows).toEqual(clocks.flatMap((clock) => priorities.map((priority) => ({ clock, priority }))));
});

describe('limits', () => {
  const webhook = { url: 'https://example.org/' };
  const insertWebhook = `
    WITH owner AS (INSERT INTO members (id, ref, name, role) VALUES (gen_random_uuid(), 'owner', 'O', 'reader') RETURNING id),
    key AS (INSERT INTO keys (id, member_id, name) SELECT gen_random_uuid(), id, 'k' FROM owner RETURNING id, member_id)
    INSERT INTO webhooks (id, member_id, key_id, url, position, concurrency)
    SELECT gen_random_uuid(), member_id, id, '', 0, $1 FROM key`;

  it.each<[string, (value: number) => z.core.util.SafeParseResult<unknown>, string]>([
    [
      'tasks of the desk',
      (wipLimit) => deskPatch.safeParse({ wipLimit }),
      'UPDATE desk_settings SET wip_limit = $1',
    ],
    [
      'minutes of a lease',
      (leaseMinutes) => deskPatch.safeParse({ leaseMinutes }),
      'UPDATE desk_settings SET lease_minutes = $1',
    ],
    [
      'minutes of a clock',
      (minutes) => policyInput.safeParse({ minutes }),
      'UPDATE clock_policies SET minutes = $1',
    ],
    [
      'tasks of a member',
      (wipLimit) => memberPatch.safeParse({ wipLimit }),
      `INSERT INTO members (id, ref, name, role, wip_limit) VALUES (gen_random_uuid(), 'm', 'M', 'checker', $1)`,
    ],
    ['deliveries at once', (concurrency) => newWebhook.safeParse({ ...webhook, concurrency }), insertWebhook],
  ])('of the %s are those of the API', async (_, parse, sql) => {
    const values = [-1, 0, 1, 16, 17, 1_000, 1_001, 43_200, 43_201, 525_600, 525_601];
    const taken: number[] = [];
    for (const value of values) {
      await client.query('BEGIN');
      await client.query(sql, [value]).then(
        () => taken.push(value),
        (error: unknown) => {
          expect((error as pg.DatabaseError).code).toBe('23514');
        },
      );
      await client.query('ROLLBACK');
    }
    expect(taken.length).toBeGreaterThan(1);
    expect(values.filter((value) => parse(value).success)).toEqual(taken);
  });
});

describe('names', () => {
  it('names of events in functions, triggers and indexes are types of events', async () => {
    const rows = await ask<{ text: string }>(`
      SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind = 'f'
        AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
      UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'`);
    const names = rows.flatMap(({ text }) =>
      [...text.matchAll(/'((?!isnad)[a-z]+\.[a-z_]+)'/g)].map(([, name]) => name),
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !(eventTypes as readonly unknown[]).includes(name))).toEqual([]);
  });

  it('names of constraints that the application explains are constraints of the database', async () => {
    const named = await readConstraintNames();
    expect(named).toContain('articles_ref_key');
    const known = await ask<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint UNION SELECT indexname FROM pg_indexes UNION SELECT tgname FROM pg_trigger
       UNION SELECT (regexp_matches(prosrc, 'CONSTRAINT = ''(\\w+)''', 'g'))[1] FROM pg_proc`,
    );
    const names = new Set(known.map(({ name }) => name));
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });
});

/** Each name in the source that begins with a table's and ends as constraints do, or as ours are called. */
async function readConstraintNames(): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  const pattern = new RegExp(
    String.raw`\b(?:${tables.map(({ name }) => name).join('|')})_(?:[a-z_]+_)?(?:key|pkey|fkey|are_two|is_editor|may_check|is_not_author|is_not_last_editor|one_published|one_proposed|two)\b`,
    'g',
  );
  const src = join(projectRoot, 'src');
  const files = (await readdir(src, { recursive: true })).filter(
    (name) => name.endsWith('.ts') && !name.includes('generated'),
  );
  const texts = await Promise.all(files.map((name) => readFile(join(src, name), 'utf8')));
  return [...new Set(texts.flatMap((text) => text.match(pattern) ?? []))].sort();
}
