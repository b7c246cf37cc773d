/** A desk with a past: claims that went through triage, review and approval, told as the events they left. */
import type { Pool } from '../src/platform/db/client.js';
import { inLongSession, trustRows } from './bulk.js';
import { numbered } from './numbered.js';

/** Of a claim whose verdict was approved or returned: those below. */
const eventsPerClaim = 16;

/**
 * What happens to each claim, in order. `delay` is how long after the event before, in hours: a factor times
 * a random number that is mostly small and sometimes large, as waiting is; none where it is the same moment.
 */
const script: readonly { type: string; stage?: string; who?: string; delay?: number }[] = [
  { type: 'claim.submitted', who: 'checker' },
  { type: 'claim.attributed', who: 'checker' },
  { type: 'task.opened', stage: 'triage' },
  { type: 'claim.accepted', who: 'editor', delay: 8 },
  { type: 'task.completed', stage: 'triage', who: 'editor' },
  { type: 'task.opened', stage: 'review' },
  { type: 'task.taken', stage: 'review', who: 'checker', delay: 12 },
  { type: 'claim.started', who: 'checker', delay: 1 },
  { type: 'task.started', stage: 'review', who: 'checker' },
  { type: 'task.submitted', stage: 'review', who: 'checker', delay: 30 },
  { type: 'verdict.submitted', who: 'checker' },
  { type: 'claim.verdict_recorded' },
  { type: 'task.completed', stage: 'review' },
  { type: 'task.opened', stage: 'approval' },
  { type: 'claim.approved', who: 'editor', delay: 60 },
  { type: 'task.completed', stage: 'approval', who: 'editor' },
];

const people = { checker: 40, editor: 8 } as const;

/**
 * Fills an empty, migrated database with about this many events over the year before now. One claim in twelve
 * is returned instead of approved, the newest one in fifty is still under way, one in a hundred is a test,
 * and one review in four was assigned rather than taken. The same every time, but for the moment it ends.
 */
export async function fillWithHistories(pool: Pool, events: number): Promise<void> {
  await inLongSession(pool, async (client) => {
    await client.query(trustRows);
    await client.query('SELECT setseed(0.42)');
    await client.query(insertPeople);
    await client.query(insertClaims, [Math.ceil(events / eventsPerClaim)]);
    await client.query(insertEvents, [JSON.stringify(script), events]);
    await client.query('SET session_replication_role = origin');
    await client.query('SELECT rebuild_task_spans()');
    await client.query(insertTasks);
    await client.query('VACUUM ANALYZE');
  });
}

const insertPeople = `
  INSERT INTO members (id, ref, name, role)
  SELECT ${numbered(1, 'n')}, 'c' || n, 'Checker ' || n, 'checker'::role FROM generate_series(1, ${String(people.checker)}) n
  UNION ALL
  SELECT ${numbered(2, 'n')}, 'e' || n, 'Editor ' || n, 'editor' FROM generate_series(1, ${String(people.editor)}) n`;

const insertClaims = `
  WITH article AS (
    INSERT INTO articles (id, ref, title, language) VALUES (${numbered(3, '1')}, 'A1', 'An article', 'en') RETURNING id
  ), version AS (
    INSERT INTO article_versions (id, article_id, number, text, sha256, code_points)
    SELECT ${numbered(4, '1')}, id, 1, '', repeat('0', 64), 0 FROM article RETURNING id
  )
  INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, quote_start, quote_end, folded, test)
  SELECT ${numbered(5, 'n')}, 'C' || n, version.id, 'assertion', 'en', 'q', '', '', n, n + 1, 'q', n % 100 = 0
  FROM version, generate_series(1, $1::int) n`;

/** The squared share makes the first people of each kind the busiest, as on a real desk. */
const person = (kind: keyof typeof people, luck: string): string =>
  numbered(kind === 'checker' ? 1 : 2, `(1 + floor(${String(people[kind])} * ${luck} * ${luck}))::int`);

