-- Texts of others that are withheld: what events and editions hold of them stays, and nobody is given it.

-- Which texts an event says are withheld, from all events of its chain before it.
CREATE FUNCTION note_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO withheld_texts (subject_id, kind, before, since)
  SELECT coalesce(NEW.claim_id, NEW.subject_id), kind, coalesce(NEW.ordinal, NEW.subject_ordinal), NEW.at
  FROM jsonb_array_elements_text(NEW.data -> 'texts') AS kind
  ON CONFLICT (subject_id, kind) DO UPDATE SET before = EXCLUDED.before, since = EXCLUDED.since;
  RETURN NULL;
END $$;
CREATE TRIGGER events_note_withheld AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.type = 'content.redacted') EXECUTE FUNCTION note_withheld();

-- What has to be withheld of an event: src/domain/erasure/redaction.ts does it. Null where it is nothing.
CREATE FUNCTION withheld_of(chain uuid, ordinal int) RETURNS text[] LANGUAGE sql STABLE
RETURN (SELECT array_agg(w.kind ORDER BY w.kind) FROM withheld_texts w WHERE w.subject_id = chain AND w.before > ordinal);

-- The event that withheld a text last.
CREATE FUNCTION redaction_of(text withheld_texts) RETURNS bigint LANGUAGE sql STABLE
RETURN coalesce(
  (SELECT e.seq FROM events e WHERE e.claim_id = text.subject_id AND e.ordinal = text.before),
  (SELECT e.seq FROM events e WHERE e.claim_id IS NULL AND e.subject_id = text.subject_id AND e.subject_ordinal = text.before));

-- What is withheld of an edition: what was so when it was published stays out, what has other words since is in later ones. The
-- order is that of the events: the clocks of two chains need not agree.
CREATE FUNCTION withheld_texts_in(document text) RETURNS SETOF withheld_texts LANGUAGE sql STABLE AS $$
  SELECT w.* FROM withheld_texts w
  WHERE w.subject_id::text IN (SELECT jsonb_array_elements_text(edition_names(withheld_texts_in.document)))
    AND EXISTS (
      SELECT FROM editions e JOIN events approved ON approved.claim_id = e.claim_id AND approved.type = 'claim.approved'
        AND approved.data ->> 'verdict' = e.verdict_id::text
      WHERE e.digest = sha256(convert_to(withheld_texts_in.document, 'UTF8')) AND approved.seq < redaction_of(w))
$$;

-- The same as "kind id".
CREATE FUNCTION withheld_in(document text) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM withheld_texts) THEN
    ARRAY(SELECT w.kind || ' ' || w.subject_id FROM withheld_texts_in(withheld_in.document) w) ELSE '{}' END
$$;

-- When readers lost the last of its texts; null where they have all. The text of an article is in no edition.
CREATE FUNCTION last_withheld_in(document text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM withheld_texts) THEN
    (SELECT max(w.since) FROM withheld_texts_in(last_withheld_in.document) w WHERE w.kind <> 'article_text') END
$$;

-- The claims of which an edition names a text that was withheld since then.
CREATE FUNCTION claims_withheld_since(moment timestamptz) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  SELECT e.claim_id FROM withheld_texts w JOIN editions e ON edition_names(e.document) @> jsonb_build_array(w.subject_id)
  WHERE w.since >= moment AND w.kind <> 'article_text'
$$;

-- The words of a sealed document, by seal: all that are left of those that it names. And what is withheld of it.
CREATE FUNCTION contents_of(document text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT (
    SELECT coalesce(jsonb_object_agg(encode(c.seal, 'hex'), c.value), '{}')
    FROM jsonb_path_query(document::jsonb, 'strict $.**.sealed') named JOIN contents c ON c.seal = seal_or_null(named #>> '{}')
  ) || (SELECT coalesce(jsonb_object_agg(name, true), '{}') FROM unnest(withheld_in(document)) name)
$$;

-- The words of an edition that readers may find it by: those of edition_words() that are not withheld.
CREATE FUNCTION shown_words(document text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN withheld = '{}' THEN edition_words(document) ELSE readers_fold(concat_ws(' ',
    CASE WHEN 'quote ' || (edition #>> '{claim,id}') <> ALL (withheld) THEN edition #>> '{claim,quote,exact}' END,
    edition #>> '{claim,ref}',
    CASE WHEN 'article_title ' || (edition #>> '{article,id}') <> ALL (withheld) THEN edition #>> '{article,title}' END,
    (SELECT string_agg(concat_ws(' ', source ->> 'name', jsonb_path_query_array(source, '$.names[*].text')::text), ' ')
      FROM jsonb_path_query(edition, 'strict $.** ? (exists (@.name))') source
      WHERE coalesce('source_names ' || (source ->> 'id') <> ALL (withheld), true)))) END
  FROM (SELECT document::jsonb AS edition, withheld_in(document) AS withheld) read
$$;

-- The text of a version goes when its article is redacted; nothing else of it ever changes.
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.text = '' AND to_jsonb(NEW) - 'text' = to_jsonb(OLD) - 'text' AND was_erased(OLD.article_id, 'article_text') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of article_versions are never changed or removed'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'article_versions_are_permanent', TABLE = 'article_versions';
END $$;
CREATE TRIGGER article_versions_are_permanent BEFORE UPDATE OR DELETE ON article_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();

-- The rows of today without these texts. What was read of a proposal and holds them is read anew. `named`: the sources whose names go.
CREATE FUNCTION blank_texts(target uuid, named uuid[], kinds text[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF 'quote' = ANY (kinds) THEN
    UPDATE claims SET entered_digest = NULL, quote_exact = '', quote_prefix = '', quote_suffix = '', folded = '', word_forms = '{}' WHERE id = target;
  END IF;
  IF 'article_text' = ANY (kinds) THEN
    UPDATE article_versions SET text = '' WHERE article_id = target;
  END IF;
  IF 'article_title' = ANY (kinds) OR 'article_url' = ANY (kinds) THEN
    UPDATE articles SET version = version + 1,
      title = CASE WHEN 'article_title' = ANY (kinds) THEN '' ELSE title END,
      url = CASE WHEN 'article_url' = ANY (kinds) THEN NULL ELSE url END
    WHERE id = target;
  END IF;
  IF 'source_names' = ANY (kinds) THEN
    DELETE FROM source_names WHERE source_id = ANY (named);
    UPDATE sources SET version = version + 1, name = '', affiliation = NULL, wikidata = NULL, note = NULL WHERE id = ANY (named);
  END IF;
  DELETE FROM edition_proposals p USING unnest(target || named) AS one (id)
  WHERE p.document LIKE '%' || one.id || '%' AND kinds && '{quote,article_title,article_url,source_names}';
END $$;
REVOKE EXECUTE ON FUNCTION blank_texts(uuid, uuid[], text[]) FROM PUBLIC;
