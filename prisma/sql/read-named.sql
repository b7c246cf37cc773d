-- What new claims name, read in one statement of the client: see src/workflow/named.repository.ts.

-- `asked` holds names split into ids and refs; of articles `{id, ref, number}`, number null for the latest version;
-- `places` where claims may stand; `codePoints`, how much text is read at most: the first text always is.
-- A request names few rows, but the planner takes any array for many. One plan is kept, and it looks rows up by index.
CREATE FUNCTION read_named(asked jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  names record;
  articles json; versions json; sources json; provisions json; instruments json; claims json;
BEGIN
  SELECT * INTO names FROM jsonb_to_record(asked) AS n ("sourceIds" uuid[], "sourceRefs" text[], "provisionIds" uuid[],
    "provisionRefs" text[], "instrumentIds" uuid[], "instrumentRefs" text[], refs text[], "externalIds" text[]);

  WITH wanted AS MATERIALIZED (
    SELECT a.id, v.number
    FROM jsonb_to_recordset(asked -> 'articles') AS n (id uuid, ref text, number int)
      JOIN articles a ON a.id = n.id OR a.ref = n.ref
      CROSS JOIN LATERAL (
        SELECT coalesce(n.number, (SELECT max(number) FROM article_versions WHERE article_id = a.id)) AS number) v
    GROUP BY a.id, v.number
  ), found AS MATERIALIZED (
    SELECT v.id, v.article_id, v.number, v.code_points, sum(v.code_points) OVER (ORDER BY v.article_id, v.number) AS up_to
    FROM wanted w JOIN article_versions v ON v.article_id = w.id AND v.number = w.number
  )
  SELECT
    (SELECT json_agg(json_build_object('id', a.id, 'ref', a.ref, 'title', a.title, 'language', a.language, 'version', a.version,
        'latest', (SELECT max(number) FROM article_versions WHERE article_id = a.id),
        'outlet', (SELECT json_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'kind', s.kind, 'version', s.version)
                   FROM sources s WHERE s.id = a.outlet_id)))
      FROM articles a WHERE a.id IN (SELECT id FROM wanted)),
    (SELECT json_agg(json_build_object('id', f.id, 'article', f.article_id, 'number', f.number, 'text',
        CASE WHEN f.up_to = f.code_points OR f.up_to <= (asked ->> 'codePoints')::int
          THEN (SELECT text FROM article_versions WHERE id = f.id) END))
      FROM found f)
  INTO articles, versions;

  SELECT json_agg(json_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'kind', s.kind, 'version', s.version))
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

  IF cardinality(names.refs || names."externalIds") + jsonb_array_length(asked -> 'places') > 0 THEN
    SELECT json_agg(json_build_object('id', c.id, 'ref', c.ref, 'externalId', c.external_id,
      'digest', encode(c.entered_digest, 'hex'), 'version', c.article_version_id, 'start', c.quote_start, 'end', c.quote_end))
    INTO claims FROM claims c
    WHERE c.id IN (
      SELECT id FROM claims WHERE ref = ANY (names.refs)
      UNION SELECT id FROM claims WHERE external_id = ANY (names."externalIds")
      UNION SELECT there.id FROM jsonb_to_recordset(asked -> 'places') AS place (version uuid, start int, "end" int)
        JOIN claims there ON there.article_version_id = place.version
          AND there.quote_start = place.start AND there.quote_end = place."end");
  END IF;

  RETURN json_build_object('micros', micros_of(date_trunc('milliseconds', desk_now())), 'articles', articles, 'versions', versions,
    'sources', sources, 'provisions', provisions, 'instruments', instruments, 'claims', claims);
END $$;
