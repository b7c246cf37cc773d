-- The parts of a docket, each read as it is: see docket.sql, which locks first and puts them together.

-- The hash of the last event of a claim.
CREATE FUNCTION chain_head(claim uuid, ordinal int) RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT encode(e.hash, 'hex') FROM events e WHERE e.claim_id = chain_head.claim AND e.ordinal = chain_head.ordinal);
END $$;

-- The last task of each stage, live or ended.
CREATE FUNCTION docket_tasks(claim uuid, drafts boolean) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object(
        'id', t.id, 'stage', t.stage, 'round', t.round, 'status', t.status, 'priority', t.priority, 'version', t.version,
        'assigneeId', t.assignee_id, 'draftVersion', t.draft_version, 'openedAt', t.opened_at, 'takenAt', t.taken_at,
        'closedAt', t.closed_at, 'leaseUntil', t.lease_until, 'clock', t.clock, 'clockFrom', t.clock_from,
        'remindAt', t.remind_at, 'dueAt', t.due_at, 'escalateAt', t.escalate_at, 'remindedAt', t.reminded_at,
        'overdueAt', t.overdue_at, 'escalatedAt', t.escalated_at, 'pausedAt', t.paused_at, 'pauseReason', t.pause_reason,
        'holder', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'personId', coalesce(m.person_id, m.id), 'ref', m.ref, 'role', m.role, 'active', m.active) END,
        'verdict', (SELECT v.status FROM verdicts v WHERE v.task_id = t.id ORDER BY v.submitted_at DESC LIMIT 1),
        'draft', CASE WHEN drafts THEN t.draft END
      )), '[]')
    FROM (SELECT DISTINCT ON (stage) * FROM review_tasks WHERE claim_id = claim ORDER BY stage, round DESC) t
      LEFT JOIN members m ON m.id = t.assignee_id);
END $$;

