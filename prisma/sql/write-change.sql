-- What comes of a decision, written in one statement of the client: see src/workflow/unit-of-work.ts.

-- Writes what was decided: each row only where it is still of the version that the decision was made from. False where
-- one is not. `set` holds the columns that change; `jsonb_populate_record` keeps the rest of the row as it is.
-- A change names few rows by their ids, but the planner takes any JSON for a hundred rows and would read whole tables. One plan
-- is kept of each statement: the first five times, planning anew costs a connection more than writing.
CREATE FUNCTION write_change(change jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
  met int;
  done int := 0;
BEGIN
  -- The claim first, with the stage that its live task will have, so that the trigger on tasks finds that so.
  UPDATE claims c SET (status, version, updated_at, contested, merged_into, revision, rating, mark, mark_reason, mark_into, live_stage,
      priority, topics) =
    (r.status, r.version, r.updated_at, r.contested, r.merged_into, r.revision, r.rating, r.mark, r.mark_reason, r.mark_into, r.live_stage,
      r.priority, r.topics)
  FROM jsonb_array_elements(change -> 'claims') n JOIN claims old ON old.id = (n ->> 'id')::uuid
    CROSS JOIN LATERAL jsonb_populate_record(old, n -> 'set') r
  WHERE c.id = old.id AND c.version = (n ->> 'version')::int;
  GET DIAGNOSTICS met = ROW_COUNT; done := done + met;

  -- What is noted about a claim has triggers of its own, and changes seldom. Where there is nothing to write, no statement begins.
  IF jsonb_path_exists(change, '$.claims[*].set ? (exists(@.kind) || exists(@.secondary_kinds) || exists(@.language) || exists(@.modality)
    || exists(@.statement_date) || exists(@.date_basis) || exists(@.worthiness) || exists(@.fidelity_note) || exists(@.leads)
    || exists(@.test) || exists(@.glosses) || exists(@.folded_glosses))') THEN
    UPDATE claims c SET (kind, secondary_kinds, language, modality, statement_date, date_basis, worthiness, fidelity_note, leads, test,
        glosses, folded_glosses, gloss_forms) =
      (r.kind, r.secondary_kinds, r.language, r.modality, r.statement_date, r.date_basis, r.worthiness, r.fidelity_note, r.leads, r.test,
        r.glosses, r.folded_glosses, r.gloss_forms)
    FROM jsonb_array_elements(change -> 'claims') n JOIN claims old ON old.id = (n ->> 'id')::uuid
      CROSS JOIN LATERAL jsonb_populate_record(old, n -> 'set') r
    WHERE c.id = old.id;
  END IF;

  -- What leaves its place first: of one claim only one verdict is published at a time.
  IF jsonb_array_length(change -> 'verdicts') > 0 THEN
    UPDATE verdicts v SET (status, version, attribution, fidelity, veracity, scale, rationale, conflicts, problem, note,
        last_editor_id, recorded_at, valid_until, recheck_asked_at) =
      (r.status, r.version, r.attribution, r.fidelity, r.veracity, r.scale, r.rationale, r.conflicts, r.problem, r.note,
        r.last_editor_id, r.recorded_at, r.valid_until, r.recheck_asked_at)
    FROM jsonb_array_elements(change -> 'verdicts') n JOIN verdicts old ON old.id = (n ->> 'id')::uuid
      CROSS JOIN LATERAL jsonb_populate_record(old, n -> 'set') r
    WHERE v.id = old.id AND v.version = (n ->> 'version')::int AND n #>> '{set,status}' IS DISTINCT FROM 'published';
    GET DIAGNOSTICS met = ROW_COUNT; done := done + met;
  END IF;

  IF jsonb_array_length(change -> 'cited') > 0 THEN
    DELETE FROM verdict_evidence WHERE verdict_id IN (SELECT (n ->> 'id')::uuid FROM jsonb_array_elements(change -> 'cited') n);
    DELETE FROM verdict_provisions WHERE verdict_id IN (SELECT (n ->> 'id')::uuid FROM jsonb_array_elements(change -> 'cited') n);
  END IF;

  -- Who may approve is looked up for a verdict that is published now, and not again when another replaces it.
  IF jsonb_array_length(change -> 'verdicts') > 0 THEN
    UPDATE verdicts v SET (status, version, revision, conflicts, note, approver_id, published_at, correction_reason, correction_note,
        second_id, break_glass_reason) =
      (r.status, r.version, r.revision, r.conflicts, r.note, r.approver_id, r.published_at, r.correction_reason, r.correction_note,
        r.second_id, r.break_glass_reason)
    FROM jsonb_array_elements(change -> 'verdicts') n JOIN verdicts old ON old.id = (n ->> 'id')::uuid
      CROSS JOIN LATERAL jsonb_populate_record(old, n -> 'set') r
    WHERE v.id = old.id AND v.version = (n ->> 'version')::int AND n #>> '{set,status}' = 'published';
    GET DIAGNOSTICS met = ROW_COUNT; done := done + met;
  END IF;

  IF jsonb_array_length(change -> 'tasks') > 0 THEN
    UPDATE review_tasks t SET (status, version, assignee_id, priority, draft, draft_version, taken_at, closed_at, lease_until, clock,
        clock_from, remind_at, due_at, escalate_at, reminded_at, overdue_at, escalated_at, paused_at, pause_reason) =
      (r.status, r.version, r.assignee_id, r.priority, r.draft, r.draft_version, r.taken_at, r.closed_at, r.lease_until, r.clock,
        r.clock_from, r.remind_at, r.due_at, r.escalate_at, r.reminded_at, r.overdue_at, r.escalated_at, r.paused_at, r.pause_reason)
    FROM jsonb_array_elements(change -> 'tasks') n JOIN review_tasks old ON old.id = (n ->> 'id')::uuid
      CROSS JOIN LATERAL jsonb_populate_record(old, n -> 'set') r
    WHERE t.id = old.id AND t.version = (n ->> 'version')::int;
    GET DIAGNOSTICS met = ROW_COUNT; done := done + met;
  END IF;

  IF done <> jsonb_array_length(change -> 'claims') + jsonb_array_length(change -> 'verdicts') + jsonb_array_length(change -> 'tasks') THEN
    RETURN false;
  END IF;

  IF jsonb_array_length(change -> 'newTasks') > 0 THEN
    INSERT INTO review_tasks (id, claim_id, stage, round, status, assignee_id, priority, draft, draft_version, version, opened_at, taken_at,
      lease_until, clock, clock_from, remind_at, due_at, escalate_at)
    SELECT r.id, r.claim_id, r.stage, r.round, r.status, r.assignee_id, r.priority, r.draft, r.draft_version, r.version, r.opened_at, r.taken_at,
      r.lease_until, r.clock, r.clock_from, r.remind_at, r.due_at, r.escalate_at
    FROM jsonb_populate_recordset(NULL::review_tasks, change -> 'newTasks') r;
  END IF;

  IF jsonb_array_length(change -> 'newVerdicts') > 0 THEN
    INSERT INTO verdicts (id, claim_id, task_id, status, version, attribution, fidelity, scale, veracity, rationale, author_id, last_editor_id,
      submitted_at, valid_until)
    SELECT r.id, r.claim_id, r.task_id, r.status, r.version, r.attribution, r.fidelity, r.scale, r.veracity, r.rationale, r.author_id,
      r.last_editor_id, r.submitted_at, r.valid_until
    FROM jsonb_populate_recordset(NULL::verdicts, change -> 'newVerdicts') r;
  END IF;

  IF jsonb_array_length(change -> 'cited') > 0 THEN
    INSERT INTO verdict_evidence (verdict_id, claim_id, evidence_id, capture_id)
    SELECT (n ->> 'id')::uuid, (n ->> 'claimId')::uuid, r.evidence_id, r.capture_id
    FROM jsonb_array_elements(change -> 'cited') n, jsonb_populate_recordset(NULL::verdict_evidence, n -> 'evidence') r;
    INSERT INTO verdict_provisions (verdict_id, position, provision_id, act, actor, date, direction)
    SELECT (n ->> 'id')::uuid, r.position, r.provision_id, r.act, r.actor, r.date, r.direction
    FROM jsonb_array_elements(change -> 'cited') n, jsonb_populate_recordset(NULL::verdict_provisions, n -> 'provisions') r;
  END IF;

  IF jsonb_array_length(change -> 'unrelated') > 0 THEN
    DELETE FROM relations WHERE id IN (SELECT value::uuid FROM jsonb_array_elements_text(change -> 'unrelated'));
  END IF;
  IF jsonb_array_length(change -> 'relations') > 0 THEN
    INSERT INTO relations (id, from_id, to_id, type, note, created_at)
    SELECT r.id, r.from_id, r.to_id, r.type, r.note, r.created_at FROM jsonb_populate_recordset(NULL::relations, change -> 'relations') r;
  END IF;

  IF change ? 'noted' THEN PERFORM write_noted(change -> 'noted'); END IF;
  IF jsonb_array_length(change -> 'contents') > 0 THEN PERFORM write_contents(change -> 'contents'); END IF;
  IF jsonb_array_length(change -> 'proposals') > 0 THEN PERFORM write_proposals(change -> 'proposals'); END IF;
  IF jsonb_array_length(change -> 'editions') > 0 THEN PERFORM write_editions(change -> 'editions'); END IF;

  IF change ? 'notices' THEN PERFORM write_notices(change -> 'notices'); END IF;
  IF change ? 'glassBreak' THEN PERFORM write_glass_break(change -> 'glassBreak'); END IF;

  PERFORM write_events(change -> 'events');
  RETURN true;
END $$;

-- Appends events, in order; each names the hash of the one before it in its chain.
CREATE FUNCTION write_events(happened jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO events (id, type, subject_type, subject_id, claim_id, ordinal, subject_ordinal, actor_id, key_id, data, at, prev_hash, hash, mac)
  SELECT e.id, e.type, e.subject ->> 'type', (e.subject ->> 'id')::uuid, e.claim,
    CASE WHEN e.claim IS NOT NULL THEN e.ordinal END, CASE WHEN e.claim IS NULL THEN e.ordinal END,
    e.actor, e.key, e.data, e.at, decode(e."prevHash", 'hex'), decode(e.hash, 'hex'),
    decode(e.mac, 'hex')
  FROM ROWS FROM (jsonb_to_recordset(happened) AS (id uuid, type text, subject jsonb, claim uuid, ordinal int,
    actor uuid, key uuid, data jsonb, at timestamptz, "prevHash" text, hash text, mac text)) WITH ORDINALITY AS e
  ORDER BY e.ordinality
$$;
