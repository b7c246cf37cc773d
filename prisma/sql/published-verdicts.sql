-- A published revision is never rewritten, nor what it cites.

CREATE FUNCTION refuse_change_of_published_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Why a revision replaced another, how it was approved and how long it holds belong to what was published.
  IF TG_OP = 'DELETE' OR (
    NEW.id, NEW.claim_id, NEW.task_id, NEW.revision, NEW.attribution, NEW.fidelity, NEW.scale, NEW.veracity,
    NEW.author_id, NEW.last_editor_id, NEW.approver_id, NEW.submitted_at, NEW.published_at,
    NEW.correction_reason, NEW.valid_until, NEW.second_id
  ) IS DISTINCT FROM (
    OLD.id, OLD.claim_id, OLD.task_id, OLD.revision, OLD.attribution, OLD.fidelity, OLD.scale, OLD.veracity,
    OLD.author_id, OLD.last_editor_id, OLD.approver_id, OLD.submitted_at, OLD.published_at,
    OLD.correction_reason, OLD.valid_until, OLD.second_id
  )
    -- Its words may go by an erasure, and change in no other way.
    OR NOT (NEW.rationale = OLD.rationale OR NEW.rationale = '{}' AND was_erased(OLD.id, 'rationale'))
    OR NOT (NEW.conflicts = OLD.conflicts OR was_erased(OLD.id, 'acknowledgement') AND NEW.conflicts = without_notes(OLD.conflicts))
    OR NOT (NEW.correction_note IS NOT DISTINCT FROM OLD.correction_note
      OR NEW.correction_note = '' AND was_erased(OLD.claim_id, 'correction_note'))
    OR NOT (NEW.break_glass_reason IS NOT DISTINCT FROM OLD.break_glass_reason
      OR NEW.break_glass_reason = '' AND was_erased(OLD.id, 'note'))
  THEN
    RAISE EXCEPTION 'a published revision is never rewritten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_published_stay BEFORE UPDATE OR DELETE ON verdicts
  FOR EACH ROW WHEN (OLD.revision IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_verdict();

CREATE FUNCTION refuse_published_citation() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published revision is never rewritten, nor what it cites'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = 'verdicts';
END $$;

CREATE FUNCTION refuse_new_citations_of_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE (SELECT v.revision FROM verdicts v WHERE v.id = added.verdict_id) IS NOT NULL) THEN
    PERFORM refuse_published_citation();
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_change_of_published_citation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM verdicts WHERE id IN (NEW.verdict_id, OLD.verdict_id) AND revision IS NOT NULL;
  IF FOUND THEN PERFORM refuse_published_citation(); END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER verdict_provisions_are_complete AFTER INSERT ON verdict_provisions REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_citations_of_published();
CREATE TRIGGER verdict_provisions_stay BEFORE UPDATE OR DELETE ON verdict_provisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_citation();
CREATE TRIGGER verdict_evidence_is_complete AFTER INSERT ON verdict_evidence REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_citations_of_published();
CREATE TRIGGER verdict_evidence_stays BEFORE UPDATE OR DELETE ON verdict_evidence
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_citation();

-- Whether the rows say of a revision what an event says of it: that it corrects the one before, was taken back, or went with a merge.
-- An event alone, which the application may insert, puts nothing right. What a merge ended is superseded by no correction.
CREATE FUNCTION is_put_right(event_type text, data jsonb, told verdicts) RETURNS boolean LANGUAGE sql STABLE
RETURN CASE event_type
  WHEN 'claim.approved' THEN told.correction_reason IS NOT NULL AND data ->> 'verdict' = told.id::text
  WHEN 'claim.retracted' THEN told.status = 'retracted'
  WHEN 'claim.merged' THEN told.status = 'superseded' AND NOT EXISTS (
    SELECT FROM verdicts next WHERE next.claim_id = told.claim_id AND next.revision = told.revision + 1 AND next.correction_reason IS NOT NULL)
  ELSE false END;