const hashOf = (ordinal: string): string => `sha256(int8send(n * 100 + ${ordinal}))`;

const insertEvents = `
  WITH steps AS (
    SELECT step.ordinal, step.value ->> 'type' AS type, step.value ->> 'stage' AS stage, step.value ->> 'who' AS who,
      coalesce((step.value ->> 'delay')::float8, 0) AS delay
    FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS step (value, ordinal)
  ), claimed AS (
    SELECT id, n, total, random() AS checker_luck, random() AS editor_luck,
      now() - interval '365 days' * (1 - (n - 1) / total::float8) AS entered,
      CASE WHEN n > 0.98 * total THEN (ARRAY[3, 6, 7, 9, 14])[1 + n % 5] ELSE ${String(eventsPerClaim)} END AS last_step
    FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total FROM claims) numbered
  ), timed AS (
    SELECT c.*, s.*, c.entered + interval '1 hour' * sum(s.delay * r.luck ^ 4) OVER (PARTITION BY c.n ORDER BY s.ordinal)
      + interval '1 second' * s.ordinal AS at
    -- Mentioning the claim keeps the numbers from being drawn once for all.
    FROM claimed c CROSS JOIN steps s CROSS JOIN LATERAL (SELECT random() + 0 * c.n AS luck) r
    WHERE s.ordinal <= c.last_step
  ), told AS (
    SELECT *, CASE
        WHEN type = 'task.taken' AND n % 4 = 0 THEN 'task.assigned'
        WHEN type = 'claim.approved' AND n % 12 = 0 THEN 'claim.returned'
        WHEN type = 'task.completed' AND stage = 'approval' AND n % 12 = 0 THEN 'task.returned'
        ELSE type
      END AS event,
      CASE who WHEN 'checker' THEN ${person('checker', 'checker_luck')} WHEN 'editor' THEN ${person('editor', 'editor_luck')} END AS actor
    FROM timed
  )
  -- What is counted never looks at the hashes; they only take their room.
  INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, data, at, prev_hash, hash)
  SELECT ${numbered(6, 'n * 100 + ordinal')}, event, split_part(event, '.', 1),
    CASE
      WHEN stage IS NOT NULL THEN ${numbered(7, `n * 10 + array_position(ARRAY['triage', 'review', 'approval'], stage)`)}
      WHEN type = 'verdict.submitted' THEN ${numbered(8, 'n')}
      ELSE id
    END,
    id, ordinal, actor,
    CASE
      WHEN event = 'task.assigned' THEN jsonb_build_object('stage', stage, 'round', 1, 'from', 'open', 'to', 'assigned', 'assignee', ${numbered(1, '1 + n % 40')})
      WHEN stage IS NOT NULL THEN jsonb_build_object('stage', stage, 'round', 1)
      WHEN type = 'claim.approved' THEN jsonb_build_object('from', 'in_approval', 'to', 'published', 'revision', 1, 'rating', 'false')
      ELSE '{}'
    END,
    at, CASE WHEN ordinal > 1 THEN ${hashOf('ordinal - 1')} END, ${hashOf('ordinal')}
  FROM told ORDER BY at, n, ordinal LIMIT $2`;

const insertTasks = `
  INSERT INTO review_tasks (id, claim_id, stage, round, status, assignee_id, opened_at, closed_at, clock, clock_from, remind_at, due_at, escalate_at)
  SELECT task_id, claim_id, stage, 1,
    (CASE WHEN ended_at IS NOT NULL THEN CASE outcome WHEN 'returned' THEN 'returned' ELSE 'done' END
      WHEN phase = 'working' THEN 'in_progress' WHEN phase = 'recording' THEN 'submitted'
      WHEN holder_id IS NOT NULL THEN 'assigned' ELSE 'open' END)::task_status,
    holder_id, opened_at, ended_at, 'review', opened_at,
    opened_at + interval '12 hours', opened_at + interval '24 hours', opened_at + interval '36 hours'
  FROM task_spans`;
