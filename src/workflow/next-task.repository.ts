/** What is read along the indexes `review_tasks_next…` costs the same however much else is open. */
import type { Db } from '../platform/db/client.js';
import { Prisma } from '../platform/db/generated/client.js';
import type { Workload } from './docket-task.js';
import type { Stage } from '../domain/task/lifecycle.js';

/** Open tasks of one stage, in one language or in any. */
export interface StageAndLanguage {
  stage: Stage;
  language: string | null;
}

/** Each stage and language in which a task is open, found by stepping from one to the next. */
export async function findOpenLanguages(db: Db, stages: readonly Stage[]) {
  return db.$queryRaw<{ stage: Stage; language: string }[]>`
    WITH RECURSIVE open AS (
      SELECT step.* FROM unnest(${[...stages]}::stage[]) AS wanted (stage) CROSS JOIN LATERAL (
        SELECT t.stage, t.language FROM review_tasks t
        WHERE t.status = 'open' AND t.stage = wanted.stage ORDER BY t.language LIMIT 1) step
      UNION ALL
      SELECT step.* FROM open CROSS JOIN LATERAL (
        SELECT t.stage, t.language FROM review_tasks t
        WHERE t.status = 'open' AND t.stage = open.stage AND t.language > open.language ORDER BY t.language LIMIT 1) step)
    SELECT stage::text AS stage, language FROM open`;
}

/** Who asks, and how far they have looked already. */
interface Asking {
  personId: string;
  isEditor: boolean;
  topics: readonly string[];
  pairs: readonly StageAndLanguage[];
  /** The last task of the batch before. */
  after: string | null;
  /** How many tasks are looked through at once. */
  batch: number;
}

/**
 * The next tasks in order of priority and age, those of the member's topics first; `last`: the last of a full batch.
 * Nothing is locked here. The rule of the two sides is that of domain/task/side.ts, asked as one look-up by key for
 * each task: as a join it could be answered by reading all sides of all claims.
 */
export async function findSuitable(db: Db, { personId, isEditor, topics, pairs, after, batch }: Asking) {
  const languages = pairs.map(({ language }) => language);
  const inLanguage = languages.includes(null) ? Prisma.empty : Prisma.sql`AND t.language = pair.language`;
  // An editor who would be the last to write on it is not wanted for that.
  const otherDecider = Prisma.sql`
    AND (side_of(t.stage) IS DISTINCT FROM 'writing' OR EXISTS (
      SELECT FROM members other
      WHERE other.active AND other.role = 'editor' AND coalesce(other.person_id, other.id) <> ${personId}::uuid AND NOT EXISTS (
        SELECT FROM verdict_sides s
        WHERE s.claim_id = t.claim_id AND s.person_id = coalesce(other.person_id, other.id) AND s.side = 'writing')))`;
  const rows = await db.$queryRaw<{ id: string; last: string | null }[]>`
    WITH before AS (SELECT priority, opened_at, id FROM review_tasks WHERE id = ${after}::uuid),
    suitable AS (
      SELECT next.*
      FROM unnest(${pairs.map(({ stage }) => stage)}::stage[], ${languages}::text[]) AS pair (stage, language)
        LEFT JOIN before ON true
        CROSS JOIN LATERAL (
          SELECT t.id, t.claim_id, t.priority, t.opened_at
          FROM review_tasks t
          WHERE t.status = 'open' AND t.stage = pair.stage ${inLanguage}
            AND (before.id IS NULL OR t.priority < before.priority
              OR (t.priority = before.priority AND (t.opened_at, t.id) > (before.opened_at, before.id)))
            AND coalesce(side_of(t.stage) = (
              SELECT s.side FROM verdict_sides s
              WHERE s.claim_id = t.claim_id AND s.person_id = ${personId}::uuid), true)
            ${isEditor ? otherDecider : Prisma.empty}
          ORDER BY t.priority DESC, t.opened_at, t.id
          LIMIT ${batch}) next
      ORDER BY next.priority DESC, next.opened_at, next.id
      LIMIT ${batch})
    SELECT s.id, (SELECT id FROM suitable ORDER BY priority DESC, opened_at, id OFFSET ${batch - 1} LIMIT 1) AS last
    FROM suitable s JOIN claims c ON c.id = s.claim_id
    ORDER BY s.priority DESC, c.topics && ${[...topics]}::text[] DESC, s.opened_at, s.id`;
  return { ids: rows.map(({ id }) => id), last: rows[0]?.last ?? null };
}

/** What somebody who asks for work likes, and whether there is an editor beside them. */
export async function readAsker(db: Db, memberId: string) {
  const [row] = await db.$queryRaw<Asker[]>`
    SELECT m.languages, m.topics, docket_member(m) AS load,
      EXISTS (SELECT FROM members other
        WHERE person_of(other.id) <> person_of(m.id) AND other.active AND other.role = 'editor') AS "hasOtherEditor"
    FROM members m WHERE m.id = ${memberId}::uuid`;
  if (!row) throw new Error(`member ${memberId} is gone`);
  return row;
}

interface Asker {
  languages: string[];
  topics: string[];
  load: Pick<Workload, 'ref' | 'away' | 'held' | 'limit'>;
  hasOtherEditor: boolean;
}
