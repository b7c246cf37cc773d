-- Which members are one person.

-- Members that were tied together by an identity or a privileged change are one person, named by the first of them.
CREATE FUNCTION person_of(member uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(m.person_id, m.id) FROM members m WHERE m.id = member);
END $$;

-- A tie is for ever: a member who becomes one with another person takes along all that they are one with.
CREATE FUNCTION check_tie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.person_id IS NOT NULL AND (NEW.person_id IS NULL OR person_of(OLD.person_id) IS DISTINCT FROM NEW.person_id)
    OR NEW.person_id IS NOT NULL AND (person_of(NEW.person_id) IS DISTINCT FROM NEW.person_id
      OR NEW.person_id <> NEW.id AND EXISTS (SELECT FROM members m WHERE m.person_id = NEW.id))
  THEN
    RAISE EXCEPTION 'members who were tied stay one person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'members_tied_for_ever', TABLE = 'members';
  END IF;
  RETURN NULL;
END $$;
-- After the statement, which moves all of them.
CREATE TRIGGER members_tied_for_ever AFTER UPDATE OF person_id ON members
  FOR EACH ROW WHEN (NEW.person_id IS DISTINCT FROM OLD.person_id) EXECUTE FUNCTION check_tie();
