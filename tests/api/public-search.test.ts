/** What readers search for is looked up in indexes: no word makes the database read every edition there is. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { collectStatements } from '../support/count-statements.js';
import { publishVerdict } from '../support/desk.js';
import { strangerAt } from '../support/public-api.js';
import { createIsnad, type TestIsnad } from '../support/test-runtime.js';

let isnad: TestIsnad;
beforeAll(async () => {
  isnad = await createIsnad({ seeded: true });
  await publishVerdict(isnad, 'C34');
  // As many as make the way through all of them the longer one.
  await isnad.owner.query(
    `INSERT INTO contents (seal, salt, kind, subject_id, value)
     SELECT sha256(n::text::bytea), sha256(n::text::bytea), 'glosses', gen_random_uuid(), jsonb_build_object('en', 'the gloss ' || md5(n::text))
     FROM generate_series(1, 5000) n`,
  );
  await isnad.owner.query('VACUUM ANALYZE contents');
});
afterAll(() => isnad.close());

/** Ways of reading that are not to be chosen: of a small table, reading all is the shortest one. */
type Without = 'seqscan' | 'indexscan' | 'indexonlyscan' | 'bitmapscan';

async function planOf(path: string, ...without: Without[]): Promise<string> {
  const [statement] = await collectStatements(async () => {
    expect((await isnad.stranger.get(path)).status).toBe(200);
  });
  const client = await isnad.owner.connect();
  try {
    await client.query('BEGIN');
    for (const one of without) await client.query(`SET LOCAL enable_${one} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({
      text: `EXPLAIN ${statement?.text ?? ''}`,
      values: statement?.values ?? [],
    });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it.each(['Putin', 'كوريا', 'ballistic missiles', 'misled C34'])(
  'for %s: the words of editions, and those that a claim was put in',
  async (q) => {
    const plan = await planOf(`/en/?q=${encodeURIComponent(q)}`, 'seqscan', 'indexscan', 'indexonlyscan');
    for (const index of ['editions_words', 'contents_glosses']) expect(plan).toContain(`Scan on ${index}`);
  },
);

it('ratings to choose from are found in their own order, not among all that is published', async () => {
  const plan = await planOf('/en/', 'seqscan', 'bitmapscan');
  const ratings = plan.slice(plan.indexOf('CTE Scan on slugs'));
  expect(ratings).toMatch(/^\s*Filter: \(slug IS NOT NULL\)/m);
  expect(ratings).toContain('using editions_by_rating');
  expect(ratings).not.toContain('editions_by_time');
});

it('words count for ten pages, the list as it stands for one', async () => {
  const stranger = strangerAt(isnad, { perMinute: 40 });
  const left = async (path: string): Promise<number> =>
    Number(/r=(\d+)/.exec(String((await stranger.get(path)).headers['ratelimit']))?.[1]);
  expect(await left('/en/')).toBe(39);
  expect(await left('/en/?q=Putin')).toBe(29);
  expect(await left('/en/?topic=dprk')).toBe(28);
});
