-- Every event waits in the outbox, from the very transaction that appends it, until the relay has given it
-- its place in the feed.
CREATE FUNCTION add_to_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (event_seq) SELECT seq FROM added;
  RETURN NULL;
END $$;

CREATE TRIGGER events_to_outbox AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION add_to_outbox();
