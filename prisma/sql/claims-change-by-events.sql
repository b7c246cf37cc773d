-- What a status shows changes with an event of the claim or not at all. The API processes cache statuses and ask
-- the outbox and the feed what has changed since (src/resources/statuses/status-cache.ts), so a change without an
-- event would be one that nobody is told of.
CREATE FUNCTION check_claim_changes_by_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- At the end of the transaction; the event has no place in the feed before it is committed. One look-up after the
  -- other, because a join might begin with the outbox, which is long while no relay is there.
  IF NOT EXISTS (SELECT FROM outbox WHERE event_seq = (
    SELECT seq FROM events WHERE claim_id = NEW.id AND ordinal = (SELECT version FROM claims WHERE id = NEW.id))) THEN
    RAISE EXCEPTION 'claim % was changed without an event that says so', NEW.ref
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claims_change_by_events', TABLE = 'claims';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER claims_change_by_events AFTER UPDATE ON claims DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (
    OLD.ref IS DISTINCT FROM NEW.ref OR OLD.status IS DISTINCT FROM NEW.status OR OLD.rating IS DISTINCT FROM NEW.rating
    OR OLD.revision IS DISTINCT FROM NEW.revision OR OLD.contested IS DISTINCT FROM NEW.contested
    OR OLD.merged_into IS DISTINCT FROM NEW.merged_into)
  EXECUTE FUNCTION check_claim_changes_by_event();
