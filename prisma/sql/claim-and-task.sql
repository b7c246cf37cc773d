-- A claim and its task agree: at most one live task, of the stage that the claim's status owes, at a place that goes
-- with it; or none, which is owed then and not opened yet. The table `liveTask` of src/domain/claim/lifecycle.ts.

CREATE FUNCTION goes_with(status claim_status, stage stage, at task_status) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE status
  WHEN 'submitted' THEN stage = 'triage' AND at IN ('open', 'assigned', 'in_progress')
  WHEN 'open' THEN stage = 'review' AND at IN ('open', 'assigned')
  WHEN 'in_review' THEN stage = 'review' AND at IN ('in_progress', 'submitted')
  WHEN 'in_approval' THEN stage = 'approval' AND at IN ('open', 'assigned', 'in_progress')
  WHEN 'correcting' THEN stage = 'correction' AND at IN ('open', 'assigned', 'in_progress', 'submitted')
  ELSE false
END;

-- At the end of the transaction, with the claim locked: whoever else changed it has committed by then, and is seen.
CREATE FUNCTION check_claim_and_task() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  claim uuid;
  now_at claim_status;
  live int;
  fitting int;
BEGIN
  IF TG_TABLE_NAME = 'claims' THEN claim := NEW.id; ELSE claim := NEW.claim_id; END IF;
  SELECT c.status INTO now_at FROM claims c WHERE c.id = claim FOR NO KEY UPDATE;
  SELECT count(*), count(*) FILTER (WHERE goes_with(now_at, t.stage, t.status)) INTO live, fitting
  FROM review_tasks t WHERE t.claim_id = claim AND t.status IN ('open', 'assigned', 'in_progress', 'submitted');
  IF live > 1 OR live <> fitting THEN
    RAISE EXCEPTION 'a claim that is % has a live task that does not go with it', now_at
      USING ERRCODE = 'check_violation', CONSTRAINT = 'claims_agree_with_tasks', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER claims_agree_with_tasks AFTER UPDATE OF status ON claims DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION check_claim_and_task();
CREATE CONSTRAINT TRIGGER review_tasks_begin_with_claims AFTER INSERT ON review_tasks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION check_claim_and_task();
-- Most updates of a task are of its draft, its lease or its clock.
CREATE CONSTRAINT TRIGGER review_tasks_agree_with_claims AFTER UPDATE OF status, stage, claim_id ON review_tasks DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.status <> OLD.status OR NEW.stage <> OLD.stage OR NEW.claim_id <> OLD.claim_id)
  EXECUTE FUNCTION check_claim_and_task();
