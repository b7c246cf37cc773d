-- Sources that were recorded twice: links keep the one that they were recorded with, and whatever is read of it is the one that stands.

-- The source that stands for one. Written to be inlined: two look-ups by primary key.
CREATE FUNCTION standing_source(recorded uuid) RETURNS SETOF sources LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT s.* FROM sources r JOIN sources s ON s.id = coalesce(r.merged_into_id, r.id) WHERE r.id = recorded
$$;

-- All that were found to be the same, itself among them. Inlined likewise.
CREATE FUNCTION same_sources(named uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 2 AS $$
  SELECT f.id FROM sources n JOIN sources f ON coalesce(f.merged_into_id, f.id) = coalesce(n.merged_into_id, n.id) WHERE n.id = named
$$;

-- What is withheld with a source: the names of those that were merged into it are its own.
CREATE FUNCTION sources_withheld_with(source uuid) RETURNS SETOF uuid LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT s.id FROM sources s WHERE s.id = source OR s.merged_into_id = source
$$;

-- The one that stands is never merged itself, so nobody has to follow more than one.
CREATE FUNCTION check_source_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM sources s WHERE s.id = NEW.merged_into_id AND s.merged_into_id IS NOT NULL OR s.merged_into_id = NEW.id;
  IF FOUND THEN
    RAISE EXCEPTION 'a source is merged into one that stands'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'sources_merged_once', TABLE = 'sources';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER sources_merged_once AFTER INSERT OR UPDATE OF merged_into_id ON sources
  FOR EACH ROW WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION check_source_stands();
