-- Tasks: who may hold one, in which language they are looked for, and what a claim knows of its own.

-- Whoever is to hold a task, by whatever path, stands on no other side of the verdict: verdict-sides.sql.
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

-- A task is looked for by the language of its claim, so the row carries it.
CREATE FUNCTION set_language_of_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.language := (SELECT language FROM claims WHERE id = NEW.claim_id);
  RETURN NEW;
END $$;
CREATE TRIGGER review_tasks_language BEFORE INSERT OR UPDATE OF language ON review_tasks
  FOR EACH ROW EXECUTE FUNCTION set_language_of_task();

CREATE FUNCTION copy_language_to_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_tasks SET language = NEW.language WHERE claim_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_language AFTER UPDATE OF language ON claims
  FOR EACH ROW WHEN (NEW.language <> OLD.language) EXECUTE FUNCTION copy_language_to_tasks();

-- A claim knows the stage of its live task, so that what is owed and missing is found by index. There is one at
-- most; were there two, the one that the status owes is the one that counts.
CREATE FUNCTION update_live_stage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE live stage; known stage;
BEGIN
  SELECT live_stage INTO known FROM claims WHERE id = NEW.claim_id;
  SELECT t.stage INTO live
  FROM claims c JOIN review_tasks t ON t.claim_id = c.id
  WHERE c.id = NEW.claim_id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')
  ORDER BY t.stage IS NOT DISTINCT FROM owed_stage(c.status) DESC LIMIT 1;
  -- Mostly it was written with the claim.
  IF known IS DISTINCT FROM live THEN
    UPDATE claims SET live_stage = live WHERE id = NEW.claim_id;
  END IF;
  RETURN NULL;
END $$;
-- The live statuses are written out here: putting in the body of is_live() would cost every statement more than it does.
-- By row: tasks are opened one at a time, and most updates concern a draft, a lease or a clock, which WHEN passes over.
CREATE TRIGGER review_tasks_begin_live_stage AFTER INSERT ON review_tasks
  FOR EACH ROW EXECUTE FUNCTION update_live_stage();
CREATE TRIGGER review_tasks_change_live_stage AFTER UPDATE OF status ON review_tasks
  FOR EACH ROW WHEN ((NEW.status IN ('open', 'assigned', 'in_progress', 'submitted'))
    <> (OLD.status IN ('open', 'assigned', 'in_progress', 'submitted'))) EXECUTE FUNCTION update_live_stage();
