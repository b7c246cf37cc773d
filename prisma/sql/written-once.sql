-- What is written once: neither changed nor removed, whoever asks. TRUNCATE passes by triggers on rows.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_are_permanent', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER events_are_permanent BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_stay BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- No session may rewrite history by calling itself a replica either.
ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_permanent;
ALTER TABLE events ENABLE ALWAYS TRIGGER events_stay;

-- Single rows of article_versions are guarded in redactions.sql.
CREATE TRIGGER article_versions_stay BEFORE TRUNCATE ON article_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The order of the feed is the same for every reader, whenever they come.
CREATE TRIGGER feed_is_permanent BEFORE UPDATE OR DELETE ON feed
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feed_stays BEFORE TRUNCATE ON feed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A rating that changed its meaning would change every verdict that gave it: a new meaning is a new scale.
CREATE TRIGGER ratings_are_permanent BEFORE UPDATE OR DELETE ON ratings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ratings_stay BEFORE TRUNCATE ON ratings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What a capture loses by an erasure: erasures.sql.
CREATE TRIGGER captures_stay BEFORE TRUNCATE ON captures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was signed is never signed again in another wording.
CREATE TRIGGER checkpoints_are_permanent BEFORE UPDATE OR DELETE ON checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_stay BEFORE TRUNCATE ON checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Single rows of these are guarded in published-verdicts.sql.
CREATE TRIGGER verdicts_stay BEFORE TRUNCATE ON verdicts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_provisions_stay_whole BEFORE TRUNCATE ON verdict_provisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_evidence_stays_whole BEFORE TRUNCATE ON verdict_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What was approved is what stands. A sealed text is never changed; erasing it deletes its row.
CREATE TRIGGER editions_are_permanent BEFORE UPDATE OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_stay BEFORE TRUNCATE ON editions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contents_are_permanent BEFORE UPDATE ON contents
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER contents_stay BEFORE TRUNCATE ON contents
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A notice is decided on, and never removed.
CREATE TRIGGER notices_stay BEFORE DELETE ON notices
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Nor is what waits for a second person: put in again it would be something else, under the name that its history has.
CREATE TRIGGER privileged_changes_stay BEFORE DELETE ON privileged_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