-- The verdict under way, the one that is published and the one that was asked for, each with all it is judged by.
CREATE FUNCTION docket_verdicts(claim uuid, asked uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object(
        'id', v.id, 'taskId', v.task_id, 'status', v.status, 'revision', v.revision, 'version', v.version,
        'attribution', v.attribution, 'fidelity', v.fidelity, 'veracity', v.veracity, 'scale', v.scale,
        'rationale', v.rationale, 'authorId', v.author_id, 'lastEditorId', v.last_editor_id, 'approverId', v.approver_id,
        'submittedAt', v.submitted_at, 'validUntil', v.valid_until, 'recheckAskedAt', v.recheck_asked_at,
        'rating', json_build_object('slug', r.slug, 'polarity', r.polarity, 'forecast', r.forecast),
        'evidence', (
          SELECT coalesce(json_agg(json_build_object(
              'evidenceId', cited.evidence_id, 'stance', e.stance, 'captureId', cited.capture_id, 'outcome', c.outcome, 'sha256', c.sha256,
              'best', best.id, 'bestSha256', best.sha256, 'bestOutcome', best.outcome,
              'owed', e.capture_due_at IS NOT NULL AND best.id IS NULL
            ) ORDER BY cited.evidence_id), '[]')
          FROM verdict_evidence cited JOIN evidence e ON e.id = cited.evidence_id
            LEFT JOIN captures c ON c.id = cited.capture_id LEFT JOIN LATERAL best_capture(cited.evidence_id) best ON true
          WHERE cited.verdict_id = v.id),
        'provisions', (
          SELECT coalesce(json_agg(json_build_object(
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

CREATE FUNCTION docket_provision(provision provisions) RETURNS json LANGUAGE sql STABLE
RETURN json_build_object('id', provision.id, 'ref', provision.ref, 'version', provision.version, 'governs', provision.direction, 'verified', provision.verified,
  'inForceFrom', provision.in_force_from, 'inForceUntil', provision.in_force_until);

-- Other claims that are locked along: where each stands, how it is rated, and by whom it is contested; where it is asked for with how
-- many relations there are.
CREATE FUNCTION read_others(others uuid[], counts boolean) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF others = '{}' THEN RETURN '[]'; END IF;
  RETURN (
    SELECT coalesce(json_agg(json_build_object(
      'id', c.id, 'ref', c.ref, 'status', c.status, 'contested', c.contested, 'version', c.version,
      'updatedAt', c.updated_at, 'head', chain_head(c.id, c.version), 'mergedInto', c.merged_into, 'test', c.test,
      'ratings', (
        SELECT coalesce(json_agg(json_build_object('status', v.status, 'slug', r.slug, 'polarity', r.polarity) ORDER BY v.submitted_at DESC), '[]')
        FROM verdicts v JOIN ratings r ON (r.scale, r.slug) = (v.scale, v.veracity)
        WHERE v.claim_id = c.id AND v.status IN ('proposed', 'published')),
      'contesters', docket_contesters(c.id), 'participants', docket_participants(c.id), 'hasUndecidedVerdict', has_undecided_verdict(c.id),
      'relationCount', CASE WHEN counts THEN count_relations(c.id) END) ORDER BY c.id), '[]')
    FROM claims c WHERE c.id = ANY (others));
END $$;

-- Which person has had which part in what is published next of a claim.
CREATE FUNCTION docket_participants(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE
  changers uuid[] := ARRAY(SELECT persons_who_changed_ingredients(claim));
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('personId', part.person, 'side', part.side, 'kept', part.kept)), '[]')
    FROM (
      SELECT coalesce(m.person_id, m.id) AS person, s.side, s.kept FROM verdict_sides s JOIN members m ON m.id = s.person_id WHERE s.claim_id = claim
      UNION ALL
      SELECT changer, 'writing', false FROM unnest(changers) AS changer
      WHERE NOT EXISTS (
        SELECT FROM verdict_sides s JOIN members m ON m.id = s.person_id
        WHERE s.claim_id = claim AND s.side = 'writing' AND coalesce(m.person_id, m.id) = changer)
    ) part);
END $$;

CREATE FUNCTION docket_contesters(target uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('relationId', relation.id, 'id', c.id, 'status', c.status, 'test', c.test, 'polarity', r.polarity)), '[]')
    FROM relations relation JOIN claims c ON c.id = relation.from_id
      LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'published'
      LEFT JOIN ratings r ON (r.scale, r.slug) = (v.scale, v.veracity)
    WHERE relation.to_id = target AND relation.type IN ('denies', 'contradicts'));
END $$;

-- The decision out of turn that waits for its second person.
CREATE FUNCTION docket_glass_break(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT json_build_object('verdictId', v.id, 'by', docket_member(b), 'second', docket_member(s), 'digest', encode(g.digest, 'hex'),
      'reason', g.reason, 'note', g.note, 'acknowledge', g.acknowledge, 'askedAt', g.asked_at, 'escalatedAt', g.escalated_at)
    FROM verdicts v JOIN glass_breaks g ON g.verdict_id = v.id JOIN members b ON b.id = g.by_id JOIN members s ON s.id = g.second_id
    WHERE v.claim_id = claim AND v.status = 'proposed');
END $$;

-- What a member has to do, and may do at most.
CREATE FUNCTION docket_member(m members) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object('id', m.id, 'personId', coalesce(m.person_id, m.id), 'ref', m.ref, 'role', m.role, 'active', m.active,
    'awayUntil', m.away_until, 'away', coalesce(m.away_until > desk_now(), false),
    'held', (SELECT count(*) FROM review_tasks t WHERE t.assignee_id = m.id AND t.status IN ('assigned', 'in_progress')),
    'limit', coalesce(m.wip_limit, (SELECT wip_limit FROM desk_settings)));
END $$;

CREATE FUNCTION docket_members(names jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_object_agg(one.name, docket_member(m)), '{}')
    FROM jsonb_array_elements_text(names) AS one (name)
      JOIN members m ON m.ref = one.name OR m.id = CASE WHEN is_id(one.name) THEN one.name::uuid END);
END $$;

CREATE FUNCTION docket_candidates() RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('id', m.id, 'personId', coalesce(m.person_id, m.id), 'ref', m.ref, 'role', m.role, 'active', m.active,
      'awayUntil', m.away_until, 'away', coalesce(m.away_until > desk_now(), false), 'held', coalesce(work.held, 0),
      'limit', coalesce(m.wip_limit, (SELECT wip_limit FROM desk_settings)), 'languages', m.languages, 'topics', m.topics,
      'takenLately', coalesce(work.lately, 0), 'lastTakenAt', work.last)), '[]')
    FROM members m CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE t.status IN ('assigned', 'in_progress')) AS held,
        count(*) FILTER (WHERE t.taken_at > desk_now() - interval '7 days') AS lately, max(t.taken_at) AS last
      FROM review_tasks t WHERE t.assignee_id = m.id) work
    WHERE m.active AND m.role = 'checker');
END $$;

-- What a verdict that is written now may refer to: of everything that is named, what there is.
CREATE FUNCTION docket_references(claim uuid, names jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'scale', (
      SELECT json_build_object('version', r.scale, 'ratings',
        json_agg(json_build_object('slug', r.slug, 'polarity', r.polarity, 'forecast', r.forecast)))
      FROM ratings r WHERE r.scale = (SELECT max(version) FROM rating_scales) GROUP BY r.scale),
    'evidence', (
      SELECT coalesce(json_agg(json_build_object('evidenceId', e.id, 'stance', e.stance, 'best', best.id, 'bestSha256', best.sha256, 'bestOutcome', best.outcome,
        'owed', e.capture_due_at IS NOT NULL AND best.id IS NULL)), '[]')
      FROM evidence e LEFT JOIN LATERAL best_capture(e.id) best ON true
      WHERE e.claim_id = claim AND e.id IN (SELECT jsonb_array_elements_text(names -> 'evidence')::uuid)),
    'captures', (
      SELECT coalesce(json_agg(json_build_object('id', c.id, 'evidenceId', c.evidence_id, 'sha256', c.sha256, 'outcome', c.outcome)), '[]')
      FROM captures c JOIN evidence e ON e.id = c.evidence_id
      WHERE e.claim_id = claim AND c.id IN (SELECT jsonb_array_elements_text(names -> 'captures')::uuid)),
    'provisions', (
      SELECT coalesce(json_agg(docket_provision(p)), '[]') FROM provisions p
      WHERE p.ref = ANY (texts_of(names -> 'provisions')) OR p.id = ANY (ids_among(names -> 'provisions'))));
