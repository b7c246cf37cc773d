-- What a decision about a claim is made from, locked and read in one statement of the client: see
-- src/workflow/read-docket.ts.

-- Whether a name is an id: a ref never has the form of a UUID.
CREATE FUNCTION is_id(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
RETURN name ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

CREATE FUNCTION texts_of(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT jsonb_array_elements_text(list));

CREATE FUNCTION ids_among(names jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE
RETURN ARRAY(SELECT name::uuid FROM unnest(texts_of(names)) AS name WHERE is_id(name));

-- The claim of this name: its id or its ref.
CREATE FUNCTION claim_named(name text) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF is_id(name) THEN
    RETURN (SELECT id FROM claims WHERE id = name::uuid);
  END IF;
  RETURN (SELECT id FROM claims WHERE ref = name);
END $$;

CREATE FUNCTION docket_claim(asked jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF asked ? 'task' THEN RETURN (SELECT claim_id FROM review_tasks WHERE id = (asked ->> 'task')::uuid); END IF;
  IF asked ? 'verdict' THEN RETURN (SELECT claim_id FROM verdicts WHERE id = (asked ->> 'verdict')::uuid); END IF;
  RETURN claim_named(asked ->> 'claim');
END $$;

-- The claims that a change may touch beside the claim itself: what it is merged into, and what it has relations with.
CREATE FUNCTION docket_others(claim uuid, asked jsonb) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN ARRAY(
    SELECT claim_named(one.name) FROM jsonb_array_elements_text(coalesce(asked -> 'claims', '[]')) AS one (name)
    UNION SELECT to_id FROM relations WHERE from_id = claim AND (asked -> 'related')::boolean
    UNION SELECT from_id FROM relations WHERE to_id = claim AND (asked -> 'related')::boolean
    UNION SELECT id FROM claims WHERE merged_into = claim AND (asked -> 'related')::boolean
    EXCEPT SELECT claim EXCEPT SELECT NULL ORDER BY 1);
END $$;

-- Whether the desk would hand out the task that this claim owes, so that everybody who could have it is looked at.
CREATE FUNCTION docket_assigns(claim uuid, asked jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((asked -> 'candidates')::boolean, false) AND (SELECT auto_assign FROM desk_settings)
    AND (SELECT owed_stage(status) IN ('review', 'correction') FROM claims WHERE id = claim);
END $$;

-- Enters the step of a write that may be sent again, until the transaction ends; false where another request is at it
-- or has done it. The lock is tried first, because the row of an open transaction would have to be waited for.
CREATE FUNCTION enter_step(step jsonb) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, result)
  SELECT decode(s.id, 'hex'), s.number, s.key, s.operation, decode(s.fingerprint, 'hex'), s.result
  FROM jsonb_to_record(enter_step.step) AS s (id text, number int, key uuid, operation text, fingerprint text, result text, lock bigint)
  WHERE pg_try_advisory_xact_lock(s.lock)
  ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

-- The claim of the first of these tasks that is open and that nobody else is changing at this moment, locked.
CREATE FUNCTION lock_first_open(tasks jsonb) RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
DECLARE claim uuid;
BEGIN
  SELECT c.id INTO claim
  FROM jsonb_array_elements_text(tasks) WITH ORDINALITY AS asked (task, place)
    JOIN review_tasks t ON t.id = asked.task::uuid JOIN claims c ON c.id = t.claim_id
  WHERE t.status = 'open' ORDER BY asked.place LIMIT 1
  FOR NO KEY UPDATE OF c SKIP LOCKED;
  RETURN claim;
END $$;

-- Locks first, in the order of ids, and reads afterwards, each in a statement of its own: one that does both would
-- read beside the locked rows what was so before the lock. Null where there is no such claim; {"grown": true} where
-- by now more belongs to it than was locked, and the change has to start again. One plan is kept for each array of others.
CREATE FUNCTION lock_docket(asked jsonb, step jsonb) RETURNS jsonb LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  entered boolean := step IS NULL OR enter_step(step);
  claim uuid := CASE WHEN asked ? 'openTasks' THEN lock_first_open(asked -> 'openTasks') ELSE docket_claim(asked) END;
  others uuid[] := docket_others(claim, asked);
BEGIN
  IF NOT entered THEN RETURN '{"taken": true}'; END IF;
  IF claim IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM claims WHERE id = claim OR id = ANY (others) ORDER BY id FOR NO KEY UPDATE;
  IF NOT docket_others(claim, asked) <@ others THEN RETURN '{"grown": true}'; END IF;
  -- What an edition is made of stays as it is until it is decided on: a name that is withheld meanwhile would be published.
  -- Before the members: an erasure locks what it is about, and then those who may confirm it.
  IF (asked -> 'edition')::boolean THEN
    PERFORM FROM articles WHERE id IN (SELECT edition_articles(claim)) ORDER BY id FOR SHARE;
    PERFORM FROM sources WHERE id IN (SELECT edition_sources(claim)) ORDER BY id FOR SHARE;
  END IF;
  -- Who is handed work is locked after all that, always: whatever else is handed to them waits, and then counts this.
  IF asked ? 'members' OR asked ? 'candidates' THEN
    PERFORM FROM members
    WHERE id::text IN (SELECT jsonb_array_elements_text(asked -> 'members')) OR ref IN (SELECT jsonb_array_elements_text(asked -> 'members'))
      OR (active AND role = 'checker' AND docket_assigns(claim, asked))
    ORDER BY id FOR NO KEY UPDATE;
  END IF;
  RETURN read_docket(claim, others, asked);
END $$;

-- The same for looking only, as it is.
CREATE FUNCTION look_at_docket(asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
DECLARE claim uuid := docket_claim(asked);
BEGIN
  RETURN read_docket(claim, docket_others(claim, asked), asked);
END $$;

-- The hash of the last event of a claim.
CREATE FUNCTION chain_head(claim uuid, ordinal int) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT encode(e.hash, 'hex') FROM events e WHERE e.claim_id = chain_head.claim AND e.ordinal = chain_head.ordinal);
END $$;

-- The last task of each stage, live or ended.
CREATE FUNCTION docket_tasks(claim uuid, drafts boolean) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'stage', t.stage, 'round', t.round, 'status', t.status, 'priority', t.priority, 'version', t.version,
        'assigneeId', t.assignee_id, 'draftVersion', t.draft_version, 'openedAt', t.opened_at, 'takenAt', t.taken_at,
        'closedAt', t.closed_at, 'leaseUntil', t.lease_until, 'clock', t.clock, 'clockFrom', t.clock_from,
        'remindAt', t.remind_at, 'dueAt', t.due_at, 'escalateAt', t.escalate_at, 'remindedAt', t.reminded_at,
        'overdueAt', t.overdue_at, 'escalatedAt', t.escalated_at, 'pausedAt', t.paused_at, 'pauseReason', t.pause_reason,
        'holder', CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'personId', coalesce(m.person_id, m.id), 'ref', m.ref, 'role', m.role, 'active', m.active) END,
        'verdict', (SELECT v.status FROM verdicts v WHERE v.task_id = t.id ORDER BY v.submitted_at DESC LIMIT 1),
        'draft', CASE WHEN drafts THEN t.draft END
      )), '[]')
    FROM (SELECT DISTINCT ON (stage) * FROM review_tasks WHERE claim_id = claim ORDER BY stage, round DESC) t
      LEFT JOIN members m ON m.id = t.assignee_id);
