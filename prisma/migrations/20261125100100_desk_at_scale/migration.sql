-- What the desk asks for all day costs the same at ten thousand open tasks and at a million.

ALTER TABLE "claims" ADD COLUMN "live_stage" "stage";
ALTER TABLE "review_tasks" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';

DROP INDEX "review_tasks_assignee_id_status_idx";
CREATE INDEX "review_tasks_assignee_id_status_id_idx" ON "review_tasks"("assignee_id", "status", "id");
CREATE INDEX "review_tasks_status_stage_id_idx" ON "review_tasks"("status", "stage", "id");

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

-- A task is looked for by the language of its claim, so the row carries it.
CREATE FUNCTION review_tasks_take_language() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.language := (SELECT language FROM claims WHERE id = NEW.claim_id);
  RETURN NEW;
END $$;
CREATE TRIGGER review_tasks_language BEFORE INSERT OR UPDATE OF language ON review_tasks
  FOR EACH ROW EXECUTE FUNCTION review_tasks_take_language();

CREATE FUNCTION claims_pass_language_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_tasks SET language = NEW.language WHERE claim_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_language AFTER UPDATE OF language ON claims
  FOR EACH ROW WHEN (NEW.language <> OLD.language) EXECUTE FUNCTION claims_pass_language_on();

UPDATE review_tasks t SET language = c.language FROM claims c WHERE c.id = t.claim_id;

-- "Give me the next task": one walk per stage, or per stage and language.
DROP INDEX review_tasks_next;
CREATE INDEX review_tasks_next ON review_tasks (stage, priority DESC, opened_at, id) INCLUDE (claim_id) WHERE status = 'open';
CREATE INDEX review_tasks_next_by_language ON review_tasks (stage, language, priority DESC, opened_at, id) INCLUDE (claim_id) WHERE status = 'open';

-- What is overdue, and what was brought before the editors, in the order of the list.
DROP INDEX review_tasks_overdue;
CREATE INDEX review_tasks_overdue ON review_tasks (status, stage, id) WHERE overdue_at IS NOT NULL;
CREATE INDEX review_tasks_escalated ON review_tasks (status, stage, id) WHERE escalated_at IS NOT NULL;

-- The stage whose task must exist while a claim is in a status: the column `owedStage` of src/domain/claim/lifecycle.ts.
CREATE FUNCTION owed_stage(claim_status) RETURNS stage LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE $1
  WHEN 'submitted' THEN 'triage'::stage
  WHEN 'open' THEN 'review'::stage
  WHEN 'in_review' THEN 'review'::stage
  WHEN 'in_approval' THEN 'approval'::stage
  WHEN 'correcting' THEN 'correction'::stage
END;

-- A claim knows the stage of its live task, so that what is owed and missing is found by index.
CREATE FUNCTION claims_keep_live_stage() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status IN ('open', 'assigned', 'in_progress', 'submitted') THEN
    UPDATE claims SET live_stage = NEW.stage WHERE id = NEW.claim_id AND live_stage IS DISTINCT FROM NEW.stage;
  ELSE
    UPDATE claims SET live_stage = NULL WHERE id = NEW.claim_id AND live_stage = NEW.stage;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER review_tasks_keep_live_stage AFTER INSERT OR UPDATE OF status ON review_tasks
  FOR EACH ROW EXECUTE FUNCTION claims_keep_live_stage();

UPDATE claims c SET live_stage = t.stage
FROM review_tasks t WHERE t.claim_id = c.id AND t.status IN ('open', 'assigned', 'in_progress', 'submitted');

CREATE INDEX claims_owing ON claims (id) WHERE live_stage IS DISTINCT FROM owed_stage(status) AND owed_stage(status) IS NOT NULL;
