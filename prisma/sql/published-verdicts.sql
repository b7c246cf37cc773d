-- A published revision is never rewritten, nor what it cites.

CREATE FUNCTION refuse_change_of_published_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Why a revision replaced another, how it was approved and how long it holds belong to what was published.
  IF TG_OP = 'DELETE' OR (
    NEW.id, NEW.claim_id, NEW.task_id, NEW.revision, NEW.attribution, NEW.fidelity, NEW.scale, NEW.veracity,
    NEW.rationale, NEW.conflicts, NEW.author_id, NEW.last_editor_id, NEW.approver_id, NEW.submitted_at, NEW.published_at,
    NEW.correction_reason, NEW.correction_note, NEW.valid_until, NEW.second_id, NEW.break_glass_reason
  ) IS DISTINCT FROM (
    OLD.id, OLD.claim_id, OLD.task_id, OLD.revision, OLD.attribution, OLD.fidelity, OLD.scale, OLD.veracity,
    OLD.rationale, OLD.conflicts, OLD.author_id, OLD.last_editor_id, OLD.approver_id, OLD.submitted_at, OLD.published_at,
    OLD.correction_reason, OLD.correction_note, OLD.valid_until, OLD.second_id, OLD.break_glass_reason
  ) THEN
    RAISE EXCEPTION 'a published revision is never rewritten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_published_stay BEFORE UPDATE OR DELETE ON verdicts
  FOR EACH ROW WHEN (OLD.revision IS NOT NULL) EXECUTE FUNCTION refuse_change_of_published_verdict();

-- For all citations of a statement at once: those it adds are in `added`, those it takes away in `removed`.
CREATE FUNCTION refuse_change_of_published_citations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE published boolean := false;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    published := EXISTS (SELECT FROM removed c WHERE (SELECT v.revision FROM verdicts v WHERE v.id = c.verdict_id) IS NOT NULL);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    published := published OR EXISTS (SELECT FROM added c WHERE (SELECT v.revision FROM verdicts v WHERE v.id = c.verdict_id) IS NOT NULL);
  END IF;
  IF published THEN
    RAISE EXCEPTION 'a published revision is never rewritten, nor what it cites'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER verdict_provisions_stay_unadded AFTER INSERT ON verdict_provisions REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
CREATE TRIGGER verdict_provisions_stay_unchanged AFTER UPDATE ON verdict_provisions REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
CREATE TRIGGER verdict_provisions_stay AFTER DELETE ON verdict_provisions REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
CREATE TRIGGER verdict_evidence_stays_unadded AFTER INSERT ON verdict_evidence REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
CREATE TRIGGER verdict_evidence_stays_unchanged AFTER UPDATE ON verdict_evidence REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
CREATE TRIGGER verdict_evidence_stays AFTER DELETE ON verdict_evidence REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_citations();