END $$;

-- The verdict under way, the one that is published and the one that was asked for, each with all it is judged by.
CREATE FUNCTION docket_verdicts(claim uuid, asked uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', v.id, 'taskId', v.task_id, 'status', v.status, 'revision', v.revision, 'version', v.version,
        'attribution', v.attribution, 'fidelity', v.fidelity, 'veracity', v.veracity, 'scale', v.scale,
        'rationale', v.rationale, 'authorId', v.author_id, 'lastEditorId', v.last_editor_id, 'approverId', v.approver_id,
        'submittedAt', v.submitted_at, 'validUntil', v.valid_until, 'recheckAskedAt', v.recheck_asked_at,
        'rating', jsonb_build_object('slug', r.slug, 'polarity', r.polarity, 'forecast', r.forecast),
        'evidence', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
              'evidenceId', cited.evidence_id, 'stance', e.stance, 'captureId', cited.capture_id, 'outcome', c.outcome, 'sha256', c.sha256,
              'best', best.id, 'bestSha256', best.sha256, 'bestOutcome', best.outcome,
              'owed', e.capture_due_at IS NOT NULL AND best.id IS NULL
            ) ORDER BY cited.evidence_id), '[]')
          FROM verdict_evidence cited JOIN evidence e ON e.id = cited.evidence_id
            LEFT JOIN captures c ON c.id = cited.capture_id LEFT JOIN LATERAL best_capture(cited.evidence_id) best ON true
          WHERE cited.verdict_id = v.id),
        'provisions', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
              'provisionId', cited.provision_id, 'act', cited.act, 'actor', cited.actor, 'date', cited.date, 'direction', cited.direction,
              'provision', docket_provision(p)) ORDER BY cited.position), '[]')
          FROM verdict_provisions cited JOIN provisions p ON p.id = cited.provision_id
          WHERE cited.verdict_id = v.id)
      )), '[]')
    FROM verdicts v JOIN ratings r ON (r.scale, r.slug) = (v.scale, v.veracity)
    WHERE v.claim_id = claim AND (v.status IN ('submitted', 'proposed', 'published') OR v.id = asked));
