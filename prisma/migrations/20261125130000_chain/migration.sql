-- History that proves itself: every event names the hash of the one before it in its chain. A claim's chain is
-- its own events; what belongs to no claim is chained by its subject. See docs/decisions/020.

ALTER TABLE "events"
  ADD COLUMN "subject_ordinal" INTEGER,
  ADD COLUMN "prev_hash" BYTEA,
  ADD COLUMN "hash" BYTEA;

CREATE TABLE "checkpoints" (
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "position" BIGINT NOT NULL,
    "statement" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("number")
);

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

-- Events that stand here already get the hashes that prisma/chain-events.ts worked out before this migration:
-- canonical JSON is not a thing to write in SQL. An empty database has no such table and no such events.
CREATE TABLE IF NOT EXISTS events_to_chain (seq bigint PRIMARY KEY, subject_ordinal int, prev_hash bytea, hash bytea NOT NULL);
DO $$ BEGIN
  IF EXISTS (SELECT FROM events e WHERE NOT EXISTS (SELECT FROM events_to_chain c WHERE c.seq = e.seq)) THEN
    RAISE EXCEPTION 'events were appended while their chains were worked out: end all other processes and migrate again';
  END IF;
END $$;
ALTER TABLE events DISABLE TRIGGER events_are_permanent;
UPDATE events e SET subject_ordinal = c.subject_ordinal, prev_hash = c.prev_hash, hash = c.hash
FROM events_to_chain c WHERE c.seq = e.seq;
ALTER TABLE events ENABLE TRIGGER events_are_permanent;
DROP TABLE events_to_chain;

ALTER TABLE events
  ALTER COLUMN hash SET NOT NULL,
  ADD CONSTRAINT events_hash_is_sha256 CHECK (octet_length(hash) = 32),
  ADD CONSTRAINT events_subject_ordinal_without_claim CHECK ((subject_ordinal IS NULL) = (claim_id IS NOT NULL)),
  ADD CONSTRAINT events_subject_ordinal_from_one CHECK (subject_ordinal >= 1);

-- Each subject's chain in its order; a claim's is kept by events_claim_id_ordinal_key.
CREATE UNIQUE INDEX events_of_subjects ON events (subject_type COLLATE "C", subject_id, subject_ordinal) WHERE claim_id IS NULL;

-- The chain trigger: an event is the next one of its chain and names its predecessor's hash, or it is refused.
-- Whether `hash` is the hash of what the event says, the database cannot tell; `isnad verify` does.
CREATE FUNCTION events_check_chain() RETURNS trigger LANGUAGE plpgsql AS $$
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
  FOR EACH ROW EXECUTE FUNCTION events_check_chain();

-- No session may rewrite history by calling itself a replica either.
ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_permanent;
ALTER TABLE events ENABLE ALWAYS TRIGGER events_stay;

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

-- What was signed is never signed again in another wording.
CREATE TRIGGER checkpoints_are_permanent BEFORE UPDATE OR DELETE ON checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_stay BEFORE TRUNCATE ON checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE checkpoints
  ADD CONSTRAINT checkpoints_number_from_one CHECK (number >= 1);
