-- Lists ask for what has changed since; whatever is shown of a row raises its version.

CREATE FUNCTION set_moment_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := date_trunc('milliseconds', desk_now());
  RETURN NEW;
END $$;

CREATE TRIGGER articles_updated_at BEFORE UPDATE OF version ON articles
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER instruments_updated_at BEFORE UPDATE OF version ON instruments
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER members_updated_at BEFORE UPDATE OF version ON members
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER review_tasks_updated_at BEFORE UPDATE OF version ON review_tasks
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER sources_updated_at BEFORE UPDATE OF version ON sources
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER verdicts_updated_at BEFORE UPDATE OF version ON verdicts
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
CREATE TRIGGER webhooks_updated_at BEFORE UPDATE OF version ON webhooks
  FOR EACH ROW WHEN (NEW.version <> OLD.version) EXECUTE FUNCTION set_moment_of_change();