END $$;

-- The last capture of evidence that succeeded, or at least the one that failed last.
CREATE FUNCTION best_capture(evidence uuid) RETURNS SETOF captures LANGUAGE sql STABLE ROWS 1 AS $$
  SELECT * FROM captures WHERE evidence_id = evidence ORDER BY outcome = 'captured' DESC, number DESC LIMIT 1;
$$;

CREATE FUNCTION docket_provision(provision provisions) RETURNS jsonb LANGUAGE sql STABLE
RETURN jsonb_build_object('id', provision.id, 'ref', provision.ref, 'version', provision.version, 'governs', provision.direction, 'verified', provision.verified,
  'inForceFrom', provision.in_force_from, 'inForceUntil', provision.in_force_until);

-- Another claim that is locked along: where it stands, how it is rated, and by whom it is contested.
CREATE FUNCTION docket_other(other uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'id', c.id, 'ref', c.ref, 'status', c.status, 'contested', c.contested, 'version', c.version,
      'updatedAt', c.updated_at, 'head', chain_head(c.id, c.version), 'mergedInto', c.merged_into, 'test', c.test,
      'ratings', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('status', v.status, 'slug', r.slug, 'polarity', r.polarity) ORDER BY v.submitted_at DESC), '[]')
        FROM verdicts v JOIN ratings r ON (r.scale, r.slug) = (v.scale, v.veracity)
        WHERE v.claim_id = c.id AND v.status IN ('proposed', 'published')),
      'contesters', docket_contesters(c.id), 'participants', docket_participants(c.id), 'hasUndecidedVerdict', has_undecided_verdict(c.id))
    FROM claims c WHERE c.id = other);
END $$;

-- Which person has had which part in what is published next of a claim.
CREATE FUNCTION docket_participants(claim uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('personId', part.person, 'side', part.side, 'kept', part.kept)), '[]')
    FROM (
      SELECT person_of(s.person_id) AS person, s.side, s.kept FROM verdict_sides s WHERE s.claim_id = claim
      UNION ALL
      SELECT changer, 'writing', false FROM persons_who_changed_ingredients(claim) AS changer
      WHERE NOT EXISTS (
        SELECT FROM verdict_sides s WHERE s.claim_id = claim AND s.side = 'writing' AND person_of(s.person_id) = changer)
    ) part);
