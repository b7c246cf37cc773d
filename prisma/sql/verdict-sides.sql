-- Nobody decides on words of which they wrote any: which person has written, and which has decided, on what is
-- published next of a claim is recorded by the database itself from what happens, and refused by it where the two
-- would be one person. The rules are those of src/domain/task/side.ts. Tasks and approvals are refused in the files of theirs:
-- review-tasks.sql, approvals.sql.

-- The side of whoever holds a task of a stage; triage has none. The table `sideOf` of src/domain/task/side.ts.
CREATE FUNCTION side_of(stage) RETURNS side LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE $1 WHEN 'approval' THEN 'deciding'::side WHEN 'review' THEN 'writing'::side WHEN 'correction' THEN 'writing'::side END;

-- Refuses a member whose person stands on the other side. A tie that was made since counts, too.
CREATE FUNCTION check_side(claim uuid, member uuid, wanted side) RETURNS void LANGUAGE plpgsql AS $$
DECLARE person uuid := person_of(member);
BEGIN
  PERFORM FROM verdict_sides s JOIN members m ON m.id = s.person_id
  WHERE s.claim_id = claim AND s.side <> wanted AND coalesce(m.person_id, m.id) = person;
  IF FOUND THEN
    RAISE EXCEPTION 'nobody stands on both sides of one verdict: constraint "verdict_sides_are_two"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_sides_are_two', TABLE = 'verdict_sides';
  END IF;
END $$;

-- Written first and looked at then, so that of two at once the later one is refused.
CREATE FUNCTION record_side(claim uuid, member uuid, wanted side, keeps boolean) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO verdict_sides (claim_id, person_id, side, kept) VALUES (claim, person_of(member), wanted, keeps)
  ON CONFLICT (claim_id, person_id) DO UPDATE SET kept = true WHERE EXCLUDED.kept AND NOT verdict_sides.kept;
  PERFORM check_side(claim, member, wanted);
END $$;

-- Whether a verdict was submitted that nobody has decided on yet: what would be published is written by then, recorded or not.
CREATE FUNCTION has_undecided_verdict(claim uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM verdicts v WHERE v.claim_id = claim AND v.status IN ('submitted', 'proposed'));
END $$;

