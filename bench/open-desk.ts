/** A desk with much to do: claims that all wait for somebody, as rows, without the past that led there. */
import type { Pool } from '../src/platform/db/client.js';
import { inLongSession, trustRows } from './bulk.js';
import { numbered } from './numbered.js';

/** Whom the bench asks as; their ids end in these numbers. */
export const asker = { any: 1, arabic: 2, rare: 3, editor: 4 } as const;

/** As many in every size: what few tasks are in, whatever there is beside them. */
const rareTasks = 20;

/**
 * Fills an empty, migrated database with `tasks` claims, each with the one task that its status owes: of a
 * hundred, 60 wait for review, 20 for triage, 15 for approval and 5 for a correction. Two thirds are in Arabic,
 * some in a regional variant, and twenty, the youngest, in Korean. One in ten is overdue by a day that was
 * noticed, one in a thousand by a moment that was not.
 */
export async function fillWithOpenTasks(pool: Pool, tasks: number): Promise<void> {
  await inLongSession(pool, async (client) => {
    await client.query(trustRows);
    await client.query(insertPeople);
    await client.query(insertClaims, [tasks, rareTasks]);
    await client.query(insertTasks);
    await client.query(insertSides);
    await client.query('VACUUM ANALYZE');
  });
}

const insertPeople = `
  INSERT INTO members (id, ref, name, role, languages, topics)
  VALUES (${numbered(1, '1')}, 'any', 'Any', 'checker', '{}', '{arms}'),
    (${numbered(1, '2')}, 'arabic', 'Arabic', 'checker', '{ar}', '{arms}'),
    (${numbered(1, '3')}, 'rare', 'Rare', 'checker', '{ko}', '{}'),
    (${numbered(1, '4')}, 'editor', 'Editor', 'editor', '{}', '{}'),
    (${numbered(1, '5')}, 'editor2', 'Editor 2', 'editor', '{}', '{}')`;

const insertClaims = `
  WITH article AS (
    INSERT INTO articles (id, ref, title, language) VALUES (${numbered(3, '1')}, 'A1', 'An article', 'ar') RETURNING id
  ), version AS (
    INSERT INTO article_versions (id, article_id, number, text, sha256, code_points)
    SELECT ${numbered(4, '1')}, id, 1, '', repeat('0', 64), 0 FROM article RETURNING id
  )
  INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end,
    folded, topics, priority, status, revision, rating, live_stage)
  SELECT ${numbered(5, 'n')}, 'C' || n, version.id, 'assertion',
    CASE WHEN n > $1::int - $2::int THEN 'ko' ELSE (ARRAY['ar', 'ar', 'ar', 'ar-EG', 'en', 'en-GB'])[1 + n % 6] END,
    'q', '', '', n, n + 1, 'q', CASE WHEN n % 50 = 0 THEN '{arms}'::text[] ELSE '{visit}' END,
    (ARRAY['normal', 'normal', 'normal', 'normal', 'low', 'low', 'high', 'high', 'high', 'urgent'])[1 + (n / 7) % 10]::priority,
    state.status, state.revision, CASE WHEN state.revision IS NOT NULL THEN 'false' END, owed_stage(state.status)
  FROM version, generate_series(1, $1::int) n CROSS JOIN LATERAL (
    SELECT CASE WHEN n > $1::int - $2::int OR n % 100 < 60 THEN 'open' WHEN n % 100 < 80 THEN 'submitted'
      WHEN n % 100 < 95 THEN 'in_approval' ELSE 'correcting' END::claim_status AS status,
      CASE WHEN n <= $1::int - $2::int AND n % 100 >= 95 THEN 1 END AS revision) state`;

/** Opened one after the other over the last 30 days. */
const insertTasks = `
  INSERT INTO review_tasks (id, claim_id, stage, round, status, priority, language, opened_at,
    clock, clock_from, remind_at, due_at, escalate_at, reminded_at, overdue_at, escalated_at)
  SELECT ${numbered(7, 'n')}, id, live_stage, 1, 'open', priority, language, opened,
    'pick_up', opened, due - interval '1 hour', due, due + interval '1 day',
    CASE WHEN n % 10 = 0 THEN due - interval '1 hour' END, CASE WHEN n % 10 = 0 THEN due END, NULL
  FROM (
    SELECT *, now() - interval '30 days' * (1 - n / total::float8) AS opened,
      CASE WHEN n % 10 = 0 THEN now() - interval '1 hour'
        WHEN n % 1000 = 1 THEN now() - interval '1 minute'
        ELSE now() + interval '7 days' * (1 + n / total::float8) END AS due
    FROM (SELECT *, quote_start AS n, count(*) OVER () AS total FROM claims) numbered) timed`;

/** Whose work each verdict is that waits for a decision, and who approved what is being corrected. */
const insertSides = `
  INSERT INTO verdict_sides (claim_id, person_id, side)
  SELECT id, CASE WHEN quote_start % 4 = 0 THEN ${numbered(1, '4')} ELSE ${numbered(1, '1')} END, 'writing'::side FROM claims WHERE status = 'in_approval'
  UNION ALL
  SELECT id, CASE WHEN quote_start % 2 = 0 THEN ${numbered(1, '4')} ELSE ${numbered(1, '5')} END, 'deciding'::side FROM claims WHERE status = 'correcting'`;
