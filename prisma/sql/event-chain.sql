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

-- The moment of what happens now, in whole milliseconds; never before the last event, so time in a chain never goes back.
CREATE FUNCTION moment_after(last timestamptz) RETURNS timestamptz LANGUAGE sql VOLATILE
RETURN greatest(date_trunc('milliseconds', desk_now()), date_trunc('milliseconds', last + interval '999 microseconds'));

-- Where the next events of each chain go, one for each time it is named, and their moment. It locks the chains until
-- commit, in the order in which they are named: a claim's by its row, another by its subject. The head is looked for in a
-- statement of its own, which therefore sees what was committed while it waited for the lock. `stood`: the rows that the last
-- event of a subject told of.
CREATE FUNCTION reserve_chains(wanted jsonb) RETURNS TABLE (chain text, ordinal int, hash text, micros text, stood jsonb) LANGUAGE plpgsql AS $$
DECLARE
  one record;
  last timestamptz;
BEGIN
  FOR one IN
    SELECT w.chain, w.claim, w.type, w.subject, count(*)::int AS places
    FROM ROWS FROM (jsonb_to_recordset(wanted) AS (chain text, claim uuid, type text, subject uuid)) WITH ORDINALITY AS w
    GROUP BY w.chain, w.claim, w.type, w.subject ORDER BY min(w.ordinality)
  LOOP
    chain := one.chain;
    IF one.claim IS NOT NULL THEN
      UPDATE claims c SET version = c.version + one.places, updated_at = moment_after(c.updated_at) WHERE c.id = one.claim
      RETURNING c.version - one.places, micros_of(c.updated_at) INTO ordinal, micros;
      CONTINUE WHEN NOT FOUND;
      hash := chain_head(one.claim, ordinal);
    ELSE
      PERFORM pg_advisory_xact_lock(hashtextextended(one.type || one.subject::text, 0));
      SELECT e.subject_ordinal, encode(e.hash, 'hex'), e.at, e.data #> '{rows,now}' INTO ordinal, hash, last, stood FROM events e
      WHERE e.claim_id IS NULL AND e.subject_type COLLATE "C" = one.type AND e.subject_id = one.subject
      ORDER BY e.subject_ordinal DESC LIMIT 1;
      ordinal := coalesce(ordinal, 0);
      micros := micros_of(moment_after(last));
    END IF;
    RETURN NEXT;
  END LOOP;
END $$;