-- Whether somebody else goes on from what the holder of a task wrote so far.
CREATE FUNCTION passes_on_draft(type text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN type IN ('task.assigned', 'task.released', 'task.expired');

-- The member that an event counts for: who did it; of a draft that is passed on, who held the task.
CREATE FUNCTION writer_of(type text, data jsonb, actor uuid) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN passes_on_draft(type) THEN id_or_null(data ->> 'holder') ELSE actor END;

-- A reply is told by one member alone, in words or only that there was one: nothing shows that it is theirs.
CREATE FUNCTION says_what_was_answered(type text, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN type = 'claim.contact_recorded' AND (coalesce(data -> 'label', 'null') <> 'null' OR coalesce(data -> 'text', 'null') <> 'null'
  OR coalesce(data ->> 'outcome', '') IN ('replied', 'declined'));

-- The side that an event puts its writer on: `side` is null where it gives none.
CREATE FUNCTION side_of_event(type text, data jsonb, undecided boolean, OUT side side, OUT kept boolean)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT
    CASE
      WHEN type = 'claim.returned' THEN 'deciding'::side
      WHEN type IN ('verdict.submitted', 'verdict.edited', 'claim.correction_started') THEN 'writing'
      WHEN passes_on_draft(type) AND data -> 'wrote' = 'true' THEN 'writing'
      WHEN type = 'claim.submitted' AND coalesce(data -> 'glosses', 'null') NOT IN ('null', '{}') THEN 'writing'
      WHEN type = 'claim.evidence_added' AND coalesce(data -> 'note', 'null') <> 'null' THEN 'writing'
      WHEN says_what_was_answered(type, data) THEN 'writing'
      WHEN type = 'claim.changed' AND (data ? 'glosses'
        OR undecided AND data ?| ARRAY['kind', 'secondaryKinds', 'statementDate', 'topics', 'test']) THEN 'writing'
      WHEN type IN ('claim.attributed', 'claim.related', 'claim.unrelated', 'claim.contact_recorded', 'claim.contact_withdrawn')
        AND undecided THEN 'writing'
    END,
    type IN ('claim.submitted', 'claim.evidence_added') OR type = 'claim.changed' AND data ? 'glosses' OR says_what_was_answered(type, data)
$$;

-- Whoever wrote a note of evidence that no revision has cited yet: it waits for one that does, and has been approved by
-- nobody. `approved` is the verdict that is published at this moment.
CREATE FUNCTION keep_sides_of_uncited_notes(claim uuid, approved uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO verdict_sides (claim_id, person_id, side, kept)
  SELECT DISTINCT claim, person_of(e.actor_id), 'writing'::side, true FROM events e
  WHERE e.claim_id = claim AND e.type = 'claim.evidence_added' AND e.actor_id IS NOT NULL
    AND (side_of_event(e.type, e.data, false)).side IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM verdict_evidence x JOIN verdicts v ON v.id = x.verdict_id
      WHERE x.evidence_id = id_or_null(e.data ->> 'evidence') AND (v.revision IS NOT NULL OR v.id = approved));
END $$;

-- An approval ends what was written and decided; what drops the drafts leaves whoever wrote words that stay, and whoever decided.
CREATE FUNCTION record_sides_of_event() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE given record;
BEGIN
  IF NEW.type = 'claim.approved' THEN
    DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id;
    PERFORM keep_sides_of_uncited_notes(NEW.claim_id, id_or_null(NEW.data ->> 'verdict'));
  ELSIF NEW.type IN ('claim.reopened', 'claim.correction_canceled') THEN
    DELETE FROM verdict_sides WHERE claim_id = NEW.claim_id AND side = 'writing' AND NOT kept;
  ELSIF NEW.actor_id IS NOT NULL THEN
    given := side_of_event(NEW.type, NEW.data, has_undecided_verdict(NEW.claim_id));
    IF given.side IS NOT NULL THEN PERFORM record_side(NEW.claim_id, NEW.actor_id, given.side, given.kept); END IF;
  END IF;
  RETURN NULL;
END $$;

-- By row: few events have a side, and a set could not be skipped for all the others.
CREATE TRIGGER events_record_sides AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.claim_id IS NOT NULL
    AND (NEW.type IN ('claim.approved', 'claim.returned', 'claim.reopened', 'claim.correction_canceled', 'claim.correction_started',
        'verdict.submitted', 'verdict.edited', 'claim.changed', 'claim.attributed', 'claim.related', 'claim.unrelated', 'claim.contact_recorded',
        'claim.contact_withdrawn')
      OR NEW.type = 'claim.submitted' AND coalesce(NEW.data -> 'glosses', 'null') NOT IN ('null', '{}')
      OR NEW.type = 'claim.evidence_added' AND coalesce(NEW.data -> 'note', 'null') <> 'null'))
  EXECUTE FUNCTION record_sides_of_event();

-- A draft goes on to whoever has the task next, so its words count too.
CREATE FUNCTION record_side_of_draft() RETURNS trigger LANGUAGE plpgsql
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM record_side(NEW.claim_id, NEW.assignee_id, 'writing', false);
  RETURN NULL;
END $$;

CREATE TRIGGER review_tasks_record_side_of_draft AFTER UPDATE OF draft ON review_tasks
  FOR EACH ROW WHEN (NEW.draft IS DISTINCT FROM OLD.draft AND NEW.draft <> '{}'
    AND NEW.status IN ('assigned', 'in_progress', 'submitted'))
  EXECUTE FUNCTION record_side_of_draft();

-- They run as the owner: the application itself writes no side, and forgets none.
REVOKE EXECUTE ON FUNCTION record_sides_of_event(), record_side_of_draft() FROM PUBLIC;
