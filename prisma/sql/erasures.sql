-- Erasing words of people: their value and salt go, the seals in events and editions stay and say nothing any more.

-- What the sealed texts of a target belong to: itself, and what is a part of it.
CREATE FUNCTION erasure_subjects(target text, named uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(id) FROM (
    SELECT named AS id
    UNION SELECT id FROM attributions WHERE target = 'claim' AND claim_id = named
    UNION SELECT id FROM relations WHERE target = 'claim' AND named IN (from_id, to_id)
    UNION SELECT id FROM claim_provisions WHERE target = 'claim' AND claim_id = named
    UNION SELECT id FROM captures WHERE target = 'evidence' AND evidence_id = named
    UNION SELECT sources_withheld_with(named) WHERE target = 'source'
    UNION SELECT c.id FROM privileged_changes c JOIN members m ON m.id = named
      WHERE target = 'member' AND c.kind <> 'erase' AND (c.member_id = named OR c.wanted ->> 'ref' = m.ref)) AS part
$$;

-- The task of the target, and those whose draft came of that draft: it goes on to the next round of a stage where the verdict went back or the task
-- expired, as src/workflow/open-task.ts has it, and ends with the round that was approved or dropped.
CREATE FUNCTION tasks_with_draft_of(target text, named uuid) RETURNS uuid[] LANGUAGE sql STABLE AS $$
  WITH task AS (
    SELECT t.id, t.claim_id, t.stage, t.round FROM review_tasks t
    WHERE t.id = CASE target WHEN 'task' THEN named WHEN 'verdict' THEN (SELECT task_id FROM verdicts WHERE id = named) END
  )
  SELECT coalesce(array_agg(id), '{}') FROM (
    SELECT id FROM task
    UNION ALL
    SELECT later.id
    FROM task JOIN review_tasks later ON later.claim_id = task.claim_id AND later.stage = task.stage AND later.round > task.round
    WHERE NOT EXISTS (
      SELECT FROM review_tasks t
      WHERE t.claim_id = task.claim_id AND t.stage = task.stage AND t.round >= task.round AND t.round < later.round AND t.status <> 'expired'
        AND NOT EXISTS (SELECT FROM verdicts v WHERE v.task_id = t.id AND v.status IN ('returned', 'withdrawn')))) AS one
$$;

CREATE FUNCTION without_notes(conflicts jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN (SELECT coalesce(jsonb_agg(one || '{"note": null}' ORDER BY place), '[]') FROM jsonb_array_elements(conflicts) WITH ORDINALITY AS listed (one, place));

-- Whether texts of this kind were erased from what they belong to.
CREATE FUNCTION was_erased(subject uuid, text_kind text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM privileged_changes
    WHERE kind = 'erase' AND status = 'confirmed' AND wanted -> 'texts' ? text_kind
      AND subject = ANY (erasure_subjects(wanted #>> '{target,kind}', (wanted #>> '{target,id}')::uuid)))
$$;

CREATE FUNCTION refuse_removal_of_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM privileged_changes WHERE kind = 'erase' AND status = 'confirmed' AND erased_seals @> ARRAY[OLD.seal];
  IF NOT FOUND THEN
    RAISE EXCEPTION 'sealed texts are removed by an erasure and by nothing else'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'contents_are_permanent', TABLE = 'contents';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER contents_are_erased BEFORE DELETE ON contents
  FOR EACH ROW EXECUTE FUNCTION refuse_removal_of_content();

-- A capture loses its words when its evidence was erased; nothing else of it ever changes.
CREATE FUNCTION refuse_change_of_capture() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.title IS NULL AND NEW.excerpt IS NULL
    AND to_jsonb(NEW) - '{title,excerpt,redirects,request_headers,headers}'::text[] = to_jsonb(OLD) - '{title,excerpt,redirects,request_headers,headers}'::text[]
    AND EXISTS (SELECT FROM evidence WHERE id = OLD.evidence_id AND erased_at IS NOT NULL)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of captures are never changed or removed'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'captures_are_permanent', TABLE = 'captures';
END $$;
CREATE TRIGGER captures_are_permanent BEFORE UPDATE OR DELETE ON captures
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_capture();

-- The rows of today without these words. A text that another column asks for is left empty.
CREATE FUNCTION blank_rows(subjects uuid[], kinds text[]) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  UPDATE claims SET entered_digest = NULL,
    glosses = CASE WHEN 'glosses' = ANY (kinds) THEN '{}' ELSE glosses END,
    folded_glosses = CASE WHEN 'glosses' = ANY (kinds) THEN '' ELSE folded_glosses END,
    gloss_forms = CASE WHEN 'glosses' = ANY (kinds) THEN '{}' ELSE gloss_forms END,
    worthiness = CASE WHEN 'worthiness' = ANY (kinds) THEN NULL ELSE worthiness END,
    date_basis = CASE WHEN 'date_basis' = ANY (kinds) THEN NULL ELSE date_basis END,
    modality = CASE WHEN 'modality' = ANY (kinds) THEN NULL ELSE modality END,
    fidelity_note = CASE WHEN 'fidelity_note' = ANY (kinds) THEN NULL ELSE fidelity_note END,
    leads = CASE WHEN 'leads' = ANY (kinds) THEN '{}' ELSE leads END
  WHERE id = ANY (subjects);
  UPDATE verdicts SET version = version + 1,
    rationale = CASE WHEN 'rationale' = ANY (kinds) THEN '{}' ELSE rationale END,
    note = CASE WHEN 'note' = ANY (kinds) THEN NULL ELSE note END,
    break_glass_reason = CASE WHEN 'note' = ANY (kinds) AND break_glass_reason IS NOT NULL THEN '' ELSE break_glass_reason END,
    conflicts = CASE WHEN 'acknowledgement' = ANY (kinds)
      THEN without_notes(conflicts) ELSE conflicts END
  WHERE id = ANY (subjects);
  IF 'correction_note' = ANY (kinds) THEN
    UPDATE verdicts SET version = version + 1, correction_note = '' WHERE claim_id = ANY (subjects) AND correction_note IS NOT NULL;
  END IF;
  UPDATE glass_breaks SET
    reason = CASE WHEN 'note' = ANY (kinds) THEN '' ELSE reason END,
    note = CASE WHEN 'note' = ANY (kinds) THEN NULL ELSE note END,
    acknowledge = CASE WHEN 'acknowledgement' = ANY (kinds) THEN '[]' ELSE acknowledge END
  WHERE verdict_id = ANY (subjects);
  UPDATE review_tasks SET draft = NULL, draft_version = draft_version + 1 WHERE id = ANY (subjects) AND draft IS NOT NULL AND 'draft' = ANY (kinds);
  UPDATE review_tasks SET pause_reason = '' WHERE id = ANY (subjects) AND pause_reason IS NOT NULL AND 'note' = ANY (kinds);
  UPDATE evidence SET note = NULL WHERE id = ANY (subjects) AND 'evidence_note' = ANY (kinds);
  UPDATE attributions SET note = NULL WHERE id = ANY (subjects) AND 'link_note' = ANY (kinds);
  UPDATE relations SET note = NULL WHERE id = ANY (subjects) AND 'relation_note' = ANY (kinds);
  UPDATE claim_provisions SET note = NULL WHERE id = ANY (subjects) AND 'norm_note' = ANY (kinds);
  UPDATE contacts SET
    text = CASE WHEN 'reply' = ANY (kinds) THEN NULL ELSE text END,
    label = CASE WHEN 'contact_name' = ANY (kinds) AND label IS NOT NULL THEN '' ELSE label END,
    channel = CASE WHEN 'contact_channel' = ANY (kinds) THEN NULL ELSE channel END
  WHERE id = ANY (subjects);
  IF 'evidence_excerpt' = ANY (kinds) THEN
    UPDATE evidence SET erased_at = desk_now(), capture_due_at = NULL WHERE id = ANY (subjects);
    UPDATE captures SET title = NULL, excerpt = NULL, redirects = '[]', request_headers = '[]', headers = '[]' WHERE evidence_id = ANY (subjects);
  END IF;
END $$;

-- A member goes on as a pseudonym. Their identities stay as keyed hashes: nobody becomes a second person by being erased.
CREATE FUNCTION blank_member(member uuid) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  known members;
BEGIN
  SELECT * INTO known FROM members WHERE id = member FOR NO KEY UPDATE;
  IF known.active THEN
    RAISE EXCEPTION 'a member who is active is not erased'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'members_erased_when_inactive', TABLE = 'members';
  END IF;
  UPDATE members SET ref = 'former-' || left(encode(sha256(uuid_send(member)), 'hex'), 12), name = 'Former member',
    languages = '{}', topics = '{}', away_until = NULL, version = version + 1 WHERE id = member;
  UPDATE keys SET name = 'key' WHERE member_id = member;
  UPDATE webhooks SET description = NULL, header_names = '{}', headers = NULL, version = version + 1 WHERE member_id = member;
  DELETE FROM member_preferences WHERE member_id = member;
  UPDATE privileged_changes SET wanted = '{}', before = '{}', subjects = NULL
  WHERE kind <> 'erase' AND (member_id = member OR wanted ->> 'ref' = known.ref);
END $$;

-- By what answers are known that hold words of an erasure: what the words belong to, and what a member is called.
CREATE FUNCTION names_in_answers(target text, named uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT (erasure_subjects(target, named) || tasks_with_draft_of(target, named))::text[]
    || CASE WHEN target = 'member' THEN (SELECT ARRAY[m.ref, m.name] FROM members m WHERE m.id = named) END
$$;

-- The writes whose answer, or result, has any of these names as a word: as JSON writes it, within a sentence too. What was begun
-- before a moment is passed over. Most texts have none of them as a part, which is found out faster.
CREATE FUNCTION answers_with(names text[], since timestamptz) RETURNS bytea[] LANGUAGE sql STABLE AS $$
  WITH given AS MATERIALIZED (
    SELECT array_agg('%' || regexp_replace(written, '([\\%_])', '\\\1', 'g') || '%') AS parts,
      '(?:^|[^[:alnum:]_-])(?:' || string_agg(regexp_replace(written, '([^[:alnum:]-])', '\\\1', 'g'), '|') || ')(?:$|[^[:alnum:]_-])' AS pattern
    FROM unnest(names) AS name, regexp_replace(to_json(name)::text, '^"|"$', '', 'g') AS written
  )
  SELECT coalesce(array_agg(DISTINCT w.id), '{}') FROM safe_writes w, given
  WHERE w.created_at >= since
    AND (w.answer LIKE ANY (given.parts) AND w.answer ~ given.pattern OR w.result LIKE ANY (given.parts) AND w.result ~ given.pattern)
$$;

-- The same before anything is locked for an erasure, which may take long where many answers are kept: `since` is when it was begun.
CREATE FUNCTION look_for_answers(target text, named uuid) RETURNS jsonb LANGUAGE sql VOLATILE AS $$
  SELECT jsonb_build_object('since', statement_timestamp(),
    'ids', (SELECT coalesce(jsonb_agg(encode(id, 'hex')), '[]') FROM unnest(answers_with(names_in_answers(target, named), '-infinity')) AS id))
$$;

-- Answers that are kept for those who send a request again. Sent again, such a request is one that was not seen before under this
-- key, and is refused. `looked`: what look_for_answers() found; what was begun since, or in the hour before, is looked at now.
CREATE FUNCTION forget_answers(names text[], looked jsonb) RETURNS void LANGUAGE sql VOLATILE AS $$
  UPDATE safe_writes SET answer = NULL, result = NULL, fingerprint = sha256(uuid_send(gen_random_uuid()))
  WHERE id = ANY (answers_with(names, coalesce((looked ->> 'since')::timestamptz - interval '1 hour', '-infinity'))
    || ARRAY(SELECT decode(one.id, 'hex') FROM jsonb_array_elements_text(coalesce(looked -> 'ids', '[]')) AS one (id)))
$$;

-- The sources that an erasure was asked for, which its event shows.
CREATE FUNCTION sources_asked_for(wanted jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT (one ->> 'id')::uuid FROM jsonb_array_elements(coalesce(wanted -> 'sources', '[]')) AS one);

-- Carries out an erasure that waits. Gives the seals of what is gone.
CREATE FUNCTION carry_out_erasure(change uuid, second uuid, looked jsonb) RETURNS SETOF text LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  target text;
  named uuid;
  kinds text[];
  subjects uuid[];
  drafts uuid[];
  seals bytea[];
  names text[];
  sources uuid[];
BEGIN
  SELECT wanted #>> '{target,kind}', (wanted #>> '{target,id}')::uuid, texts_of(wanted -> 'texts'), sources_asked_for(wanted)
  INTO target, named, kinds, sources FROM privileged_changes WHERE id = change;
  -- Nobody has more or less withheld by a merge or a split than what two persons agreed on.
  IF target = 'source' AND ARRAY(SELECT unnest(sources) ORDER BY 1) <> ARRAY(SELECT sources_withheld_with(named) ORDER BY 1) THEN
    RAISE EXCEPTION 'other sources are merged into it than when it was asked for'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'erasures_as_asked_for', TABLE = 'privileged_changes';
  END IF;
  subjects := erasure_subjects(target, named);
  drafts := CASE WHEN 'draft' = ANY (kinds) THEN tasks_with_draft_of(target, named) ELSE '{}' END;
  names := names_in_answers(target, named);
  SELECT coalesce(array_agg(seal ORDER BY seal), '{}') INTO seals FROM (
    SELECT seal FROM contents WHERE subject_id = ANY (subjects) AND kind::text = ANY (kinds)
    UNION SELECT seal FROM contents WHERE subject_id = ANY (drafts) AND kind = 'draft'
    -- Links, relations and norms that are no more had notes as well; only the events of the claim know of them.
    UNION SELECT c.seal FROM events e CROSS JOIN jsonb_path_query(e.data, 'strict $.**.sealed') AS named_seal
      JOIN contents c ON c.seal = seal_or_null(named_seal #>> '{}')
      WHERE target = 'claim' AND e.claim_id = named AND c.kind::text = ANY (kinds)
        AND c.kind IN ('link_note', 'relation_note', 'norm_note')) AS sealed;
  UPDATE privileged_changes SET status = 'confirmed', decided_by_id = second, decided_at = desk_now(), erased_seals = seals,
    files_due_at = CASE WHEN 'evidence_excerpt' = ANY (kinds) THEN desk_now() END
  WHERE id = change;
  PERFORM blank_rows(subjects, kinds);
  PERFORM blank_rows(drafts, ARRAY['draft']);
  PERFORM blank_texts(named, sources, kinds);
  IF target = 'member' THEN PERFORM blank_member(named); END IF;
  IF target = 'privileged_change' THEN
    UPDATE privileged_changes SET wanted = '{}', before = '{}' WHERE id = named AND kind <> 'erase' AND status <> 'waiting';
  END IF;
  PERFORM forget_answers(names, looked);
  DELETE FROM contents WHERE seal = ANY (seals);
  RETURN QUERY SELECT encode(seal, 'hex') FROM unnest(seals) AS seal;
END $$;

-- The owner's alone: they ask for no second person.
REVOKE EXECUTE ON FUNCTION blank_rows(uuid[], text[]), blank_member(uuid), carry_out_erasure(uuid, uuid, jsonb) FROM PUBLIC;

-- For the application, which may not remove a text itself: judged here once more, whatever it has judged. The roles are those of
-- `permissionToAsk` and `permissionToDecide`, src/domain/access/privileged-change.ts.
CREATE FUNCTION erase(change uuid, second uuid, looked jsonb DEFAULT NULL) RETURNS SETOF text LANGUAGE plpgsql VOLATILE
  SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM privileged_changes p JOIN members asked ON asked.id = p.asked_by_id JOIN members m ON m.id = second
  WHERE p.id = change AND p.kind = 'erase' AND p.status = 'waiting' AND p.lapses_at > desk_now()
    AND asked.active AND asked.role = 'admin' AND m.active AND m.role IN ('editor', 'admin')
    AND person_of(m.id) <> person_of(asked.id)
    -- That it was asked for stands in the history, which nobody changes.
    AND EXISTS (SELECT FROM events e WHERE e.subject_id = p.id AND e.type = 'privileged_change.asked' AND e.actor_id = p.asked_by_id)
  FOR UPDATE OF p;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'words are erased by two persons, an admin and an editor or another admin'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'erasures_two_persons', TABLE = 'privileged_changes';
  END IF;
  RETURN QUERY SELECT * FROM carry_out_erasure(change, second, looked);
END $$;
REVOKE EXECUTE ON FUNCTION erase(uuid, uuid, jsonb) FROM PUBLIC;
