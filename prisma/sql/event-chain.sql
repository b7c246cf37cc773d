-- History that proves itself: every event names the hash of the one before it in its chain. A claim's chain is
-- its own events; what belongs to no claim is chained by its subject. See docs/decisions/020.

-- An event is the next one of its chain and names its predecessor's hash, or it is refused. Whether `hash` is the
-- hash of what the event says, the database cannot tell; `isnad verify` does.
CREATE FUNCTION check_event_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  place int := coalesce(NEW.ordinal, NEW.subject_ordinal);
  head bytea;
BEGIN
  IF NEW.claim_id IS NOT NULL THEN
    SELECT e.hash INTO head FROM events e WHERE e.claim_id = NEW.claim_id AND e.ordinal = place - 1;
  ELSE
    SELECT e.hash INTO head FROM events e
    WHERE e.claim_id IS NULL AND e.subject_type COLLATE "C" = NEW.subject_type AND e.subject_id = NEW.subject_id
      AND e.subject_ordinal = place - 1;
  END IF;
  IF NEW.hash IS NULL OR NEW.prev_hash IS DISTINCT FROM head OR (head IS NULL AND place <> 1) THEN
    RAISE EXCEPTION 'event % of its chain does not follow the one before it', coalesce(place::text, 'without a number')
      USING ERRCODE = 'check_violation', CONSTRAINT = 'events_follow_their_chain', TABLE = 'events';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER events_follow_their_chain BEFORE INSERT ON events
  FOR EACH ROW EXECUTE FUNCTION check_event_chain();

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
