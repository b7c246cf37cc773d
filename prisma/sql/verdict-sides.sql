-- Nobody decides on words of which they wrote any: which person has written, and which has decided, on what is
-- published next of a claim is recorded by the database itself from what happens, and refused by it where the two
-- would be one person. The rules are those of src/domain/task/side.ts.

-- Members that were tied together by an identity or a privileged change are one person, named by the first of them.
CREATE FUNCTION person_of(member uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT coalesce(m.person_id, m.id) FROM members m WHERE m.id = member);
END $$;

-- A tie is for ever: a member who becomes one with another person takes along all that they are one with.
CREATE FUNCTION check_tie() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.person_id IS NOT NULL AND (NEW.person_id IS NULL OR person_of(OLD.person_id) IS DISTINCT FROM NEW.person_id)
    OR NEW.person_id IS NOT NULL AND (person_of(NEW.person_id) IS DISTINCT FROM NEW.person_id
      OR NEW.person_id <> NEW.id AND EXISTS (SELECT FROM members m WHERE m.person_id = NEW.id))
  THEN
    RAISE EXCEPTION 'members who were tied stay one person'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'members_tied_for_ever', TABLE = 'members';
  END IF;
  RETURN NULL;
END $$;
-- After the statement, which moves all of them.
CREATE TRIGGER members_tied_for_ever AFTER UPDATE OF person_id ON members
  FOR EACH ROW WHEN (NEW.person_id IS DISTINCT FROM OLD.person_id) EXECUTE FUNCTION check_tie();

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
CREATE FUNCTION record_sides_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE FUNCTION record_side_of_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_side(NEW.claim_id, NEW.assignee_id, 'writing', false);
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

-- Of a norm, an edition names what its verdict cites: whether this change is of that, or of the instrument itself.
CREATE FUNCTION is_change_of_cited(data jsonb, cited text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN NOT data ? 'provision' OR data ->> 'provision' = ANY (cited);

-- Of the article of a related claim, an edition names what the claim says, word by word in a version of its text, and the outlet once the
-- claim is said to be the outlet's: whether this change is of that.
CREATE FUNCTION is_change_of_quoted(type text, data jsonb, version int, sources uuid[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE type
  WHEN 'article.created' THEN true
  WHEN 'article.revised' THEN number_or_null(data ->> 'number') = version
  WHEN 'article.changed' THEN data -> 'changed' ? 'outlet' AND coalesce(id_or_null(data #>> '{rows,now,articles,0,outlet_id}') = ANY (sources), false)
  ELSE false END;

-- Who has changed what the verdict names between two events, and when: see is_change_of_ingredient(). The order is that of the events:
-- the clocks of two chains need not agree.
-- Each ingredient looks for its own events: the planner, which knows neither moment, would read all events between them.
CREATE FUNCTION changes_of_ingredients(claim uuid, verdict uuid, since bigint, until bigint)
RETURNS TABLE (member uuid, seq bigint) LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
  cited text[] := ARRAY(SELECT p.ref FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id WHERE x.verdict_id = verdict);
  named uuid[] := ARRAY(
    SELECT a.id FROM edition_articles(claim) AS a (id) UNION ALL SELECT s.id FROM edition_sources(claim) AS s (id)
    UNION SELECT p.instrument_id FROM verdict_provisions x JOIN provisions p ON p.id = x.provision_id WHERE x.verdict_id = verdict);
BEGIN
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(named) AS one (id) CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NULL AND e.subject_id = one.id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data)
        -- The claim stands in an earlier version.
        AND e.type <> 'article.revised' AND is_change_of_cited(e.data, cited) OFFSET 0) changed;
  RETURN QUERY SELECT * FROM changes_of_related(ARRAY(SELECT related_claims(claim)), since, until);
END $$;

-- The same of related claims, and of the articles they stand in.
CREATE FUNCTION changes_of_related(related uuid[], since bigint, until bigint)
RETURNS TABLE (member uuid, seq bigint) LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  IF related = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(related) AS one (id) CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NOT NULL AND e.claim_id = one.id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data) OFFSET 0) changed;
  RETURN QUERY
    SELECT changed.actor_id, changed.seq FROM unnest(related) AS one (id)
      JOIN claims c ON c.id = one.id JOIN article_versions v ON v.id = c.article_version_id CROSS JOIN LATERAL (
      SELECT e.actor_id, e.seq FROM events e
      WHERE e.claim_id IS NULL AND e.subject_id = v.article_id AND e.seq > since AND e.seq < until
        AND e.actor_id IS NOT NULL AND is_change_of_ingredient(e.type, e.data)
        AND is_change_of_quoted(e.type, e.data, v.number,
          ARRAY(SELECT a.source_id FROM attributions a WHERE a.claim_id = one.id AND a.source_id IS NOT NULL)) OFFSET 0) changed;
END $$;

-- Since when whoever changes what the verdict of a claim names is a party to it: the event by which that was submitted which nobody has
-- decided on. Null where there is none.
CREATE FUNCTION submitted_at_event(claim uuid, OUT verdict uuid, OUT seq bigint) LANGUAGE plpgsql STABLE AS $$
BEGIN
  SELECT v.id INTO verdict FROM verdicts v WHERE v.claim_id = claim AND v.status IN ('submitted', 'proposed');
  IF verdict IS NOT NULL THEN
    seq := (SELECT max(e.seq) FROM events e WHERE e.subject_id = verdict AND e.claim_id = claim AND e.type = 'verdict.submitted');
  END IF;
END $$;

-- Who has changed what the verdict that was submitted names, since it was. What they decided on would be their own.
CREATE FUNCTION persons_who_changed_ingredients(claim uuid) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 1 AS $$
DECLARE
  submitted record;
BEGIN
  SELECT * INTO submitted FROM submitted_at_event(claim);
  IF submitted.seq IS NULL THEN RETURN; END IF;
  RETURN QUERY
    SELECT DISTINCT coalesce(m.person_id, m.id)
    FROM changes_of_ingredients(claim, submitted.verdict, submitted.seq, 9223372036854775807) changed JOIN members m ON m.id = changed.member;
END $$;

-- Whether one of these persons has: looked up by what they did themselves first, which most of the time is nothing of the kind.
CREATE FUNCTION has_changed_ingredients(claim uuid, persons uuid[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  since bigint := (SELECT seq FROM submitted_at_event(claim));
BEGIN
  RETURN EXISTS (
      SELECT FROM members m JOIN events e ON e.actor_id = m.id
      WHERE (m.id = ANY (persons) OR m.person_id = ANY (persons)) AND is_change_of_ingredient(e.type, e.data) AND e.seq > since)
    AND EXISTS (SELECT FROM persons_who_changed_ingredients(claim) AS changer WHERE changer = ANY (persons));
END $$;

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
