-- Who may approve a verdict, and which approvals are in doubt by what is known now.

-- Locked until commit: an editor who is being sent away at this moment either still counts, or does not. The
-- checks on `verdicts` know the author and the last editor; this knows all earlier rounds as well.
CREATE FUNCTION check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- In the order of their ids, as everywhere.
  PERFORM FROM members WHERE id IN (NEW.approver_id, NEW.second_id) ORDER BY id FOR SHARE;
  PERFORM FROM members WHERE id = NEW.approver_id AND role = 'editor' AND active;
  IF NOT FOUND THEN
    -- Drivers that hide the name of a constraint tell the message.
    RAISE EXCEPTION 'a verdict is approved by an active editor: constraint "verdicts_approver_is_editor"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_approver_is_editor', TABLE = 'verdicts';
  END IF;
  PERFORM check_side(NEW.claim_id, NEW.approver_id, 'deciding');
  IF NEW.second_id IS NOT NULL THEN PERFORM check_side(NEW.claim_id, NEW.second_id, 'deciding'); END IF;
  IF has_changed_ingredients(NEW.claim_id, array_remove(ARRAY[person_of(NEW.approver_id), person_of(NEW.second_id)], NULL)) THEN
    RAISE EXCEPTION 'whoever changed what a verdict names does not decide on it: constraint "verdict_sides_are_two"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_sides_are_two', TABLE = 'verdict_sides';
  END IF;
  IF NEW.second_id IS NOT NULL THEN
    PERFORM FROM members WHERE id = NEW.second_id AND role IN ('checker', 'editor') AND active;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the second person is an active checker or editor: constraint "verdicts_second_may_check"'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_second_may_check', TABLE = 'verdicts';
    END IF;
  END IF;
  IF person_of(NEW.second_id) = person_of(NEW.approver_id) THEN
    RAISE EXCEPTION 'the second person is another one: constraint "verdicts_second_is_another"'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_second_is_another', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_approver_is_editor BEFORE INSERT OR UPDATE OF approver_id ON verdicts
  FOR EACH ROW WHEN (NEW.approver_id IS NOT NULL) EXECUTE FUNCTION check_approver();

-- Whether this verdict is the first revision that cites the evidence. Its note was then written for this one, however early.
CREATE FUNCTION is_first_cited_by(evidence uuid, verdict uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT v.id = verdict FROM verdict_evidence x JOIN verdicts v ON v.id = x.verdict_id
    WHERE x.evidence_id = evidence AND v.revision IS NOT NULL ORDER BY v.revision LIMIT 1);
END $$;

-- Approvals by somebody who, as is known by now, is one person with one who wrote on what they approved. A tie that is made later
-- rewrites nothing.
CREATE FUNCTION approvals_in_doubt(OUT verdict uuid, OUT decider uuid, OUT writer uuid) RETURNS SETOF record LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
    SELECT DISTINCT v.id, d.id, w.id
    FROM members w JOIN members d ON d.id <> w.id AND person_of(d.id) = person_of(w.id)
      JOIN verdicts v ON v.revision IS NOT NULL AND d.id IN (v.approver_id, v.second_id)
      JOIN events approved ON approved.claim_id = v.claim_id AND approved.type = 'claim.approved' AND approved.data ->> 'verdict' = v.id::text
      CROSS JOIN LATERAL (
        SELECT coalesce(max(e.seq) FILTER (WHERE e.type = 'claim.approved'), 0) AS begun, coalesce(max(e.seq), 0) AS emptied FROM events e
        WHERE e.claim_id = v.claim_id AND e.type IN ('claim.approved', 'claim.reopened', 'claim.correction_canceled') AND e.seq < approved.seq
      ) before
      -- The first of its rounds: what somebody changed in an earlier one lived on. The last: what was changed around it since.
      CROSS JOIN LATERAL (
        SELECT min(e.seq) AS first, max(e.seq) AS last FROM events e
        WHERE e.claim_id = v.claim_id AND e.type = 'verdict.submitted' AND e.seq > before.begun AND e.seq < approved.seq) submitted
      CROSS JOIN LATERAL (
        SELECT writer_of(e.type, e.data, e.actor_id) AS member
        FROM events e CROSS JOIN LATERAL side_of_event(e.type, e.data, e.seq > submitted.first) given
        WHERE e.claim_id = v.claim_id AND e.seq < approved.seq AND given.side = 'writing'
          AND (e.seq > before.begun AND (given.kept OR e.seq > before.emptied)
            OR e.type = 'claim.evidence_added' AND is_first_cited_by(id_or_null(e.data ->> 'evidence'), v.id))
        UNION ALL
        SELECT changed.member FROM changes_of_ingredients(v.claim_id, v.id, submitted.last, approved.seq) changed
      ) wrote
    -- Few members are tied to another; the rest is not looked at.
    WHERE w.id IN (SELECT m.id FROM members m WHERE m.person_id IS NOT NULL UNION SELECT m.person_id FROM members m)
      AND wrote.member = w.id;
END $$;
