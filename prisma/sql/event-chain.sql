-- History that proves itself: every event names the hash of the one before it in its chain. A claim's chain is
-- its own events; what belongs to no claim is chained by its subject. See docs/decisions/020.

-- An event is the next one of its chain and names its predecessor's hash, or it is refused: looked up for all events
-- of a statement at once. Whether `hash` is the hash of what the event says, the database cannot tell; `isnad verify` does.
CREATE FUNCTION check_event_chains() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong int;
BEGIN
  SELECT coalesce(ordinal, subject_ordinal) INTO wrong
  FROM (
    SELECT e.ordinal, e.subject_ordinal, e.prev_hash, CASE
        WHEN e.claim_id IS NOT NULL THEN (SELECT p.hash FROM events p WHERE p.claim_id = e.claim_id AND p.ordinal = e.ordinal - 1)
        ELSE (SELECT p.hash FROM events p WHERE p.claim_id IS NULL AND p.subject_type COLLATE "C" = e.subject_type
          AND p.subject_id = e.subject_id AND p.subject_ordinal = e.subject_ordinal - 1)
      END AS head
    FROM added e
  ) AS link
  WHERE prev_hash IS DISTINCT FROM head OR (head IS NULL AND coalesce(ordinal, subject_ordinal) <> 1) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'event % of its chain does not follow the one before it', wrong
      USING ERRCODE = 'check_violation', CONSTRAINT = 'events_follow_their_chain', TABLE = 'events';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER events_follow_their_chain AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION check_event_chains();

-- A moment as what is hashed needs it: whole, without a time zone to be read in, and text whatever it is.
CREATE FUNCTION micros_of(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN trunc(extract(epoch FROM moment) * 1000000)::text;

-- Where the next events of a claim go. It locks the claim's row until commit, and looks for the chain's head in
-- a statement of its own, which therefore sees what was committed while it waited for the lock.
CREATE FUNCTION reserve_ordinals(claim uuid, places int) RETURNS TABLE (place int, head bytea, micros text) LANGUAGE plpgsql AS $$
BEGIN
  UPDATE claims SET version = version + places, updated_at = date_trunc('milliseconds', desk_now()) WHERE id = claim
  RETURNING version - places, micros_of(updated_at) INTO place, micros;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT e.hash INTO head FROM events e WHERE e.claim_id = claim AND e.ordinal = place;
  RETURN NEXT;
END $$;

-- The same for what belongs to no claim. Most subjects are locked by then; this lock is for those that are not.
CREATE FUNCTION reserve_subject_ordinal(kind text, subject uuid) RETURNS TABLE (place int, head bytea, micros text) LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(kind || subject::text, 0));
  SELECT e.subject_ordinal, e.hash INTO place, head FROM events e
  WHERE e.claim_id IS NULL AND e.subject_type COLLATE "C" = kind AND e.subject_id = subject
  ORDER BY e.subject_ordinal DESC LIMIT 1;
  place := coalesce(place, 0);
  micros := micros_of(desk_now());
  RETURN NEXT;
END $$;