END $$;

CREATE FUNCTION docket_contesters(target uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('relationId', relation.id, 'id', c.id, 'status', c.status, 'test', c.test, 'polarity', r.polarity)), '[]')
    FROM relations relation JOIN claims c ON c.id = relation.from_id
      LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'published'
      LEFT JOIN ratings r ON (r.scale, r.slug) = (v.scale, v.veracity)
    WHERE relation.to_id = target AND relation.type IN ('denies', 'contradicts'));
END $$;

-- The decision out of turn that waits for its second person.
CREATE FUNCTION docket_glass_break(claim uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object('verdictId', v.id, 'by', docket_member(b), 'second', docket_member(s), 'digest', encode(g.digest, 'hex'),
      'reason', g.reason, 'note', g.note, 'acknowledge', g.acknowledge, 'askedAt', g.asked_at, 'escalatedAt', g.escalated_at)
    FROM verdicts v JOIN glass_breaks g ON g.verdict_id = v.id JOIN members b ON b.id = g.by_id JOIN members s ON s.id = g.second_id
    WHERE v.claim_id = claim AND v.status = 'proposed');
END $$;

-- What a member has to do, and may do at most.
CREATE FUNCTION docket_member(m members) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object('id', m.id, 'personId', coalesce(m.person_id, m.id), 'ref', m.ref, 'role', m.role, 'active', m.active,
    'awayUntil', m.away_until, 'away', coalesce(m.away_until > desk_now(), false),
    'held', (SELECT count(*) FROM review_tasks t WHERE t.assignee_id = m.id AND t.status IN ('assigned', 'in_progress')),
    'limit', coalesce(m.wip_limit, (SELECT wip_limit FROM desk_settings)));
END $$;

CREATE FUNCTION docket_members(names jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_object_agg(one.name, docket_member(m)), '{}')
    FROM jsonb_array_elements_text(names) AS one (name) JOIN members m ON m.ref = one.name OR m.id::text = one.name);
END $$;

CREATE FUNCTION docket_candidates() RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(docket_member(m) || jsonb_build_object(
        'languages', m.languages, 'topics', m.topics,
        'takenLately', (SELECT count(*) FROM review_tasks t WHERE t.assignee_id = m.id AND t.taken_at > desk_now() - interval '7 days'),
        'lastTakenAt', (SELECT max(t.taken_at) FROM review_tasks t WHERE t.assignee_id = m.id))), '[]')
    FROM members m WHERE m.active AND m.role = 'checker');
END $$;

-- What a verdict that is written now may refer to: of everything that is named, what there is.
CREATE FUNCTION docket_references(claim uuid, names jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object(
    'scale', (
      SELECT jsonb_build_object('version', r.scale, 'ratings',
        jsonb_agg(jsonb_build_object('slug', r.slug, 'polarity', r.polarity, 'forecast', r.forecast)))
      FROM ratings r WHERE r.scale = (SELECT max(version) FROM rating_scales) GROUP BY r.scale),
    'evidence', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('evidenceId', e.id, 'stance', e.stance, 'best', best.id, 'bestSha256', best.sha256, 'bestOutcome', best.outcome,
        'owed', e.capture_due_at IS NOT NULL AND best.id IS NULL)), '[]')
      FROM evidence e LEFT JOIN LATERAL best_capture(e.id) best ON true
      WHERE e.claim_id = claim AND e.id IN (SELECT jsonb_array_elements_text(names -> 'evidence')::uuid)),
    'captures', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'evidenceId', c.evidence_id, 'sha256', c.sha256, 'outcome', c.outcome)), '[]')
      FROM captures c JOIN evidence e ON e.id = c.evidence_id
      WHERE e.claim_id = claim AND c.id IN (SELECT jsonb_array_elements_text(names -> 'captures')::uuid)),
    'provisions', (
      SELECT coalesce(jsonb_agg(docket_provision(p)), '[]') FROM provisions p
      WHERE p.ref = ANY (texts_of(names -> 'provisions')) OR p.id = ANY (ids_among(names -> 'provisions'))));
