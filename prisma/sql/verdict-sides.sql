-- Nobody stands on both sides of one verdict: who has written on it and who has decided on it is recorded by the
-- database itself from what happens, and refused by it where the two would be one person.

-- The side of whoever holds a task of a stage; triage has none. The table `sideOf` of src/domain/task/side.ts.
CREATE FUNCTION side_of(stage) RETURNS side LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE $1 WHEN 'approval' THEN 'deciding'::side WHEN 'review' THEN 'writing'::side WHEN 'correction' THEN 'writing'::side END;

-- Refuses a member who stands on the other side of the verdict the claim is on its way to.
CREATE FUNCTION check_side(claim uuid, member uuid, wanted side) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM verdict_sides WHERE claim_id = claim AND member_id = member AND side <> wanted;
  IF FOUND THEN
    RAISE EXCEPTION 'nobody stands on both sides of one verdict'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_sides_are_two', TABLE = 'verdict_sides';
  END IF;
END $$;

-- Written first and looked at then, so that of two at once the later one is refused.
CREATE FUNCTION record_side(claim uuid, member uuid, wanted side) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO verdict_sides (claim_id, member_id, side) VALUES (claim, member, wanted) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN PERFORM check_side(claim, member, wanted); END IF;
END $$;

-- Each approval is the end of one verdict and the beginning of the next, which corrects it: whoever approved
-- stays on the deciding side, everybody else is free again. A correction that is called off leaves things as
-- they were before it, and a claim that is re-opened begins anew.
CREATE FUNCTION record_sides_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.type IN ('claim.reopened', 'claim.correction_canceled') THEN
    DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id;
    INSERT INTO verdict_sides (claim_id, member_id, side)
    SELECT v.claim_id, v.approver_id, 'deciding' FROM verdicts v
    WHERE v.claim_id = NEW.claim_id AND v.status = 'published';
  ELSIF NEW.type IN ('verdict.submitted', 'verdict.edited') THEN
    PERFORM record_side(NEW.claim_id, NEW.actor_id, 'writing');
  ELSE
    PERFORM record_side(NEW.claim_id, NEW.actor_id, 'deciding');
    IF NEW.type = 'claim.approved' THEN
      DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id AND member_id <> NEW.actor_id;
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- By row: few events have a side, and a set could not be skipped for all the others.
CREATE TRIGGER events_record_sides AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.claim_id IS NOT NULL
    AND (NEW.type IN ('claim.reopened', 'claim.correction_canceled')
      OR (NEW.actor_id IS NOT NULL
        AND NEW.type IN ('verdict.submitted', 'verdict.edited', 'claim.returned', 'claim.approved'))))
  EXECUTE FUNCTION record_sides_of_event();

-- A draft goes on to whoever has the task next, so its words count too.
CREATE FUNCTION record_side_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_side(NEW.claim_id, NEW.assignee_id, 'writing');
  RETURN NULL;
END $$;

CREATE TRIGGER review_tasks_record_side_of_draft AFTER UPDATE OF draft ON review_tasks
  FOR EACH ROW WHEN (NEW.draft IS DISTINCT FROM OLD.draft AND NEW.draft <> '{}'
    AND NEW.status IN ('assigned', 'in_progress', 'submitted'))
  EXECUTE FUNCTION record_side_of_draft();

-- Whoever is to hold a task, by whatever path.
CREATE FUNCTION check_side_of_assignee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM check_side(NEW.claim_id, NEW.assignee_id, side_of(NEW.stage));
  RETURN NEW;
END $$;

CREATE TRIGGER review_tasks_one_side BEFORE INSERT ON review_tasks
  FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL AND NEW.stage <> 'triage') EXECUTE FUNCTION check_side_of_assignee();
CREATE TRIGGER review_tasks_stay_on_one_side BEFORE UPDATE OF assignee_id ON review_tasks
  FOR EACH ROW WHEN (NEW.assignee_id IS DISTINCT FROM OLD.assignee_id AND NEW.assignee_id IS NOT NULL AND NEW.stage <> 'triage')
  EXECUTE FUNCTION check_side_of_assignee();

-- Locked until commit: an editor who is being sent away at this moment either still counts, or does not. The
-- checks on `verdicts` know the author and the last editor; this knows all earlier rounds as well.
CREATE FUNCTION check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM members WHERE id = NEW.approver_id AND role = 'editor' AND active FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a verdict is approved by an active editor'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_approver_is_editor', TABLE = 'verdicts';
  END IF;
  PERFORM check_side(NEW.claim_id, NEW.approver_id, 'deciding');
  PERFORM check_side(NEW.claim_id, NEW.second_id, 'deciding');
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_approver_is_editor BEFORE INSERT OR UPDATE OF approver_id ON verdicts
  FOR EACH ROW WHEN (NEW.approver_id IS NOT NULL) EXECUTE FUNCTION check_approver();
