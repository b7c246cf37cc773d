-- What an event is made from where its rows are written already: see src/workflow/events/stored-rows.ts.

-- As src/domain/replay/cell.ts writes what is too long, or too secret, to stand in every event: a text as its hash. All texts
-- of an article together may be more than one value can hold.
CREATE FUNCTION hash_of_cell(cell jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN jsonb_typeof(cell) = 'string' THEN jsonb_build_object('hash', encode(sha256(convert_to(cell #>> '{}', 'UTF8')), 'hex')) ELSE cell END;

-- Of each table that is named, the rows whose columns are those of `where`, in UTC whatever the session's time zone is;
-- the columns of `hashed` as their hashes.
CREATE FUNCTION rows_where(wanted jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
DECLARE
  one jsonb;
  found jsonb;
  answer jsonb := '[]';
BEGIN
  FOR one IN SELECT value FROM jsonb_array_elements(wanted) LOOP
    EXECUTE format('SELECT coalesce(jsonb_agg(to_jsonb(t) || jsonb_build_object(%3$s)), ''[]'') FROM %1$I t, jsonb_populate_record(NULL::%1$I, $1) w WHERE %2$s',
      one ->> 'table', coalesce((SELECT string_agg(format('t.%1$I = w.%1$I', key), ' AND ') FROM jsonb_object_keys(one -> 'where') key), 'true'),
      (SELECT string_agg(format('%1$L, hash_of_cell(to_jsonb(t.%1$I))', name), ', ') FROM jsonb_array_elements_text(one -> 'hashed') name))
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

-- Reserves places, then reads: what is read is a statement of its own, which sees what was committed while the chains were waited for.
CREATE FUNCTION reserve_and_read(wanted jsonb, asked jsonb, subjects uuid[], OUT heads jsonb, OUT stored jsonb, OUT words jsonb)
LANGUAGE plpgsql AS $$
BEGIN
  SELECT coalesce(jsonb_agg(to_jsonb(r)), '[]') INTO heads FROM reserve_chains(wanted) r;
  stored := rows_where(asked);
  words := sealed_words_of(subjects);
END $$;
