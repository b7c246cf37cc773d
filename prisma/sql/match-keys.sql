-- What a text, folded at level "search" (src/domain/text/fold.ts), can be found by: its words of some length, its
-- numbers, and pairs of neighbors. The Arabic article and the conjunction are taken off, and a و of the root as well
-- (وزارة, الوزارة), no more: a stemmer that goes further makes وتين of بوتين. src/domain/text/match-words.ts does the same. Only the beginning of a long text counts, so that the number of keys
-- has a limit.
CREATE FUNCTION match_keys(folded text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  WITH words AS (
    SELECT word, lead(word) OVER (ORDER BY n) AS next
    FROM (
      -- Words that begin with none of these letters have nothing to take off.
      SELECT n, left(CASE WHEN strpos('وبفكال', left(word, 1)) = 0 THEN word
        ELSE regexp_replace(regexp_replace(word, '^و?(?:[بفك]?ال|لل)(?=.{3})', ''), '^و(?=.{4})', '') END, 24) AS word
      FROM regexp_split_to_table(left(folded, 4000), '[^[:alnum:]]+') WITH ORDINALITY AS split (word, n)
      WHERE length(word) > 1
      ORDER BY n LIMIT 80
    ) AS stemmed
  )
  SELECT word FROM words WHERE length(word) > 3 OR word ~ '^[0-9]'
  UNION
  SELECT word || ' ' || next FROM words WHERE next IS NOT NULL AND length(word || next) > 5
$$;

-- All that a claim is matched by. The functions stand after FROM so that the planner puts their bodies in, and does not
-- begin each anew for each claim of a batch.
CREATE FUNCTION claim_keys_of(folded text, folded_glosses text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT key FROM match_keys(folded) AS key UNION SELECT key FROM match_keys(folded_glosses) AS key WHERE folded_glosses <> ''
$$;

-- The words of a claim in one row: what lists of claims look in, and its keys, so that they are found without an index of their own.
CREATE FUNCTION claim_words_of(folded text, folded_glosses text, ref text, word_forms text[], gloss_forms text[])
RETURNS TABLE (words text, forms text[], keys text[]) LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT folded || ' ' || folded_glosses || ' ' || lower(ref), word_forms || gloss_forms,
    ARRAY(SELECT key FROM claim_keys_of(folded, folded_glosses) AS key ORDER BY key COLLATE "C")
$$;

CREATE FUNCTION add_claim_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH written AS (
    INSERT INTO claim_words (claim_id, words, forms, keys)
    SELECT c.id, w.words, w.forms, w.keys FROM added c, claim_words_of(c.folded, c.folded_glosses, c.ref, c.word_forms, c.gloss_forms) w
    RETURNING claim_id, keys
  )
  INSERT INTO claim_keys (key, claim_id) SELECT key, claim_id FROM written, unnest(keys) AS key;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_add_words AFTER INSERT ON claims REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_claim_words();

-- By row, because most updates of a claim leave its text alone, and a set could not be skipped.
CREATE FUNCTION replace_claim_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM claim_keys k USING claim_words w WHERE w.claim_id = NEW.id AND k.claim_id = NEW.id AND k.key = ANY (w.keys);
  UPDATE claim_words w SET (words, forms, keys) = (n.words, n.forms, n.keys)
  FROM claim_words_of(NEW.folded, NEW.folded_glosses, NEW.ref, NEW.word_forms, NEW.gloss_forms) n WHERE w.claim_id = NEW.id;
  INSERT INTO claim_keys (key, claim_id) SELECT key, NEW.id FROM claim_words w, unnest(w.keys) AS key WHERE w.claim_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_replace_words AFTER UPDATE OF ref, folded, folded_glosses, word_forms, gloss_forms ON claims
  FOR EACH ROW WHEN (NEW.ref IS DISTINCT FROM OLD.ref OR NEW.folded IS DISTINCT FROM OLD.folded
    OR NEW.folded_glosses IS DISTINCT FROM OLD.folded_glosses OR NEW.word_forms IS DISTINCT FROM OLD.word_forms
    OR NEW.gloss_forms IS DISTINCT FROM OLD.gloss_forms)
  EXECUTE FUNCTION replace_claim_words();

CREATE FUNCTION add_review_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO review_keys (key, review_id) SELECT key, id FROM added, match_keys(folded) AS key;
  RETURN NULL;
END $$;
CREATE TRIGGER external_reviews_add_keys AFTER INSERT ON external_reviews REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_review_keys();

CREATE FUNCTION replace_review_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM review_keys WHERE review_id = NEW.id;
  INSERT INTO review_keys (key, review_id) SELECT key, NEW.id FROM match_keys(NEW.folded) AS key;
  RETURN NULL;
END $$;
CREATE TRIGGER external_reviews_replace_keys AFTER UPDATE OF folded ON external_reviews
  FOR EACH ROW WHEN (NEW.folded <> OLD.folded) EXECUTE FUNCTION replace_review_keys();

-- Nothing is lost with the keys: this makes them all again.
CREATE FUNCTION rebuild_match_keys() RETURNS void LANGUAGE sql AS $$
  TRUNCATE claim_keys, claim_words, review_keys;
  INSERT INTO claim_words (claim_id, words, forms, keys)
  SELECT c.id, w.words, w.forms, w.keys FROM claims c, claim_words_of(c.folded, c.folded_glosses, c.ref, c.word_forms, c.gloss_forms) w;
  INSERT INTO claim_keys (key, claim_id) SELECT key, claim_id FROM claim_words, unnest(keys) AS key;
  INSERT INTO review_keys (key, review_id) SELECT key, id FROM external_reviews, match_keys(folded) AS key;
$$;

-- Claims that may say the same as one that was just entered: those that share a third of its keys, by weight, among the newest
-- 50 of each key; the five that share most. One plan is kept, because each entry of a claim waits for this. Without OFFSET the ids
-- would be looked up twice, once to be counted.
CREATE FUNCTION claim_twins(claim uuid) RETURNS jsonb LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
  RETURN (
    WITH own AS MATERIALIZED (
      SELECT hit.ids, ln(1 + 50::float8 / cardinality(hit.ids)) AS weight
      FROM claim_words o CROSS JOIN unnest(o.keys) AS own (key) CROSS JOIN LATERAL (
        SELECT ARRAY(SELECT k.claim_id FROM claim_keys k WHERE k.key = own.key ORDER BY k.claim_id DESC LIMIT 50) AS ids OFFSET 0) AS hit
      WHERE o.claim_id = claim
    ), found AS (
      SELECT hit.id, sum(own.weight) AS weight FROM own, unnest(own.ids) AS hit (id) WHERE hit.id <> claim
      GROUP BY hit.id HAVING sum(own.weight) * 3 >= (SELECT sum(o.weight) FROM own o)
      ORDER BY weight DESC, hit.id LIMIT 5
    )
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'ref', c.ref, 'quoteExact', c.quote_exact, 'glosses', c.glosses,
      'folded', c.folded, 'foldedGlosses', c.folded_glosses, 'status', c.status, 'rating', c.rating) ORDER BY f.weight DESC, c.id), '[]')
    FROM found f JOIN claims c ON c.id = f.id WHERE NOT c.test AND c.status <> 'rejected');
END $$;
