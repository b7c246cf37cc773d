import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/db/client.js';
import { Prisma } from '../../platform/db/generated/client.js';
import { foldText } from '../../domain/text/fold.js';
import { mostAtAddress } from '../../domain/import/import-limit.js';
import { findReworded } from '../../domain/import/reworded.js';
import type { ReadReview } from '../../domain/import/read-review.js';

interface Stored {
  id: string;
  isNew: boolean;
}

interface NewReview {
  id: string;
  digest: string;
  /** Claims of the same document at the same address. */
  beside: ReadonlySet<string>;
}

/**
 * Stores a review of a claim under its address; undefined where it stands there already, word for word. A claim that
 * was put in other words is the same claim, unless the document has both. `full`: as many as there may be of one address are.
 */
export async function storeReview(
  tx: Tx,
  review: ReadReview,
  { id, digest, beside }: NewReview,
): Promise<Stored | 'full' | undefined> {
  const folded = foldText(review.claimText, 'search');
  const { isFull, alike } = await findAtAddress(tx, review.url, folded, beside);
  const before = alike.find((one) => one.folded === folded) ?? findReworded(folded, alike, beside);
  if (!before && isFull) return 'full';
  const [row] = await tx.$queryRaw<Stored[]>`
    INSERT INTO external_reviews AS old (id, url, claim_text, folded, language, claimants, claim_date, appearances,
      first_appearance, publisher_name, publisher_url, title, review_date, textual_rating, rating_value, worst_rating,
      best_rating, digest)
    VALUES (${before?.id ?? id}::uuid, ${review.url}, ${review.claimText}, ${folded}, ${review.language},
      ${JSON.stringify(review.claimants)}::jsonb, ${review.claimDate}, ${review.appearances}::text[],
      ${review.firstAppearance}, ${review.publisherName}, ${review.publisherUrl}, ${review.title}, ${review.reviewDate},
      ${review.textualRating}, ${review.ratingValue}::float8, ${review.worstRating}::float8, ${review.bestRating}::float8,
      ${digest})
    ON CONFLICT ${before ? byId : byClaim} DO UPDATE SET
      claim_text = EXCLUDED.claim_text, folded = EXCLUDED.folded, language = EXCLUDED.language,
      claimants = EXCLUDED.claimants, claim_date = EXCLUDED.claim_date, appearances = EXCLUDED.appearances,
      first_appearance = EXCLUDED.first_appearance, publisher_name = EXCLUDED.publisher_name,
      publisher_url = EXCLUDED.publisher_url, title = EXCLUDED.title, review_date = EXCLUDED.review_date,
      textual_rating = EXCLUDED.textual_rating, rating_value = EXCLUDED.rating_value,
      worst_rating = EXCLUDED.worst_rating, best_rating = EXCLUDED.best_rating, digest = EXCLUDED.digest,
      withdrawn_at = NULL, version = old.version + 1
    WHERE old.digest <> EXCLUDED.digest OR old.withdrawn_at IS NOT NULL
    RETURNING old.id, old.version = 1 AS "isNew"`;
  return row;
}

/** How many of one address are compared with a claim: those that share most of what it can be found by. */
const mostCompared = 20;

/** The same claim comes first; what the document itself holds beside it is not among them: looked up by hash, one by one it would be endless. */
async function findAtAddress(tx: Tx, url: string, folded: string, beside: ReadonlySet<string>) {
  const others = [...beside].map((one) => createHash('md5').update(one).digest('hex'));
  const [row] = await tx.$queryRaw<[{ isFull: boolean; alike: { id: string; folded: string }[] }]>`
    SELECT (SELECT count(*) >= ${mostAtAddress} FROM external_reviews WHERE url = ${url}) AS "isFull",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', one.id, 'folded', one.folded) ORDER BY one.place), '[]') FROM (
        SELECT r.id, r.folded, row_number() OVER (ORDER BY md5(r.folded) = md5(${folded}) DESC, shared.keys DESC, r.id) AS place
        FROM external_reviews r CROSS JOIN LATERAL (
          SELECT count(*) AS keys FROM review_keys k WHERE k.review_id = r.id AND k.key IN (SELECT match_keys(${folded}))) AS shared
        WHERE r.url = ${url} AND (md5(r.folded) = md5(${folded}) OR md5(r.folded) NOT IN (SELECT unnest(${others}::text[])))
        ORDER BY place LIMIT ${mostCompared}) one) AS alike`;
  return row;
}

const byId = Prisma.sql`(id)`;
const byClaim = Prisma.sql`(url, md5(folded))`;

/** The reviews at this address that were not taken back before. */
export async function withdrawReviews(tx: Tx, url: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE external_reviews SET withdrawn_at = desk_now(), version = version + 1
    WHERE url = ${url} AND withdrawn_at IS NULL RETURNING id`;
  return rows.map(({ id }) => id);
}
