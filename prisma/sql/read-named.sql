-- What new claims name, read in one statement of the client: see src/workflow/named.repository.ts.

-- The names of a source as they were given; the shown name has a row among them too, without a language.
CREATE FUNCTION names_of_source(source uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('language', n.language, 'text', n.text) ORDER BY n.position), '[]')
    FROM source_names n WHERE n.source_id = source AND n.language <> '');
END $$;

-- A source that was named: the one that stands for it, and as what it was `recorded`.
CREATE FUNCTION named_source(source uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'names', names_of_source(s.id), 'kind', s.kind, 'version', s.version,
      'recorded', json_build_object('id', r.id, 'ref', r.ref))
    FROM sources r CROSS JOIN LATERAL standing_source(r.id) s WHERE r.id = source);
END $$;

-- `asked` holds names split into ids and refs; of articles `{id, ref, number}`, number null for the latest version;
-- `spans` where claims may stand; `codePoints`, how much text is read at most: the first text always is. Texts come in rows of
-- their own behind the first: as JSON within JSON they would be copied and read through several times.
-- A request names few rows, but the planner takes any array for many. One plan is kept, and it looks rows up by index.
CREATE FUNCTION read_named(asked jsonb) RETURNS TABLE (named json, version uuid, text text) LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  names record;
  articles json; versions json; texts uuid[]; sources json; provisions json; instruments json; claims json;
BEGIN
  SELECT * INTO names FROM jsonb_to_record(asked) AS n ("sourceIds" uuid[], "sourceRefs" text[], "provisionIds" uuid[],
    "provisionRefs" text[], "instrumentIds" uuid[], "instrumentRefs" text[], refs text[], "externalIds" text[]);

  SELECT
    json_agg(json_build_object('id', f.article_id, 'ref', f.ref, 'title', f.title, 'language', f.language, 'version', f.version,
      'latest', f.latest, 'outlet', named_source(f.outlet_id))),
    json_agg(json_build_object('id', f.id, 'article', f.article_id, 'number', f.number)) FILTER (WHERE f.id IS NOT NULL),
    array_agg(f.id) FILTER (WHERE f.up_to = f.code_points OR f.up_to <= (asked ->> 'codePoints')::int)
  INTO articles, versions, texts
  FROM (
    SELECT a.id AS article_id, a.ref, a.title, a.language, a.version, a.outlet_id, l.latest, v.id, v.number, v.code_points,
      sum(v.code_points) OVER (ORDER BY a.id, v.number ROWS UNBOUNDED PRECEDING) AS up_to
    FROM jsonb_to_recordset(asked -> 'articles') AS n (id uuid, ref text, number int)
      JOIN articles a ON a.id = n.id OR a.ref = n.ref
      CROSS JOIN LATERAL (SELECT max(of_article.number) AS latest FROM article_versions of_article WHERE of_article.article_id = a.id) l
      LEFT JOIN article_versions v ON v.article_id = a.id AND v.number = coalesce(n.number, l.latest)) f;

  SELECT json_agg(named_source(s.id))
  INTO sources FROM sources s WHERE s.id = ANY (names."sourceIds") OR s.ref = ANY (names."sourceRefs");

  IF cardinality(names."provisionIds" || names."instrumentIds") + cardinality(names."provisionRefs" || names."instrumentRefs") > 0 THEN
    SELECT json_agg(json_build_object('id', p.id, 'ref', p.ref, 'paragraph', p.paragraph, 'direction', p.direction,
      'verified', p.verified, 'version', p.version, 'instrument',
      json_build_object('id', i.id, 'ref', i.ref, 'version', i.version)))
    INTO provisions FROM provisions p JOIN instruments i ON i.id = p.instrument_id
    WHERE p.id = ANY (names."provisionIds") OR p.ref = ANY (names."provisionRefs");

    SELECT json_agg(json_build_object('id', i.id, 'ref', i.ref, 'version', i.version))
    INTO instruments FROM instruments i WHERE i.id = ANY (names."instrumentIds") OR i.ref = ANY (names."instrumentRefs");
  END IF;

  IF cardinality(names.refs || names."externalIds") + jsonb_array_length(asked -> 'spans') > 0 THEN
    SELECT json_agg(json_build_object('id', c.id, 'ref', c.ref, 'externalId', c.external_id,
      'digest', encode(c.entered_digest, 'hex'), 'version', c.article_version_id, 'start', c.quote_start, 'end', c.quote_end))
    INTO claims FROM claims c
    WHERE c.id IN (
      SELECT id FROM claims WHERE ref = ANY (names.refs)
      UNION SELECT id FROM claims WHERE external_id = ANY (names."externalIds")
      UNION SELECT there.id FROM jsonb_to_recordset(asked -> 'spans') AS span (version uuid, start int, "end" int)
        JOIN claims there ON there.article_version_id = span.version
          AND there.quote_start = span.start AND there.quote_end = span."end");
  END IF;

  named := json_build_object('micros', micros_of(date_trunc('milliseconds', desk_now())), 'articles', articles, 'versions', versions,
    'sources', sources, 'provisions', provisions, 'instruments', instruments, 'claims', claims);
  RETURN NEXT;
  RETURN QUERY SELECT NULL::json, v.id, v.text FROM article_versions v WHERE v.id = ANY (texts);
END $$;
