-- What others have checked, and what texts are matched by. Made from the schema, then extended by hand.

ALTER TABLE "claims" ADD COLUMN "folded_glosses" TEXT NOT NULL DEFAULT '';

CREATE TABLE "claim_keys" (
    "key" TEXT NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "claim_keys_pkey" PRIMARY KEY ("key","claim_id")
);

CREATE TABLE "external_reviews" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "claim_text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "language" TEXT,
    "claimants" JSONB NOT NULL DEFAULT '[]',
    "claim_date" TEXT,
    "appearances" TEXT[],
    "first_appearance" TEXT,
    "publisher_name" TEXT NOT NULL,
    "publisher_url" TEXT,
    "title" TEXT,
    "review_date" TEXT,
    "textual_rating" TEXT NOT NULL,
    "rating_value" DOUBLE PRECISION,
    "worst_rating" DOUBLE PRECISION,
    "best_rating" DOUBLE PRECISION,
    "digest" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),

    CONSTRAINT "external_reviews_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "review_keys" (
    "key" TEXT NOT NULL,
    "review_id" UUID NOT NULL,

    CONSTRAINT "review_keys_pkey" PRIMARY KEY ("key","review_id")
);

CREATE INDEX "claim_keys_claim_id_idx" ON "claim_keys"("claim_id");
CREATE UNIQUE INDEX "external_reviews_url_key" ON "external_reviews"("url");
CREATE INDEX "review_keys_review_id_idx" ON "review_keys"("review_id");

ALTER TABLE "claim_keys" ADD CONSTRAINT "claim_keys_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "review_keys" ADD CONSTRAINT "review_keys_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "external_reviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

ALTER TABLE external_reviews
  ADD CONSTRAINT external_reviews_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT external_reviews_number_with_bounds CHECK (
    (rating_value IS NULL) = (worst_rating IS NULL) AND (rating_value IS NULL) = (best_rating IS NULL)
    AND (rating_value IS NULL OR (worst_rating < best_rating AND rating_value BETWEEN worst_rating AND best_rating)));

-- What stands in public, one verdict per claim: read along the first by whoever fetches all of it, along the
-- second by whoever asks for the newest.
CREATE INDEX verdicts_in_public ON verdicts (claim_id, revision DESC) WHERE status IN ('published', 'retracted');
CREATE INDEX events_of_publication ON events (seq) WHERE type IN ('claim.approved', 'claim.retracted');

-- ── Keys ────────────────────────────────────────────────────────────────────────────────────────────

-- What a text, folded at level "search" (src/domain/text/fold.ts), can be found by: its words of some length, its
-- numbers, and pairs of neighbors. The Arabic article and the conjunction are taken off, no more: a stemmer
-- that goes further makes وتين of بوتين. Only the beginning of a long text counts, so that the number of keys
-- has a limit.
CREATE FUNCTION match_keys(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH words AS (
    SELECT word, lead(word) OVER (ORDER BY n) AS next
    FROM (
      SELECT n, left(regexp_replace(regexp_replace(word, '^و(?=.{4})', ''), '^(?:[بفك]?ال|لل)(?=.{3})', ''), 24) AS word
      FROM regexp_split_to_table(left(folded, 4000), '[^[:alnum:]]+') WITH ORDINALITY AS split (word, n)
      WHERE length(word) > 1
      ORDER BY n LIMIT 80
    ) AS stemmed
  )
  SELECT word FROM words WHERE length(word) > 3 OR word ~ '^[0-9]'
  UNION
  SELECT word || ' ' || next FROM words WHERE next IS NOT NULL AND length(word || next) > 5
$$;

CREATE FUNCTION keep_claim_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM claim_keys WHERE claim_id = NEW.id;
  INSERT INTO claim_keys (key, claim_id)
  SELECT key, NEW.id FROM match_keys(NEW.folded) AS key
  UNION SELECT key, NEW.id FROM match_keys(NEW.folded_glosses) AS key;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_keep_keys AFTER INSERT OR UPDATE OF folded, folded_glosses ON claims
  FOR EACH ROW EXECUTE FUNCTION keep_claim_keys();

CREATE FUNCTION keep_review_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM review_keys WHERE review_id = NEW.id;
  INSERT INTO review_keys (key, review_id) SELECT key, NEW.id FROM match_keys(NEW.folded) AS key;
  RETURN NULL;
END $$;
CREATE TRIGGER external_reviews_keep_keys AFTER INSERT OR UPDATE OF folded ON external_reviews
  FOR EACH ROW EXECUTE FUNCTION keep_review_keys();

-- Nothing is lost with the keys: this makes them all again.
CREATE FUNCTION rebuild_match_keys() RETURNS void LANGUAGE sql AS $$
  TRUNCATE claim_keys, review_keys;
  INSERT INTO claim_keys (key, claim_id)
  SELECT DISTINCT key, id FROM claims, LATERAL (
    SELECT * FROM match_keys(folded) UNION ALL SELECT * FROM match_keys(folded_glosses)) AS made (key);
  INSERT INTO review_keys (key, review_id) SELECT key, id FROM external_reviews, match_keys(folded) AS key;
$$;

-- Claims that were here before: what is folded in TypeScript from now on is near enough for them in SQL.
UPDATE claims SET folded_glosses = (
  SELECT coalesce(string_agg(lower(regexp_replace(value, '\s+', ' ', 'g')), E'\n'), '') FROM jsonb_each_text(glosses));
SELECT rebuild_match_keys();
