-- Every change waits first, keeps what it asks for and of whom, and is decided on once. An erasure is confirmed by `erase` alone,
-- which runs as the owner. The key that it would make goes once it is decided, and so do the subjects of identities.
CREATE FUNCTION check_privileged_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.status = 'waiting' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.kind, NEW.member_id, NEW.key_id, NEW.asked_by_id, NEW.asked_at, NEW.lapses_at, NEW.wanted, NEW.before)
      IS NOT DISTINCT FROM (OLD.id, OLD.kind, OLD.member_id, OLD.key_id, OLD.asked_by_id, OLD.asked_at, OLD.lapses_at, OLD.wanted, OLD.before)
    AND (NEW.secret_digest IS NOT DISTINCT FROM OLD.secret_digest OR NEW.secret_digest IS NULL AND NEW.status <> 'waiting')
    AND (NEW.subjects IS NOT DISTINCT FROM OLD.subjects OR NEW.subjects IS NULL AND NEW.status <> 'waiting')
    AND (OLD.status = 'waiting' OR (NEW.status, NEW.decided_by_id) IS NOT DISTINCT FROM (OLD.status, OLD.decided_by_id))
    AND (NEW.kind <> 'erase' OR NEW.status <> 'confirmed' OR OLD.status = 'confirmed')
  THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a privileged change waits first, and stays what was asked for'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'privileged_changes_wait_first', TABLE = 'privileged_changes';
END $$;
CREATE TRIGGER privileged_changes_wait_first BEFORE INSERT OR UPDATE ON privileged_changes
  FOR EACH ROW EXECUTE FUNCTION check_privileged_change();