END $$;

-- Of everything that is named about a claim, what there is; with the outlet of its article and the norms it touches.
CREATE FUNCTION docket_named(claim uuid, names jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object(
    'outlet', (
      SELECT json_build_object('id', a.outlet_id) FROM claims c JOIN article_versions v ON v.id = c.article_version_id
        JOIN articles a ON a.id = v.article_id WHERE c.id = claim AND a.outlet_id IS NOT NULL),
    'norms', (
      SELECT coalesce(json_agg(json_build_object('instrument', n.instrument_id, 'provision', n.provision_id)), '[]')
      FROM claim_provisions n WHERE n.claim_id = claim),
    'attributions', (
      SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', a.id, 'parent', a.parent_id, 'position', a.position,
          'source', a.source_id, 'label', a.label, 'verb', a.verb, 'mode', a.mode, 'anonymous', nullif(a.anonymous, false), 'date', a.date))
          || jsonb_build_object('note', sealable('link_note', a.id, to_jsonb(a.note))) ORDER BY a.id), '[]')
      FROM attributions a WHERE a.claim_id = claim),
    'sources', (
      SELECT coalesce(json_agg(named_source(s.id)), '[]')
      FROM sources s WHERE s.ref = ANY (texts_of(names -> 'sources')) OR s.id = ANY (ids_among(names -> 'sources'))),
    'provisions', (
      SELECT coalesce(json_agg(json_build_object('id', p.id, 'ref', p.ref, 'paragraph', p.paragraph, 'direction', p.direction,
        'verified', p.verified, 'version', p.version, 'instrument', json_build_object('id', i.id, 'ref', i.ref, 'version', i.version))), '[]')
      FROM provisions p JOIN instruments i ON i.id = p.instrument_id
      WHERE p.ref = ANY (texts_of(names -> 'provisions')) OR p.id = ANY (ids_among(names -> 'provisions'))),
    'instruments', (
      SELECT coalesce(json_agg(json_build_object('id', i.id, 'ref', i.ref, 'version', i.version)), '[]')
      FROM instruments i WHERE i.ref = ANY (texts_of(names -> 'instruments')) OR i.id = ANY (ids_among(names -> 'instruments'))));
END $$;

-- How a claim is described, each text that can be erased with its seal.
CREATE FUNCTION docket_described(claim claims) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN json_build_object('statementDate', claim.statement_date, 'test', claim.test,
    'modality', sealable('modality', claim.id, to_jsonb(claim.modality)),
    'dateBasis', sealable('date_basis', claim.id, to_jsonb(claim.date_basis)),
    'worthiness', sealable('worthiness', claim.id, to_jsonb(claim.worthiness)),
    'glosses', sealable('glosses', claim.id, claim.glosses),
    'fidelityNote', sealable('fidelity_note', claim.id, to_jsonb(claim.fidelity_note)),
    'leads', sealable('leads', claim.id, to_jsonb(claim.leads)),
    'rationale', (SELECT sealable('rationale', v.id, v.rationale) FROM verdicts v WHERE v.claim_id = claim.id AND v.status = 'proposed'));
END $$;

CREATE FUNCTION docket_notices(claim uuid) RETURNS json LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (
    SELECT coalesce(json_agg(json_build_object('digest', encode(n.digest, 'hex'), 'mark', n.mark, 'revision', n.revision, 'status', n.status,
      'by', n.proposed_by_id, 'personId', person_of(n.proposed_by_id), 'decidedBy', n.decided_by_id,
      'hasWords', EXISTS (SELECT FROM contents c WHERE c.seal = decode(n.document::jsonb #>> '{note,sealed}', 'hex'))) ORDER BY n.proposed_at), '[]')
    FROM notices n WHERE n.claim_id = claim);
END $$;

-- Those that were not taken back.
CREATE FUNCTION count_contacts(claim uuid) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM contacts t WHERE t.claim_id = claim AND t.status = 'recorded');
END $$;

CREATE FUNCTION count_relations(claim uuid) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT count(*) FROM relations r WHERE r.from_id = claim OR r.to_id = claim);
END $$;