END $$;

-- Of everything that is named about a claim, what there is; with the outlet of its article and the norms it touches.
CREATE FUNCTION docket_named(claim uuid, names jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object(
    'outlet', (
      SELECT jsonb_build_object('id', a.outlet_id) FROM claims c JOIN article_versions v ON v.id = c.article_version_id
        JOIN articles a ON a.id = v.article_id WHERE c.id = claim AND a.outlet_id IS NOT NULL),
    'norms', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('instrument', n.instrument_id, 'provision', n.provision_id)), '[]')
      FROM claim_provisions n WHERE n.claim_id = claim),
    'attributions', (
      SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', a.id, 'parent', a.parent_id, 'position', a.position,
          'source', a.source_id, 'label', a.label, 'verb', a.verb, 'mode', a.mode, 'anonymous', nullif(a.anonymous, false), 'date', a.date))
          || jsonb_build_object('note', sealable('link_note', a.id, to_jsonb(a.note))) ORDER BY a.id), '[]')
      FROM attributions a WHERE a.claim_id = claim),
    'sources', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'ref', s.ref, 'name', s.name, 'names', names_of_source(s.id), 'kind', s.kind, 'version', s.version)), '[]')
      FROM sources s WHERE s.ref = ANY (texts_of(names -> 'sources')) OR s.id = ANY (ids_among(names -> 'sources'))),
    'provisions', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'ref', p.ref, 'paragraph', p.paragraph, 'direction', p.direction,
        'verified', p.verified, 'version', p.version, 'instrument', jsonb_build_object('id', i.id, 'ref', i.ref, 'version', i.version))), '[]')
      FROM provisions p JOIN instruments i ON i.id = p.instrument_id
      WHERE p.ref = ANY (texts_of(names -> 'provisions')) OR p.id = ANY (ids_among(names -> 'provisions'))),
    'instruments', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ref', i.ref, 'version', i.version)), '[]')
      FROM instruments i WHERE i.ref = ANY (texts_of(names -> 'instruments')) OR i.id = ANY (ids_among(names -> 'instruments'))));
END $$;

-- How a claim is described, each text that can be erased with its seal.
CREATE FUNCTION docket_described(claim claims) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN jsonb_build_object('modality', claim.modality, 'statementDate', claim.statement_date, 'dateBasis', claim.date_basis,
    'test', claim.test,
    'worthiness', sealable('worthiness', claim.id, to_jsonb(claim.worthiness)),
    'glosses', sealable('glosses', claim.id, claim.glosses),
    'fidelityNote', sealable('fidelity_note', claim.id, to_jsonb(claim.fidelity_note)),
    'leads', sealable('leads', claim.id, to_jsonb(claim.leads)),
    'rationale', (SELECT sealable('rationale', v.id, v.rationale) FROM verdicts v WHERE v.claim_id = claim.id AND v.status = 'proposed'));
END $$;

CREATE FUNCTION docket_notices(claim uuid) RETURNS jsonb LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('digest', encode(n.digest, 'hex'), 'mark', n.mark, 'revision', n.revision, 'status', n.status,
      'by', n.proposed_by_id, 'personId', person_of(n.proposed_by_id), 'decidedBy', n.decided_by_id) ORDER BY n.proposed_at), '[]')
    FROM notices n WHERE n.claim_id = claim);
END $$;

CREATE FUNCTION count_relations(claim uuid) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM relations r WHERE r.from_id = claim OR r.to_id = claim);
END $$;

