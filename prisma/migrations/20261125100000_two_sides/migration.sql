-- Nobody stands on both sides of one verdict: who has written on it and who has decided on it, kept by the
-- database itself from what happens, and refused by it where the two would be one person.

CREATE TYPE "side" AS ENUM ('writing', 'deciding');

CREATE TABLE "verdict_sides" (
    "claim_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "side" "side" NOT NULL,

    CONSTRAINT "verdict_sides_pkey" PRIMARY KEY ("claim_id","member_id")
);

ALTER TABLE "verdict_sides" ADD CONSTRAINT "verdict_sides_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_sides" ADD CONSTRAINT "verdict_sides_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

-- The side of whoever holds a task of a stage; triage has none. The same as in src/domain/task/side.ts.
CREATE FUNCTION side_of(stage) RETURNS side LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE $1 WHEN 'approval' THEN 'deciding'::side WHEN 'review' THEN 'writing'::side WHEN 'correction' THEN 'writing'::side END;

-- Refuses a member who stands on the other side of the verdict the claim is on its way to.
CREATE FUNCTION refuse_other_side(claim uuid, member uuid, wanted side) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM verdict_sides WHERE claim_id = claim AND member_id = member AND side <> wanted;
  IF FOUND THEN
    RAISE EXCEPTION 'nobody stands on both sides of one verdict'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_sides_are_two', TABLE = 'verdict_sides';
  END IF;
END $$;

CREATE FUNCTION take_side(claim uuid, member uuid, wanted side) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_other_side(claim, member, wanted);
  INSERT INTO verdict_sides (claim_id, member_id, side) VALUES (claim, member, wanted) ON CONFLICT DO NOTHING;
END $$;

-- Each approval is the end of one verdict and the beginning of the next, which corrects it: whoever approved
-- stays on the deciding side, everybody else is free again. A correction that is called off leaves things as
-- they were before it, and a claim that is re-opened begins anew.
CREATE FUNCTION keep_verdict_sides() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.type IN ('claim.reopened', 'claim.correction_canceled') THEN
    DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id;
    INSERT INTO verdict_sides (claim_id, member_id, side)
    SELECT v.claim_id, v.approver_id, 'deciding' FROM verdicts v
    WHERE v.claim_id = NEW.claim_id AND v.status = 'published';
  ELSIF NEW.type IN ('verdict.submitted', 'verdict.edited') THEN
    PERFORM take_side(NEW.claim_id, NEW.actor_id, 'writing');
  ELSE
    PERFORM take_side(NEW.claim_id, NEW.actor_id, 'deciding');
    IF NEW.type = 'claim.approved' THEN
      DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id AND member_id <> NEW.actor_id;
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER events_keep_verdict_sides AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.claim_id IS NOT NULL
    AND (NEW.type IN ('claim.reopened', 'claim.correction_canceled')
      OR (NEW.actor_id IS NOT NULL
        AND NEW.type IN ('verdict.submitted', 'verdict.edited', 'claim.returned', 'claim.approved'))))
  EXECUTE FUNCTION keep_verdict_sides();

-- A draft goes on to whoever has the task next, so its words count too.
CREATE FUNCTION keep_draft_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM take_side(NEW.claim_id, NEW.assignee_id, 'writing');
  RETURN NULL;
END $$;

CREATE TRIGGER review_tasks_keep_draft_side AFTER UPDATE OF draft ON review_tasks
  FOR EACH ROW WHEN (NEW.draft IS DISTINCT FROM OLD.draft AND NEW.draft <> '{}'
    AND NEW.status IN ('assigned', 'in_progress', 'submitted'))
  EXECUTE FUNCTION keep_draft_side();

-- Whoever is to hold a task, by whatever path.
CREATE FUNCTION review_tasks_check_side() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse_other_side(NEW.claim_id, NEW.assignee_id, side_of(NEW.stage));
  RETURN NEW;
END $$;

CREATE TRIGGER review_tasks_one_side BEFORE INSERT ON review_tasks
  FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL AND NEW.stage <> 'triage') EXECUTE FUNCTION review_tasks_check_side();
CREATE TRIGGER review_tasks_stay_on_one_side BEFORE UPDATE OF assignee_id ON review_tasks
  FOR EACH ROW WHEN (NEW.assignee_id IS DISTINCT FROM OLD.assignee_id AND NEW.assignee_id IS NOT NULL AND NEW.stage <> 'triage')
  EXECUTE FUNCTION review_tasks_check_side();

-- The two checks against the author and the last editor stay; this knows of all earlier rounds as well.
CREATE OR REPLACE FUNCTION verdicts_check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM members WHERE id = NEW.approver_id AND role = 'editor' AND active FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a verdict is approved by an active editor'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_approver_is_editor', TABLE = 'verdicts';
  END IF;
  PERFORM refuse_other_side(NEW.claim_id, NEW.approver_id, 'deciding');
  PERFORM refuse_other_side(NEW.claim_id, NEW.second_id, 'deciding');
  RETURN NEW;
END $$;

-- What stands here already, as far as events tell. Who was on both sides before there was this rule counts as
-- a writer: that keeps them from deciding, which matters more.
WITH since AS (
  SELECT c.id AS claim_id, coalesce(max(e.ordinal), 0) AS ordinal
  FROM claims c LEFT JOIN events e
    ON e.claim_id = c.id AND e.type IN ('claim.approved', 'claim.reopened', 'claim.correction_canceled')
  GROUP BY c.id
), parts AS (
  SELECT e.claim_id, e.actor_id AS member_id, e.type <> 'claim.returned' AS wrote
  FROM events e JOIN since USING (claim_id)
  WHERE e.ordinal > since.ordinal AND e.actor_id IS NOT NULL AND e.type IN ('verdict.submitted', 'verdict.edited', 'claim.returned')
  UNION ALL
  SELECT claim_id, approver_id, false FROM verdicts WHERE status = 'published'
  UNION ALL
  SELECT claim_id, assignee_id, true FROM review_tasks WHERE draft <> '{}' AND status IN ('assigned', 'in_progress', 'submitted')
)
INSERT INTO verdict_sides (claim_id, member_id, side)
SELECT claim_id, member_id, CASE WHEN bool_or(wrote) THEN 'writing'::side ELSE 'deciding' END
FROM parts GROUP BY claim_id, member_id;
