-- What new claims name, in one row, and the moment at which they are entered.
--   $1 articles [{id, ref, number}], number null for the latest version; $2 ids and $3 refs of sources;
--   $4 ids and $5 refs of provisions; $6 ids and $7 refs of instruments;
--   $8 refs and $9 external ids that claims may have; $10 places [{version, start, end}] where claims may stand;
--   $11 how many code points of articles are read at most: the first text always is.
WITH asked AS MATERIALIZED (
  SELECT a.id, v.number
  FROM jsonb_to_recordset($1::jsonb) AS named (id uuid, ref text, number int)
    JOIN articles a ON a.id = named.id OR a.ref = named.ref
    CROSS JOIN LATERAL (
      SELECT coalesce(named.number, (SELECT max(number) FROM article_versions WHERE article_id = a.id)) AS number) v
  GROUP BY a.id, v.number
), versions AS MATERIALIZED (
  SELECT v.id, v.article_id, v.number, v.code_points,
    sum(v.code_points) OVER (ORDER BY v.article_id, v.number) AS up_to
  FROM asked JOIN article_versions v ON v.article_id = asked.id AND v.number = asked.number
)
SELECT
  micros_of(date_trunc('milliseconds', desk_now())) AS micros,
  (SELECT json_agg(json_build_object('id', a.id, 'ref', a.ref, 'title', a.title, 'language', a.language, 'version', a.version,
      'latest', (SELECT max(number) FROM article_versions WHERE article_id = a.id),
      'outlet', (SELECT json_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'kind', s.kind, 'version', s.version)
                 FROM sources s WHERE s.id = a.outlet_id)))
    FROM articles a WHERE a.id IN (SELECT id FROM asked)) AS articles,
  (SELECT json_agg(json_build_object('id', v.id, 'article', v.article_id, 'number', v.number, 'text',
      CASE WHEN up_to = code_points OR up_to <= $11::int THEN (SELECT text FROM article_versions WHERE id = v.id) END))
    FROM versions v) AS versions,
  (SELECT json_agg(json_build_object('id', id, 'ref', ref, 'name', name, 'kind', kind, 'version', version))
    FROM sources WHERE id = ANY ($2::uuid[]) OR ref = ANY ($3::text[])) AS sources,
  (SELECT json_agg(json_build_object('id', p.id, 'ref', p.ref, 'paragraph', p.paragraph, 'direction', p.direction,
      'verified', p.verified, 'version', p.version, 'instrument',
      json_build_object('id', i.id, 'ref', i.ref, 'version', i.version)))
    FROM provisions p JOIN instruments i ON i.id = p.instrument_id
    WHERE p.id = ANY ($4::uuid[]) OR p.ref = ANY ($5::text[])) AS provisions,
  (SELECT json_agg(json_build_object('id', id, 'ref', ref, 'version', version))
    FROM instruments WHERE id = ANY ($6::uuid[]) OR ref = ANY ($7::text[])) AS instruments,
  (SELECT json_agg(json_build_object('id', c.id, 'ref', c.ref, 'externalId', c.external_id,
      'digest', encode(c.entered_digest, 'hex'), 'version', c.article_version_id, 'start', c.quote_start, 'end', c.quote_end))
    FROM claims c
    WHERE c.id IN (
      SELECT id FROM claims WHERE ref = ANY ($8::text[])
      UNION SELECT id FROM claims WHERE external_id = ANY ($9::text[])
      UNION SELECT there.id FROM jsonb_to_recordset($10::jsonb) AS place (version uuid, start int, "end" int)
        JOIN claims there ON there.article_version_id = place.version
          AND there.quote_start = place.start AND there.quote_end = place."end")) AS claims
