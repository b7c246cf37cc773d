/** Rows that stand, and statements about them that the database may refuse: nothing stays of any of these. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase } from './database.js';

export const member = (id: string, role: string, more = ''): string =>
  `INSERT INTO members (id, ref, name, role, languages, topics${more && ', active'})
   VALUES (:${id}, 'm-${id}', 'X', '${role}', '{}', '{}'${more})`;

export const task = (id: string, values: string): string =>
  `INSERT INTO review_tasks (id, claim_id, stage, round, status, assignee_id, closed_at) VALUES (:${id}, :claim, ${values})`;

export const verdict = (values: string, id = 'gen_random_uuid()'): string =>
  `INSERT INTO verdicts (id, claim_id, task_id, attribution, fidelity, scale, veracity, rationale, author_id, last_editor_id,
     status, revision, approver_id, published_at, problem)
   VALUES (${id}, :claim, :task, 'confirmed', 'faithful', 1, :rating, '{}', :author, ${values})`;

export const claim = (columns: string, values: string): string =>
  `INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix, folded,
     quote_start, quote_end${columns})
   VALUES (gen_random_uuid(), 'new', :version, 'assertion', 'ar', 'x', '', '', 'x', ${values})`;

export const edition = (of: string, revision: number, document: string, named = document): string =>
  `INSERT INTO editions (digest, claim_id, verdict_id, revision, document, manner, published_at)
   VALUES (sha256('${named}'), :claim, ${of}, ${String(revision)}, '${document}', 'approved', now())`;

export const promoted = `UPDATE members SET role = 'editor' WHERE id = :author; `;
export const inFeed = 'INSERT INTO feed (position, event_seq) SELECT max(seq) + 1000, max(seq) FROM events';

export function relation(to: string): string {
  return `INSERT INTO relations (id, from_id, to_id, type) VALUES (gen_random_uuid(), :claim, ${to}, 'denies')`;
}

export function rating(values: string): string {
  return `INSERT INTO ratings (scale, slug, position, labels, polarity, value, worst, best) VALUES (1, 'new', 99, '{}', ${values})`;
}

export function publish(approver: string, more = ''): string {
  return `UPDATE verdicts SET status = 'published', revision = 2, published_at = now(), approver_id = ${approver}${more} WHERE id = :draft;
    ${edition(':draft', 2, '[]')}`;
}

export const publishOutOfTurn = (second: string): string =>
  publish(':editor', `, second_id = ${second}, break_glass_reason = 'x'`);

export function notice(decided: string): string {
  return `INSERT INTO notices (digest, claim_id, mark, revision, document, proposed_by_id, proposed_at, status, decided_by_id)
    VALUES (sha256('{}'), :claim, 'retracted', 1, '{}', :editor, now(), ${decided})`;
}

export function citation(of: string): string {
  return `INSERT INTO verdict_provisions (verdict_id, position, provision_id, act, actor, date)
    VALUES (${of}, 0, :provision, 'sold arms', 'somebody', '2024')`;
}

/** The next event of the claim's chain. */
export function happened(type: string, who: string): string {
  return `INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, actor_id, prev_hash, hash)
    SELECT gen_random_uuid(), '${type}', 'claim', :claim, :claim, ordinal + 1, ${who}, hash, sha256('x')
    FROM events WHERE claim_id = :claim ORDER BY ordinal DESC LIMIT 1`;
}

export function event(columns: string, values: string): string {
  return `INSERT INTO events (id, type, subject_type, subject_id, hash, ${columns})
    VALUES (gen_random_uuid(), 'claim.changed', 'claim', :claim, sha256('x'), ${values})`;
}

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

export type StandingRows = Awaited<ReturnType<typeof createStandingRows>>;

export async function createStandingRows() {
  const database = await createTestDatabase({ seeded: true });
  /** Of the rows that statements name as `:name`. */
  const ids: Record<string, string> = Object.fromEntries(
    ['author', 'editor', 'editor2', 'reader', 'gone', 'tool', 'task', 'live', 'draft', 'published'].map(
      (name) => [name, randomUUID()],
    ),
  );
  const fill = (statement: string): string =>
    statement.replace(/(?<!:):([a-z]\w*)/g, (_, name: string) => {
      const id = ids[name];
      if (id === undefined) throw new Error(`no row is called ${name}`);
      return pg.escapeLiteral(id);
    });
  const client = new pg.Client({ connectionString: database.ownerUrl });
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

  return {
    client,
    ids,
    ownerUrl: database.ownerUrl,
    fill,
    /** The name of the rule that refuses; undefined when all is taken. */
    async refusalOf(statement: string): Promise<string | undefined> {
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
    },
    async close(): Promise<void> {
      await client.end();
      await database.drop();
    },
  };
}
