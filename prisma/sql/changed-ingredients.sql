-- Who has changed, since a verdict was submitted, what it names: they do not decide on it.

-- Of a norm, an edition names what its verdict cites: whether this change is of that, or of the instrument itself.
CREATE FUNCTION is_change_of_cited(data jsonb, cited text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT data ? 'provision' OR data ->> 'provision' = ANY (cited);

-- Of the article of a related claim, an edition names what the claim says, word by word in a version of its text, and the outlet once the
-- claim is said to be the outlet's: whether this change is of that.
CREATE FUNCTION is_change_of_quoted(type text, data jsonb, version int, sources uuid[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE type
  WHEN 'article.created' THEN true
  WHEN 'article.revised' THEN number_or_null(data ->> 'number') = version
  WHEN 'article.changed' THEN data -> 'changed' ? 'outlet' AND coalesce(id_or_null(data #>> '{rows,now,articles,0,outlet_id}') = ANY (sources), false)
  ELSE false END;

-- Who has changed what the verdict names between two events, and when: see is_change_of_ingredient(). The order is that of the events:
-- the clocks of two chains need not agree.
-- Each ingredient looks for its own events: the planner, which knows neither moment, would read all events between them.
CREATE FUNCTION changes_of_ingredients(claim uuid, verdict uuid, since bigint, until bigint)
RETURNS TABLE (member uuid, seq bigint) LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
  cited text[] := ARRAY(SELECT p.ref FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id WHERE x.verdict_id = verdict);
  named uuid[] := ARRAY(
    SELECT a.id FROM edition_articles(claim) AS a (id) UNION ALL SELECT s.id FROM edition_sources(claim) AS s (id)
    UNION SELECT p.instrument_id FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id WHERE x.verdict_id = verdict);
BEGIN
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(named) AS one (id) CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NULL AND e.subject_id = one.id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data)
        -- The claim stands in an earlier version.
        AND e.type <> 'article.revised' AND is_change_of_cited(e.data, cited) OFFSET 0) changed;
  RETURN QUERY SELECT * FROM changes_of_related(ARRAY(SELECT related_claims(claim)), since, until);
END $$;

-- The same of related claims, and of the articles they stand in.
CREATE FUNCTION changes_of_related(related uuid[], since bigint, until bigint)
RETURNS TABLE (member uuid, seq bigint) LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  IF related = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(related) AS one (id) CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NOT NULL AND e.claim_id = one.id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data) OFFSET 0) changed;
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(related) AS one (id)
      JOIN claims c ON c.id = one.id JOIN article_versions v ON v.id = c.article_version_id CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NULL AND e.subject_id = v.article_id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data)
        AND is_change_of_quoted(e.type, e.data, v.number,
          ARRAY(SELECT a.source_id FROM attributions a WHERE a.claim_id = one.id AND a.source_id IS NOT NULL)) OFFSET 0) changed;
END $$;

-- Since when whoever changes what the verdict of a claim names is a party to it: the event by which that was submitted which nobody has
-- decided on. Null where there is none.
CREATE FUNCTION submitted_at_event(claim uuid, OUT verdict uuid, OUT seq bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT v.id INTO verdict FROM verdicts v WHERE v.claim_id = claim AND v.status IN ('submitted', 'proposed');
  IF verdict IS NOT NULL THEN
    seq := (SELECT max(e.seq) FROM events e WHERE e.subject_id = verdict AND e.claim_id = claim AND e.type = 'verdict.submitted');
  END IF;
END $$;

-- Who has changed what the verdict that was submitted names, since it was. What they decided on would be their own.
CREATE FUNCTION persons_who_changed_ingredients(claim uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
  submitted record;
BEGIN
  SELECT * INTO submitted FROM submitted_at_event(claim);
  IF submitted.seq IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT coalesce(m.person_id, m.id)
    FROM changes_of_ingredients(claim, submitted.verdict, submitted.seq, 9223372036854775807) changed JOIN members m ON m.id = changed.member;
END $$;

-- Whether one of these persons has: looked up by what they did themselves first, which most of the time is nothing of the kind.
CREATE FUNCTION has_changed_ingredients(claim uuid, persons uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  since bigint := (SELECT seq FROM submitted_at_event(claim));
BEGIN
  RETURN EXISTS (
      SELECT FROM members m JOIN events e ON e.actor_id = m.id
      WHERE (m.id = ANY (persons) OR m.person_id = ANY (persons)) AND is_change_of_ingredient(e.type, e.data) AND e.seq > since)
    AND EXISTS (SELECT FROM persons_who_changed_ingredients(claim) AS changer WHERE changer = ANY (persons));
END $$;