-- Everything that a decision about a claim is made from, of one moment. With one plan that is kept: the planner would
-- think it cheaper to plan all of this anew for each array of others.
CREATE FUNCTION read_docket(claim uuid, others uuid[], asked jsonb) RETURNS jsonb LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'now', (SELECT moment_after(max(t.updated_at)) FROM claims t WHERE t.id = c.id OR t.id = ANY (others)),
      'claim', jsonb_build_object(
        'id', c.id, 'ref', c.ref, 'status', c.status, 'kind', c.kind, 'secondaryKinds', c.secondary_kinds, 'language', c.language,
        'topics', c.topics, 'priority', c.priority, 'version', c.version, 'revision', c.revision, 'rating', c.rating,
        'contested', c.contested, 'mergedInto', c.merged_into, 'mark', c.mark, 'markReason', c.mark_reason, 'markInto', c.mark_into,
        'markIntoRef', (SELECT other.ref FROM claims other WHERE other.id = c.mark_into), 'updatedAt', c.updated_at, 'head', chain_head(c.id, c.version),
        'test', c.test),
      'tasks', docket_tasks(c.id, coalesce((asked -> 'drafts')::boolean, false)),
      'verdicts', docket_verdicts(c.id, (asked ->> 'verdict')::uuid),
      'contacts', (SELECT count(*) FROM contacts contact WHERE contact.claim_id = c.id),
      'lastRevision', (SELECT coalesce(max(v.revision), 0) FROM verdicts v WHERE v.claim_id = c.id),
      -- Why the correction under way was begun, and the public note about it: what was said last.
      'correction', CASE WHEN c.revision IS NOT NULL THEN (
        SELECT jsonb_build_object('reason', e.data -> 'reason', 'seal', e.data #> '{note,sealed}', 'note', words_of(e.data -> 'note')) FROM events e
        WHERE e.claim_id = c.id AND e.type = 'claim.correction_started' ORDER BY e.ordinal DESC LIMIT 1) END,
      'participants', docket_participants(c.id),
      'editors', (SELECT coalesce(jsonb_agg(DISTINCT coalesce(m.person_id, m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active),
      'policy', (
        SELECT jsonb_build_object('leaseMinutes', d.lease_minutes, 'clocks',
          (SELECT jsonb_object_agg(p.clock || ' ' || p.priority, p.minutes) FROM clock_policies p))
        FROM desk_settings d),
      'relations', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'type', r.type, 'outgoing', r.from_id = c.id,
          'otherId', CASE WHEN r.from_id = c.id THEN r.to_id ELSE r.from_id END) ORDER BY r.id), '[]')
        FROM relations r WHERE cardinality(others) > 0
          AND (r.from_id = c.id AND r.to_id = ANY (others) OR r.to_id = c.id AND r.from_id = ANY (others))),
      'others', (
        SELECT coalesce(jsonb_agg(docket_other(other)
          || CASE WHEN (asked -> 'counts')::boolean THEN jsonb_build_object('relationCount', count_relations(other)) ELSE '{}' END), '[]')
        FROM unnest(others) AS other),
      'counts', CASE WHEN (asked -> 'counts')::boolean THEN jsonb_build_object('relations', count_relations(c.id),
        'evidence', (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id),
        'contacts', (SELECT count(*) FROM contacts contact WHERE contact.claim_id = c.id)) END,
      'members', docket_members(coalesce(asked -> 'members', '[]')),
      'candidates', CASE WHEN docket_assigns(c.id, asked) THEN docket_candidates() ELSE '[]' END,
      'references', CASE WHEN asked ? 'references' THEN docket_references(c.id, asked -> 'references') END,
      'named', CASE WHEN asked ? 'named' THEN docket_named(c.id, asked -> 'named') END,
      'described', CASE WHEN (asked -> 'described')::boolean THEN docket_described(c) END,
      'glassBreak', docket_glass_break(c.id),
      'notices', CASE WHEN (asked -> 'notices')::boolean THEN docket_notices(c.id) ELSE '[]' END,
      'edition', CASE WHEN (asked -> 'edition')::boolean THEN docket_edition(c.id) END)
    FROM claims c WHERE c.id = claim);
END $$;
