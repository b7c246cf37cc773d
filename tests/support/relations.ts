/** Webs of claims: more of them than anybody would type in. */
import { madeOf } from './desk.js';
import type { TestIsnad } from './test-runtime.js';

type RelationType = 'denies' | 'partly_denies' | 'repeats' | 'supports' | 'qualifies';

export async function relate(isnad: TestIsnad, from: string, type: RelationType, to: string): Promise<void> {
  madeOf(await isnad.as('checker').post(`/v1/claims/${from}/relations`, { type, to }));
}

/**
 * So many claims that all have this relation to one claim, each with a chain of its own that ends in a label.
 * Written to the tables at once; they stand on quotes far behind the end of the article of that claim.
 */
export async function fanOut(
  { database: { pool } }: TestIsnad,
  center: string,
  { claims, type }: { claims: number; type: RelationType },
): Promise<void> {
  await pool.query(
    `WITH center AS (SELECT * FROM claims WHERE ref = $1),
      start AS (SELECT max(quote_end) AS at FROM claims WHERE article_version_id = (SELECT article_version_id FROM center)),
      fresh AS (
        INSERT INTO claims (id, ref, article_version_id, kind, language, quote_exact, quote_prefix, quote_suffix,
          folded, quote_start, quote_end)
        SELECT gen_random_uuid(), 'f-' || gen_random_uuid(), article_version_id, kind, language, quote_exact, '', '',
          folded, start.at + n, start.at + n + 1
        FROM center, start, generate_series(1, $2::int) AS n RETURNING id),
      roots AS (
        INSERT INTO attributions (id, claim_id, position, label, mode)
        SELECT gen_random_uuid(), id, 0, 'the article', 'own_voice' FROM fresh RETURNING id, claim_id),
      leaves AS (
        INSERT INTO attributions (id, claim_id, parent_id, position, label, mode)
        SELECT gen_random_uuid(), claim_id, id, 0, 'voice of ' || claim_id, 'direct' FROM roots)
    INSERT INTO relations (id, from_id, to_id, type)
    SELECT gen_random_uuid(), fresh.id, center.id, $3::relation_type FROM fresh, center`,
    [center, claims, type],
  );
}

/** How often a piece of work asks the database for something outside of transactions. */
export async function countQueries(
  { database: { pool }, store }: TestIsnad,
  work: () => Promise<unknown>,
): Promise<number> {
  // A key is looked up anew after every commit; before this one it may or may not have been known.
  await store.transact(() => Promise.resolve());
  let queries = 0;
  const count = () => {
    queries++;
  };
  pool.on('acquire', count);
  await work();
  pool.off('acquire', count);
  return queries;
}
