/** What the database refuses, whoever asks: the last line behind every service, worker and hand-typed statement. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problems } from '../../src/domain/problem/codes.js';
import { connectDatabase, type Database } from '../../src/platform/db/client.js';
import { createStore, StartAgain, type Store } from '../../src/platform/db/transaction.js';
import { codeOf } from '../../src/platform/http/problem.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let client: pg.Client;
let database: TestDatabase;

/** Of the rows that the statements below name as `:name`. */
const ids: Record<string, string> = Object.fromEntries(
  ['author', 'editor', 'editor2', 'reader', 'gone', 'tool', 'task', 'live', 'draft', 'published'].map(
    (name) => [name, randomUUID()],
  ),
);

beforeAll(async () => {
  database = await createTestDatabase({ seeded: true });
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Record<string, string>>(`
    SELECT c.id AS claim, other.id AS other, c.article_version_id AS version, r.slug AS rating, s.id AS source,
      i.id AS instrument, a.id AS root, n.slug AS neutral, p.id AS provision
    FROM claims c JOIN attributions a ON a.claim_id = c.id AND a.parent_id IS NULL
      CROSS JOIN LATERAL (SELECT id FROM claims WHERE id > c.id ORDER BY id LIMIT 1) other
      CROSS JOIN LATERAL (SELECT slug FROM ratings WHERE scale = 1 AND polarity = 'supports' LIMIT 1) r
      CROSS JOIN LATERAL (SELECT slug FROM ratings WHERE scale = 1 AND polarity = 'neutral' LIMIT 1) n
      CROSS JOIN LATERAL (SELECT id FROM sources LIMIT 1) s
      CROSS JOIN LATERAL (SELECT id FROM instruments LIMIT 1) i
      CROSS JOIN LATERAL (SELECT id FROM provisions LIMIT 1) p
    WHERE NOT EXISTS (SELECT FROM review_tasks t WHERE t.claim_id = c.id) ORDER BY c.id LIMIT 1`);
  Object.assign(ids, rows[0]);
  for (const statement of furniture) await client.query(fill(statement));
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const member = (id: string, role: string, more = ''): string =>
  `INSERT INTO members (id, ref, name, role, languages, topics${more && ', active'})
   VALUES (:${id}, 'm-${id}', 'X', '${role}', '{}', '{}'${more})`;

const task = (id: string, values: string): string =>
  `INSERT INTO review_tasks (id, claim_id, stage, round, status, assignee_id, closed_at) VALUES (:${id}, :claim, ${values})`;

const verdict = (values: string, id = 'gen_random_uuid()'): string =>
  `INSERT INTO verdicts (id, claim_id, task_id, attribution, fidelity, scale, veracity, rationale, author_id, last_editor_id,
     status, revision, approver_id, published_at, problem)
   VALUES (${id}, :claim, :task, 'confirmed', 'faithful', 1, :rating, '{}', :author, ${values})`;

const claim = (columns: string, values: string): string =>
  `INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, folded,
     quote_start, quote_end${columns})
   VALUES (gen_random_uuid(), 'new', :version, 'assertion', 'ar', 'x', '', '', 'x', ${values})`;

const edition = (of: string, revision: number, document: string, named = document): string =>
  `INSERT INTO editions (digest, claim_id, verdict_id, revision, document, manner, published_at)
   VALUES (sha256('${named}'), :claim, ${of}, ${String(revision)}, '${document}', 'approved', now())`;

/** What the cases stand on; that it is taken is the other half of each of them. */
const furniture = [
  member('author', 'checker'),
  member('editor', 'editor'),
  member('editor2', 'editor'),
  member('reader', 'reader'),
  member('gone', 'editor', ', false'),
  // Nothing has happened that would have brought it there.
  `SET session_replication_role = replica;
   UPDATE claims SET status = 'in_approval', live_stage = 'approval' WHERE id = :claim;
   SET session_replication_role = origin`,
  task('task', `'review', 1, 'done', :author, now()`),
  task('live', `'approval', 1, 'in_progress', :editor, null`),
  `${verdict(`:author, 'published', 1, :editor, now(), null`, ':published')}; ${edition(':published', 1, '{}')}`,
  verdict(`:editor2, 'proposed', null, null, null, null`, ':draft'),
];

const promoted = `UPDATE members SET role = 'editor' WHERE id = :author; `;
const inFeed = 'INSERT INTO feed (position, event_seq) SELECT max(seq) + 1000, max(seq) FROM events';

/** The rule that refuses, and what it refuses. */
const cases: [rule: string, doing: string, statement: string][] = [
  ['claims_ref_form', 'a ref with a space', `UPDATE claims SET ref = 'a b' WHERE id = :claim`],
  ['claims_ref_form', 'a ref that looks like an id', `UPDATE claims SET ref = id::text WHERE id = :claim`],
  ['members_ref_form', 'an empty ref', `UPDATE members SET ref = '' WHERE id = :author`],
  ['sources_ref_form', 'a ref in Arabic', `UPDATE sources SET ref = 'ادعاء' WHERE id = :source`],
  ['articles_ref_form', 'a ref of 65 characters', `UPDATE articles SET ref = repeat('a', 65)`],
  [
    'instruments_ref_form',
    'a ref that begins with a dot',
    `UPDATE instruments SET ref = '.a' WHERE id = :instrument`,
  ],
  [
    'provisions_ref_form',
    'a ref with a line break',
    `UPDATE provisions SET ref = E'a\\n' WHERE id = :provision`,
  ],
  ['members_version_from_one', 'a version of none', `UPDATE members SET version = 0 WHERE id = :author`],
  ['review_tasks_versions_count', 'a draft before the first', `UPDATE review_tasks SET draft_version = -1`],
  ['members_tools_only_read', 'a tool at the desk', `UPDATE members SET kind = 'tool' WHERE id = :author`],
  [
    'keys_digest_is_sha256',
    'a key in clear',
    `INSERT INTO keys (id, member_id, name, secret_digest) VALUES (gen_random_uuid(), :author, 'k', 'secret')`,
  ],
  [
    'article_versions_digest_is_sha256',
    'a digest that is none',
    `INSERT INTO article_versions (id, article_id, number, text, sha256, code_points)
     SELECT gen_random_uuid(), article_id, 99, 'x', 'X', 1 FROM article_versions WHERE id = :version`,
  ],
  ['claims_quote_is_a_range', 'an empty quote', claim('', '7, 7')],
  ['claims_quote_is_a_range', 'a quote before the text', claim('', '-1, 7')],
  ['claims_version_counts', 'a version below none', claim(', version', '900001, 900002, -1')],
  ['claims_merged_into_another', 'merged into nothing', claim(', status', `900001, 900002, 'merged'`)],
  ['claims_merged_into_another', 'merged and open', claim(', merged_into', '900001, 900002, :other')],
  [
    'claims_merged_into_another',
    'merged into itself',
    `UPDATE claims SET status = 'merged', merged_into = id WHERE id = :claim`,
  ],
  [
    'claims_rating_with_revision',
    'a rating without a revision',
    claim(', rating', '900001, 900002, :rating'),
  ],
  [
    'claims_published_is_rated',
    'published without a rating',
    claim(', status', `900001, 900002, 'published'`),
  ],
  ...Object.entries({
    ref: `'another'`,
    status: `'rejected'`,
    contested: 'NOT contested',
  }).map(([column, value]): [string, string, string] => [
    'claims_change_by_events',
    `another ${column} of a claim without an event`,
    `DELETE FROM outbox; UPDATE claims SET ${column} = ${value} WHERE id = :other`,
  ]),
  [
    'claims_agree_with_tasks',
    'an approval of a claim that is re-opened',
    `SET session_replication_role = replica; UPDATE claims SET status = 'submitted' WHERE id = :claim;
     SET session_replication_role = origin; UPDATE review_tasks SET status = 'assigned' WHERE id = :live`,
  ],
  [
    'claims_agree_with_tasks',
    'a review beside the approval',
    `INSERT INTO review_tasks (id, claim_id, stage, round) VALUES (gen_random_uuid(), :claim, 'review', 2)`,
  ],
  [
    'claims_agree_with_tasks',
    'an approval that is submitted',
    `UPDATE review_tasks SET status = 'submitted', assignee_id = :editor WHERE claim_id = :claim AND stage = 'approval'`,
  ],
  [
    'editions_are_permanent',
    'an edition changed',
    `UPDATE editions SET published_at = now() + interval '1 day'`,
  ],
  ['editions_are_permanent', 'an edition removed', 'DELETE FROM editions'],
  ['editions_are_permanent', 'all editions removed', 'TRUNCATE editions'],
  ['editions_digest_of_document', 'an edition of another name', edition(':draft', 2, '[]', '{}')],
  [
    'verdicts_published_as_edition',
    'a verdict published without an edition',
    `UPDATE verdicts SET status = 'superseded' WHERE id = :published;
     UPDATE verdicts SET status = 'published', revision = 2, approver_id = :editor, published_at = now() WHERE id = :draft`,
  ],
  ['editions_of_approved_verdicts', 'an edition of what nobody approved', edition(':draft', 2, '[]')],
  ['notices_begin_proposed', 'a notice that nobody let out', notice(`'approved', :editor2`)],
  ['notices_begin_proposed', 'a notice that somebody has decided on', notice(`'proposed', :editor2`)],
  [
    'contents_are_permanent',
    'a sealed text changed',
    `INSERT INTO contents (seal, salt, kind, subject_id, value)
     VALUES (sha256('x'), sha256('y'), 'rationale', :claim, '{}'); UPDATE contents SET value = '{"en": "x"}'`,
  ],
  ['relations_between_two', 'a claim that denies itself', relation(':claim')],
  [
    'attributions_name_somebody',
    'a link of the chain that names nobody',
    `INSERT INTO attributions (id, claim_id, parent_id, position, mode) VALUES (gen_random_uuid(), :claim, :root, 9, 'direct')`,
  ],
  [
    'attributions_one_root',
    'a second root of the chain',
    `INSERT INTO attributions (id, claim_id, position, mode, label) VALUES (gen_random_uuid(), :claim, 9, 'direct', 'x')`,
  ],
  [
    'attributions_parent_id_claim_id_fkey',
    'a chain that runs through another claim',
    `INSERT INTO attributions (id, claim_id, parent_id, position, mode, label)
     VALUES (gen_random_uuid(), :other, :root, 9, 'direct', 'x')`,
  ],
  [
    'claim_provisions_norm_key',
    'the same norm twice, as a whole',
    `INSERT INTO claim_provisions (id, claim_id, instrument_id)
     SELECT gen_random_uuid(), :claim, id FROM instruments, generate_series(1, 2)`,
  ],
  [
    'provisions_in_force_forward',
    'a norm that ends before it begins',
    `UPDATE provisions SET in_force_from = '2006-10-14', in_force_until = '2006-10-13' WHERE id = :provision`,
  ],
  ['ratings_number_with_bounds', 'a neutral rating with a number', rating(`'neutral', 1, 1, 5`)],
  ['ratings_number_with_bounds', 'a number without bounds', rating(`'refutes', 1, null, null`)],
  ['ratings_number_with_bounds', 'a number beyond its bounds', rating(`'refutes', 6, 1, 5`)],
  ['ratings_number_with_bounds', 'bounds the wrong way round', rating(`'refutes', 3, 5, 1`)],

  [
    'review_tasks_one_live_per_stage',
    'a second live task',
    task('tool', `'approval', 2, 'open', null, null`),
  ],
  [
    'review_tasks_held_by_somebody',
    'work that nobody does',
    task('tool', `'triage', 1, 'assigned', null, null`),
  ],
  [
    'review_tasks_open_to_all',
    'an open task that somebody has',
    task('tool', `'triage', 1, 'open', :author, null`),
  ],
  ['review_tasks_closed_when_ended', 'done at no time', task('tool', `'triage', 1, 'done', :author, null`)],
  ['review_tasks_closed_when_ended', 'closed and open', task('tool', `'triage', 1, 'open', null, now()`)],
  ['review_tasks_round_from_one', 'a round of none', task('tool', `'triage', 0, 'open', null, null`)],

  ['verdicts_approver_is_not_author', 'who approves their own verdict', `${promoted}${publish(':author')}`],
  ['verdicts_approver_is_not_last_editor', 'who approves what they edited', publish(':editor2')],
  ['verdicts_approver_is_editor', 'a reader who approves', publish(':reader')],
  ['verdicts_approver_is_editor', 'an editor who has left and approves', publish(':gone')],
  [
    'verdicts_approver_is_editor',
    'an admin who approves',
    `UPDATE members SET role = 'admin' WHERE id = :editor; ${publish(':editor')}`,
  ],
  [
    'verdict_sides_are_two',
    'who wrote an earlier round and approves',
    `${happened('verdict.edited', ':editor')}; ${publish(':editor')}`,
  ],
  [
    'verdict_sides_are_two',
    'who wrote an earlier round and returns',
    `${happened('verdict.submitted', ':editor')}; ${happened('claim.returned', ':editor')}`,
  ],
  [
    'verdict_sides_are_two',
    'who wrote an earlier round and is given the approval',
    `${happened('verdict.edited', ':editor2')}; UPDATE review_tasks SET assignee_id = :editor2 WHERE id = :live`,
  ],
  [
    'verdict_sides_are_two',
    'who returned and writes the next round',
    `${happened('claim.returned', ':editor2')}; ${happened('verdict.submitted', ':editor2')}`,
  ],
  [
    'verdict_sides_are_two',
    'who returned and is given the next round',
    `${happened('claim.returned', ':editor2')}; ${task('tool', `'review', 2, 'in_progress', :editor2, null`)}`,
  ],
  [
    'verdict_sides_are_two',
    'who returned and drafts the next round',
    `${task('tool', `'review', 2, 'in_progress', :editor2, null`)}; ${happened('claim.returned', ':editor2')};
     UPDATE review_tasks SET draft = '{"rationale":{"en":"x"}}' WHERE id = :tool`,
  ],
  [
    'verdicts_revision_when_published',
    'a publication without a revision',
    `UPDATE verdicts SET status = 'published' WHERE id = :draft`,
  ],
  [
    'verdicts_revision_when_published',
    'a revision of what is not published',
    `UPDATE verdicts SET revision = 2 WHERE id = :draft`,
  ],
  [
    'verdicts_refused_with_reason',
    'a refusal without a reason',
    `UPDATE verdicts SET status = 'refused' WHERE id = :draft`,
  ],
  [
    'verdicts_refused_with_reason',
    'a reason without a refusal',
    `UPDATE verdicts SET problem = '{}' WHERE id = :draft`,
  ],
  ['verdicts_one_published', 'two published verdicts of one claim', publish(':editor')],
  [
    'verdicts_one_under_way',
    'two proposed verdicts of one claim',
    verdict(`:author, 'proposed', null, null, null, null`),
  ],

  ...Object.entries({
    attribution: `'misattributed'`,
    fidelity: `'altered'`,
    veracity: ':neutral',
    rationale: `'{"en":"no"}'`,
    author_id: ':editor2',
    last_editor_id: ':editor2',
    approver_id: ':editor2',
    published_at: "now() + interval '1 day'",
    revision: '7',
  }).map(([column, value]): [string, string, string] => [
    'verdicts_published_stay',
    `another ${column} of a published verdict`,
    `UPDATE verdicts SET ${column} = ${value} WHERE id = :published`,
  ]),
  ['verdicts_published_stay', 'a published verdict taken away', `DELETE FROM verdicts WHERE id = :published`],
  [
    'verdicts_published_stay',
    'a superseded verdict rewritten',
    `UPDATE verdicts SET status = 'superseded' WHERE id = :published;
     UPDATE verdicts SET rationale = '{"en":"no"}' WHERE id = :published`,
  ],
  ['verdicts_published_stay', 'a norm added to a published verdict', citation(':published')],
  ['verdicts_are_permanent', 'all verdicts taken away', 'TRUNCATE verdicts CASCADE'],

  ['events_are_permanent', 'an event changed', `UPDATE events SET type = 'x' WHERE seq = 1`],
  ['events_are_permanent', 'an event taken away', `DELETE FROM outbox; DELETE FROM events WHERE seq = 1`],
  ['events_are_permanent', 'all events taken away', 'TRUNCATE events CASCADE'],
  ['events_ordinal_with_claim', 'an event of a claim without its number', event('claim_id', ':claim')],
  ['events_ordinal_with_claim', 'a number without a claim', event('ordinal', '1')],
  ['events_ordinal_from_one', 'an event before the first', event('claim_id, ordinal', ':claim, 0')],
  [
    'events_follow_their_chain',
    'an event that does not name the one before it',
    event('claim_id, ordinal', ':claim, (SELECT max(ordinal) + 1 FROM events WHERE claim_id = :claim)'),
  ],
  [
    'events_follow_their_chain',
    'an event that leaves a gap',
    event(
      'claim_id, ordinal, prev_hash',
      `:claim, (SELECT max(ordinal) + 2 FROM events WHERE claim_id = :claim),
       (SELECT hash FROM events WHERE claim_id = :claim ORDER BY ordinal DESC LIMIT 1)`,
    ),
  ],
  ['events_claim_id_ordinal_key', 'two events with one number', event('claim_id, ordinal', ':claim, 1')],
  [
    'article_versions_are_permanent',
    'a text changed',
    `UPDATE article_versions SET text = 'x' WHERE id = :version`,
  ],
  ['article_versions_are_permanent', 'a text taken away', `DELETE FROM article_versions WHERE id = :version`],
  ['article_versions_are_permanent', 'all texts taken away', 'TRUNCATE article_versions CASCADE'],
  [
    'ratings_are_permanent',
    'a rating with another meaning',
    `UPDATE ratings SET polarity = 'refutes' WHERE slug = :rating`,
  ],
  ['feed_are_permanent', 'the feed in another order', `${inFeed}; UPDATE feed SET position = position + 1`],
  ['feed_are_permanent', 'a gap in the feed', `${inFeed}; DELETE FROM feed`],
];

describe('the database refuses', () => {
  it.each(cases)('%s: %s', async (rule, _, statement) => {
    expect(await refusalOf(statement)).toBe(rule);
  });

  it('the same by the name of every table that is written once', async () => {
    for (const table of [
      'events',
      'article_versions',
      'ratings',
      'verdict_provisions',
      'verdict_evidence',
      'captures',
      'feed',
    ])
      expect(await refusalOf(`TRUNCATE ${table} CASCADE`)).toMatch(/_are_permanent$/);
  });
});

describe('a refusal that no use case foresaw', () => {
  let connected: Database;
  let store: Store;
  beforeAll(() => {
    connected = connectDatabase(database.ownerUrl, { connections: 3 });
    store = createStore(connected);
  });
  afterAll(() => connected.close());

  const newMember = { role: 'checker' as const, languages: [], topics: [], name: 'X' };
  const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'taken', codeOf);

  it.each([
    ['a value that is there already', member('author', 'checker')],
    ['a row that it names and is not there', relation('gen_random_uuid()')],
    ['a value that is missing', `UPDATE claims SET kind = NULL WHERE id = :claim`],
    ['a value that may not be', `UPDATE claims SET quote_start = -1 WHERE id = :claim`],
    ['a row that may not change', `UPDATE events SET at = now()`],
    [
      'what is looked at when it commits',
      `INSERT INTO review_tasks (id, claim_id, stage, round, status) VALUES (gen_random_uuid(), :other, 'approval', 1, 'open')`,
    ],
  ])('because of %s is a conflict to the caller', async (_, statement) => {
    const sql = fill(statement);
    expect(await told(connected.pool.query(sql))).toBe('changed_meanwhile');
    expect(await told(store.transact((tx) => tx.$executeRawUnsafe(sql)))).toBe('changed_meanwhile');
    expect(problems.changed_meanwhile.kinds).toEqual(['conflict']);
  });

  it('is one also where a model was written', async () => {
    const { author = '' } = ids;
    const taken = store.transact((tx) =>
      tx.member.create({ data: { ...newMember, id: author, ref: 'new' } }),
    );
    expect(await told(taken)).toBe('changed_meanwhile');
  });

  it('is one where others were faster each time', async () => {
    const overtaken = store.transact(() => Promise.reject(new StartAgain('more belongs to it by now')));
    expect(await told(overtaken)).toBe('changed_meanwhile');
  });
});

describe('the database lets pass', () => {
  it('who returned a verdict and approves its next round, and who wrote one and writes the next', async () => {
    const returned = happened('claim.returned', ':editor');
    const wrote = happened('verdict.submitted', ':author');
    const superseded = `UPDATE verdicts SET status = 'superseded' WHERE id = :published`;
    expect(
      await refusalOf([wrote, returned, wrote, superseded, publish(':editor')].join('; ')),
    ).toBeUndefined();
  });

  it('a verdict that another active editor approves', async () => {
    const superseded = `UPDATE verdicts SET status = 'superseded' WHERE id = :published`;
    expect(await refusalOf(`${superseded}; ${publish(':editor')}`)).toBeUndefined();
  });

  it('a published verdict that is superseded or retracted, with a note', async () => {
    for (const status of ['superseded', 'retracted'])
      expect(
        await refusalOf(`UPDATE verdicts SET status = '${status}', note = 'why' WHERE id = :published`),
      ).toBeUndefined();
  });

  it('norms that are cited by a verdict nobody has published', async () => {
    expect(await refusalOf(citation(':draft'))).toBeUndefined();
  });

  it('an event, which then waits in the outbox', async () => {
    await client.query('BEGIN');
    const { rows } = await client.query(fill(`${event('data, subject_ordinal', `'{}', 1`)} RETURNING seq`));
    const waiting = await client.query('SELECT event_seq AS seq FROM outbox ORDER BY event_seq DESC LIMIT 1');
    await client.query('ROLLBACK');
    expect(waiting.rows).toEqual(rows);
  });
});

/** The name of the rule that refuses; undefined when all is taken. Nothing stays of it either way. */
async function refusalOf(statement: string): Promise<string | undefined> {
  await client.query('BEGIN');
  try {
    await client.query(fill(statement));
    await client.query('SET CONSTRAINTS ALL IMMEDIATE'); // what is checked at a commit
    return undefined;
  } catch (error) {
    const { constraint, message } = error as pg.DatabaseError;
    return constraint ?? message;
  } finally {
    await client.query('ROLLBACK');
  }
}

const fill = (statement: string): string =>
  statement.replace(/(?<!:):([a-z]\w*)/g, (_, name: string) => {
    const id = ids[name];
    if (id === undefined) throw new Error(`no row is called ${name}`);
    return pg.escapeLiteral(id);
  });

function relation(to: string): string {
  return `INSERT INTO relations (id, from_id, to_id, type) VALUES (gen_random_uuid(), :claim, ${to}, 'denies')`;
}

function rating(values: string): string {
  return `INSERT INTO ratings (scale, slug, position, labels, polarity, value, worst, best) VALUES (1, 'new', 99, '{}', ${values})`;
}

function publish(approver: string): string {
  return `UPDATE verdicts SET status = 'published', revision = 2, published_at = now(), approver_id = ${approver} WHERE id = :draft;
    ${edition(':draft', 2, '[]')}`;
}

function notice(decided: string): string {
  return `INSERT INTO notices (digest, claim_id, mark, revision, document, proposed_by_id, proposed_at, status, decided_by_id)
    VALUES (sha256('{}'), :claim, 'retracted', 1, '{}', :editor, now(), ${decided})`;
}

function citation(of: string): string {
  return `INSERT INTO verdict_provisions (verdict_id, position, provision_id, act, actor, date)
    VALUES (${of}, 0, :provision, 'sold arms', 'somebody', '2024')`;
}

/** The next event of the claim's chain. */
function happened(type: string, who: string): string {
  return `INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, prev_hash, hash)
    SELECT gen_random_uuid(), '${type}', 'claim', :claim, :claim, ordinal + 1, ${who}, hash, sha256('x')
    FROM events WHERE claim_id = :claim ORDER BY ordinal DESC LIMIT 1`;
}

function event(columns: string, values: string): string {
  return `INSERT INTO events (id, type, subject_type, subject_id, hash, ${columns})
    VALUES (gen_random_uuid(), 'claim.changed', 'claim', :claim, sha256('x'), ${values})`;
}
