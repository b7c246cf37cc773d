-- What an event is made from where its rows are written already: see src/workflow/events/stored-rows.ts.

-- Of each table that is named, the rows whose columns are those of `where`, in UTC whatever the session's time zone is.
CREATE FUNCTION rows_where(wanted jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
DECLARE
  one jsonb;
  found jsonb;
  answer jsonb := '[]';
BEGIN
  FOR one IN SELECT value FROM jsonb_array_elements(wanted) LOOP
    EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t)), ''[]'') FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) w WHERE %2$s',
      one ->> 'table', coalesce((SELECT string_agg(format('t.%1$I = w.%1$I', key), ' AND ') FROM jsonb_object_keys(one -> 'where') key), 'true'))
    INTO found USING one -> 'where';
    answer := answer || jsonb_build_array(found);
  END LOOP;
  RETURN answer;
END $$;

-- The words of some subjects that were sealed before, with their seals: the same words keep theirs.
CREATE FUNCTION sealed_words_of(subjects uuid[]) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('seal', encode(c.seal, 'hex'), 'kind', c.kind, 'subject', c.subject_id, 'value', c.value)
      ORDER BY c.created_at DESC, c.seal DESC), '[]')
    FROM contents c WHERE c.subject_id = ANY (subjects));
END $$;
