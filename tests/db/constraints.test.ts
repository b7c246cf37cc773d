/** What the database refuses, whoever asks: the last line behind every service, worker and hand-typed statement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, roles } from '../../src/domain/access/rules.js';
import {
  citation,
  claim,
  createStandingRows,
  edition,
  event,
  happened,
  inFeed,
  notice,
  promoted,
  publish,
  publishOutOfTurn,
  rating,
  relation,
  task,
  type StandingRows,
  verdict,
} from '../support/standing-rows.js';

let rows: StandingRows;
beforeAll(async () => {
  rows = await createStandingRows();
});
afterAll(() => rows.close());

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
    'claims_mark_for_a_reason',
    'taken back for a reason in words of its own',
    `UPDATE claims SET mark = 'retracted', mark_reason = 'Minister X paid us' WHERE id = :claim`,
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
  ...roles
    .filter((role) => !may(role, 'check'))
    .map((role): [string, string, string] => [
      'verdicts_second_may_check',
      `a second person with the role of ${role}`,
      `UPDATE members SET role = '${role}' WHERE id = :reader; ${publishOutOfTurn(':reader')}`,
    ]),
  ['verdicts_second_may_check', 'a second person who has left', publishOutOfTurn(':gone')],
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
  ...['[]', '"x"', '5', 'null'].map((data): [string, string, string] => [
    'events_data_is_an_object',
    `an event whose data is ${data}`,
    event('data, subject_ordinal', `'${data}', 1`),
  ]),
  [
    'events_data_is_an_object',
    'an event whose data is nested without end',
    event('data, subject_ordinal', `('{"x":' || repeat('[', 3000) || repeat(']', 3000) || '}')::jsonb, 1`),
  ],
  ['events_at_a_date', 'an event at the end of time', event('at, subject_ordinal', `'infinity', 1`)],
  ['events_at_a_date', 'an event that no calendar has', event('at, subject_ordinal', `'20000-01-01', 1`)],
  [
    'withheld_texts_of_a_kind',
    'texts withheld of a kind that there is not',
    `INSERT INTO withheld_texts (subject_id, kind, before, since) VALUES (:claim, 'x', 1, now())`,
  ],
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
    expect(await rows.refusalOf(statement)).toBe(rule);
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
      expect(await rows.refusalOf(`TRUNCATE ${table} CASCADE`)).toMatch(/_are_permanent$/);
  });
});

describe('the database lets pass', () => {
  it('who returned a verdict and approves its next round, and who wrote one and writes the next', async () => {
    const returned = happened('claim.returned', ':editor');
    const wrote = happened('verdict.submitted', ':author');
    const superseded = `UPDATE verdicts SET status = 'superseded' WHERE id = :published`;
    expect(
      await rows.refusalOf([wrote, returned, wrote, superseded, publish(':editor')].join('; ')),
    ).toBeUndefined();
  });

  it('a verdict that another active editor approves', async () => {
    const superseded = `UPDATE verdicts SET status = 'superseded' WHERE id = :published`;
    expect(await rows.refusalOf(`${superseded}; ${publish(':editor')}`)).toBeUndefined();
  });

  it('a published verdict that is superseded or retracted, with a note', async () => {
    for (const status of ['superseded', 'retracted'])
      expect(
        await rows.refusalOf(`UPDATE verdicts SET status = '${status}', note = 'why' WHERE id = :published`),
      ).toBeUndefined();
  });

  it('norms that are cited by a verdict nobody has published', async () => {
    expect(await rows.refusalOf(citation(':draft'))).toBeUndefined();
  });

  it('an event, which then waits in the outbox', async () => {
    await rows.client.query('BEGIN');
    const { rows: made } = await rows.client.query(
      rows.fill(`${event('data, subject_ordinal', `'{}', 1`)} RETURNING seq`),
    );
    const waiting = await rows.client.query(
      'SELECT event_seq AS seq FROM outbox ORDER BY event_seq DESC LIMIT 1',
    );
    await rows.client.query('ROLLBACK');
    expect(waiting.rows).toEqual(made);
  });
});
