/** What an event tells of rows that are many, or long. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';
import { verifyTables } from '../support/verify-database.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad();
});
afterAll(() => isnad.close());

interface RowsOfEvent {
  type: string;
  rows: { now: Record<string, Record<string, unknown>[]>; was?: unknown; whole?: string[] };
  /** Of the rows as the database reads them for an event of all of the article. */
  bytes: number;
}

it('An event of an article tells of the version that came, and the database gives no text for it', async () => {
  const editor = isnad.as('editor');
  const text = (version: number): string => `Version ${String(version)}: ${'كلمة 😀 '.repeat(2_000)}`;
  await editor.post('/v1/articles', { ref: 'revised', title: 'Revised', language: 'ar', text: text(1) });
  for (let version = 2; version <= 6; version++)
    expect((await editor.post('/v1/articles/revised/versions', { text: text(version) })).status).toBe(201);
  await editor.patch('/v1/articles/revised', { title: 'Renamed' }, { 'If-Match': '*' });

  const { rows } = await isnad.owner.query<RowsOfEvent>(`
    SELECT e.type, e.data -> 'rows' AS rows, length(rows_where(jsonb_build_array(jsonb_build_object(
      'table', 'article_versions', 'where', jsonb_build_object('article_id', e.subject_id), 'hashed', jsonb_build_array('text'))))::text) AS bytes
    FROM events e WHERE e.subject_type = 'article' ORDER BY e.seq`);
  expect(rows.map(({ type }) => type)).toEqual([
    'article.created',
    ...Array<string>(5).fill('article.revised'),
    'article.changed',
  ]);
  const sha256 = (version: number): string => createHash('sha256').update(text(version)).digest('hex');
  for (const [index, { rows: told }] of rows.slice(0, 6).entries())
    expect(told.now['article_versions']).toMatchObject([
      { number: index + 1, text: { hash: sha256(index + 1) } },
    ]);
  expect(rows.at(-1)?.rows.now).not.toHaveProperty('article_versions');
  expect(rows.at(-1)?.rows.was).toMatchObject({ articles: [{ title: 'Revised' }] });
  expect(rows[0]?.bytes).toBeLessThan(text(1).length);
  const { valid } = await verifyTables(isnad);
  expect(valid).toBe(true);
});

it('A text that stands otherwise in one version than its event says is named', async () => {
  await isnad.owner.query(
    `SET session_replication_role = replica; UPDATE article_versions SET text = text || '.' WHERE number = 3`,
  );
  const outcome = await verifyTables(isnad);
  expect(JSON.stringify(outcome)).toContain('article_versions');
});
