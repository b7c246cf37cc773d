-- A mark that a clock writes on one of two live tasks must not hide the other, which the status owes: the sweep
-- would look for it for ever.

-- A claim knows the stage of its live task, so that what is owed and missing is found by index. There is one at
-- most; were there two, the one that the status owes is the one that counts.
CREATE OR REPLACE FUNCTION claims_keep_live_stage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE live stage;
BEGIN
  SELECT t.stage INTO live
  FROM claims c JOIN review_tasks t ON t.claim_id = c.id
  WHERE c.id = NEW.claim_id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted')
  ORDER BY t.stage IS NOT DISTINCT FROM owed_stage(c.status) DESC LIMIT 1;
  UPDATE claims SET live_stage = live WHERE id = NEW.claim_id AND live_stage IS DISTINCT FROM live;
  RETURN NULL;
END $$;
DROP TRIGGER review_tasks_keep_live_stage ON review_tasks;
CREATE TRIGGER review_tasks_begin_live_stage AFTER INSERT ON review_tasks
  FOR EACH ROW EXECUTE FUNCTION claims_keep_live_stage();
CREATE TRIGGER review_tasks_keep_live_stage AFTER UPDATE OF status ON review_tasks
  FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION claims_keep_live_stage();
