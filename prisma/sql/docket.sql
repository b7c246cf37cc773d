-- What a decision about a claim is made from, locked and read in one statement of the client: see
-- src/workflow/read-docket.ts.

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
DECLARE
  others uuid[] := '{}';
BEGIN
  IF asked ? 'claims' THEN
    others := ARRAY(SELECT claim_named(one.name) FROM jsonb_array_elements_text(asked -> 'claims') AS one (name));
  END IF;
  IF (asked -> 'related')::boolean THEN
    others := others || ARRAY(
      SELECT to_id FROM relations WHERE from_id = claim
      UNION ALL SELECT from_id FROM relations WHERE to_id = claim
      UNION ALL SELECT id FROM claims WHERE merged_into = claim);
  END IF;
  IF others = '{}' THEN RETURN others; END IF;
  RETURN ARRAY(SELECT DISTINCT other FROM unnest(others) AS other WHERE other <> claim ORDER BY other);
END $$;

-- Whether the desk would hand out the task that this claim owes, so that everybody who could have it is looked at.
CREATE FUNCTION docket_assigns(claim uuid, asked jsonb) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce((asked -> 'candidates')::boolean, false) AND (SELECT auto_assign FROM desk_settings)
    AND (SELECT owed_stage(status) IN ('review', 'correction') FROM claims WHERE id = claim);
END $$;

-- Enters the step of a write that may be sent again, until the transaction ends; false where another request is at it
-- or has done it. The lock is tried first, because the row of an open transaction would have to be waited for. A step with no result
-- keeps what it was about: an erasure of its words finds it by that before its answer is kept.
CREATE FUNCTION enter_step(step jsonb, about text DEFAULT NULL) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO safe_writes (id, step, key_id, operation, fingerprint, result)
  SELECT decode(s.id, 'hex'), s.number, s.key, s.operation, decode(s.fingerprint, 'hex'), coalesce(s.result, to_json(about)::text)
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

-- Those who are named by id or ref, and everybody whom the task that is owed could be handed to.
CREATE FUNCTION docket_hands(claim uuid, asked jsonb) RETURNS uuid[] LANGUAGE plpgsql STABLE AS $$
DECLARE
  named text[] := texts_of(coalesce(asked -> 'members', '[]'));
BEGIN
  RETURN ARRAY(SELECT id FROM members WHERE ref = ANY (named) OR id = ANY (ids_among(asked -> 'members')))
    || CASE WHEN docket_assigns(claim, asked) THEN ARRAY(SELECT id FROM members WHERE active AND role = 'checker') ELSE '{}' END;
END $$;

-- Until commit, no name that editions are made of is withheld: it would be published by whoever read it before. What withholds one takes
-- the same lock alone, after the claims and before the members, as it is taken here.
CREATE FUNCTION keep_names_shown() RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock_shared(hashtextextended('names that are withheld', 0))
$$;
CREATE FUNCTION lock_names_shown() RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('names that are withheld', 0))
$$;

-- What this change may bring into an edition that waits stays as it is until the end: whoever changes it at this moment has waited, or is
-- waited for and counts. After the claims, as everywhere.
CREATE FUNCTION keep_brought_in(claim uuid, others uuid[], asked jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  touched uuid[] := others || claim;
  related uuid[] := CASE WHEN asked ? 'claims' THEN touched ELSE '{}' END;
  articles uuid[] := ARRAY(SELECT a.id FROM unnest(touched) AS one (id) CROSS JOIN LATERAL edition_articles(one.id) AS a (id));
  named jsonb := coalesce(asked #> '{named,sources}', '[]');
BEGIN
  PERFORM FROM articles a WHERE a.id = ANY (articles) ORDER BY a.id FOR SHARE;
  -- As it was recorded, and the one that stands for it.
  PERFORM FROM sources s
  WHERE s.id IN (
    SELECT known.id FROM (
      SELECT a.outlet_id FROM articles a WHERE a.id = ANY (articles) AND a.outlet_id IS NOT NULL
      UNION ALL SELECT r.id FROM sources r WHERE r.ref = ANY (texts_of(named)) OR r.id = ANY (ids_among(named))
      UNION ALL SELECT t.source_id FROM attributions t WHERE t.claim_id = ANY (related) AND t.source_id IS NOT NULL) AS recorded (id)
    CROSS JOIN LATERAL standing_source(recorded.id) stands CROSS JOIN LATERAL (VALUES (recorded.id), (stands.id)) AS known (id))
  ORDER BY s.id FOR SHARE;
  PERFORM keep_cited(asked);
END $$;

-- The same of all that a verdict will name, when it is submitted: a change of that is before it or after it, and after it counts for
-- whoever makes it. Who was waited for may have merged a source: then another one stands for it, and that is locked as well.
CREATE FUNCTION keep_named(claim uuid, asked jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  kept uuid[];
  named uuid[];
BEGIN
  PERFORM FROM articles a WHERE a.id IN (SELECT edition_articles(claim) UNION SELECT related_articles(claim)) ORDER BY a.id FOR SHARE;
  LOOP
    named := ARRAY(SELECT edition_sources(claim) AS id ORDER BY id);
    EXIT WHEN named <@ kept;
    PERFORM FROM sources s WHERE s.id = ANY (named) ORDER BY s.id FOR SHARE;
    kept := named;
  END LOOP;
  PERFORM keep_cited(asked);
END $$;
CREATE FUNCTION keep_cited(asked jsonb) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE cited jsonb := coalesce(asked #> '{references,provisions}', '[]');
BEGIN
  IF cited = '[]' THEN RETURN; END IF;
  PERFORM FROM instruments i
  WHERE i.id IN (SELECT p.instrument_id FROM provisions p WHERE p.ref = ANY (texts_of(cited)) OR p.id = ANY (ids_among(cited)))
  ORDER BY i.id FOR SHARE;
END $$;

-- Locks first, in the order of ids, and reads afterwards, each in a statement of its own: one that does both would
-- read beside the locked rows what was so before the lock. Null where there is no such claim; {"grown": true} where
-- by now more belongs to it than was locked, and the change has to start again. One plan is kept for each array of others.
CREATE FUNCTION lock_docket(asked jsonb, step jsonb) RETURNS json LANGUAGE plpgsql VOLATILE
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  claim uuid := CASE WHEN asked ? 'openTasks' THEN lock_first_open(asked -> 'openTasks') ELSE docket_claim(asked) END;
  entered boolean := step IS NULL OR enter_step(step, concat_ws(' ', claim, asked ->> 'task', asked ->> 'verdict'));
  others uuid[] := docket_others(claim, asked);
  hands uuid[];
BEGIN
  IF NOT entered THEN RETURN '{"taken": true}'; END IF;
  IF claim IS NULL THEN RETURN NULL; END IF;
  PERFORM FROM claims WHERE id = ANY (others || claim) ORDER BY id FOR NO KEY UPDATE;
  -- Where nothing is looked up beside it, nothing can have come to it.
  IF asked ?| ARRAY['claims', 'related'] AND NOT docket_others(claim, asked) <@ others THEN RETURN '{"grown": true}'; END IF;
  IF asked ?| ARRAY['claims', 'named', 'references'] THEN
    IF EXISTS (SELECT FROM unnest(others || claim) AS one (id) WHERE has_undecided_verdict(one.id)) THEN
      PERFORM keep_brought_in(claim, others, asked);
    ELSIF asked ? 'references' THEN
      PERFORM keep_named(claim, asked);
    END IF;
  END IF;
  -- Whoever changes another ingredient of an edition locks the claims that wait for a decision on it, and has waited, or is waited for.
  IF (asked -> 'edition')::boolean THEN PERFORM keep_names_shown(); END IF;
  -- Who is handed work is locked after all that, always: whatever else is handed to them waits, and then counts this.
  IF asked ?| ARRAY['members', 'candidates'] THEN
    hands := docket_hands(claim, asked);
    PERFORM FROM members WHERE id = ANY (hands) ORDER BY id FOR NO KEY UPDATE;
  END IF;
  RETURN read_docket(claim, others, asked);
END $$;

-- The same for looking only, as it is.
CREATE FUNCTION look_at_docket(asked jsonb) RETURNS json LANGUAGE plpgsql STABLE AS $$
DECLARE claim uuid := docket_claim(asked);
BEGIN
  RETURN read_docket(claim, docket_others(claim, asked), asked);
END $$;

-- Everything that a decision about a claim is made from, of one moment. With one plan that is kept: the planner would
-- think it cheaper to plan all of this anew for each array of others.
CREATE FUNCTION read_docket(claim uuid, others uuid[], asked jsonb) RETURNS json LANGUAGE plpgsql STABLE
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  RETURN (
    SELECT json_build_object(
      'now', (SELECT moment_after(max(t.updated_at)) FROM claims t WHERE t.id = ANY (others || c.id)),
      'claim', json_build_object(
        'id', c.id, 'ref', c.ref, 'status', c.status, 'kind', c.kind, 'secondaryKinds', c.secondary_kinds, 'language', c.language,
        'topics', c.topics, 'priority', c.priority, 'version', c.version, 'revision', c.revision, 'rating', c.rating,
        'contested', c.contested, 'mergedInto', c.merged_into, 'mark', c.mark, 'markReason', c.mark_reason, 'markInto', c.mark_into,
        'markIntoRef', CASE WHEN c.mark_into IS NOT NULL THEN (SELECT other.ref FROM claims other WHERE other.id = c.mark_into) END, 'updatedAt', c.updated_at, 'head', chain_head(c.id, c.version),
        'test', c.test),
      'tasks', docket_tasks(c.id, coalesce((asked -> 'drafts')::boolean, false)),
      'verdicts', docket_verdicts(c.id, (asked ->> 'verdict')::uuid),
      'contacts', count_contacts(c.id),
      'contact', CASE WHEN asked ? 'contact' THEN (SELECT json_build_object('id', t.id, 'status', t.status)
        FROM contacts t WHERE t.id = (asked ->> 'contact')::uuid AND t.claim_id = c.id) END,
      'lastRevision', (SELECT coalesce(max(v.revision), 0) FROM verdicts v WHERE v.claim_id = c.id),
      -- Why the correction under way was begun, and the public note about it: what was said last.
      'correction', CASE WHEN c.revision IS NOT NULL AND c.status IN ('correcting', 'in_approval') THEN (
        SELECT json_build_object('reason', e.data -> 'reason', 'seal', e.data #> '{note,sealed}', 'note', words_of(e.data -> 'note')) FROM events e
        WHERE e.claim_id = c.id AND e.type = 'claim.correction_started' ORDER BY e.ordinal DESC LIMIT 1) END,
      'participants', docket_participants(c.id),
      'editors', (SELECT coalesce(json_agg(DISTINCT coalesce(m.person_id, m.id)), '[]') FROM members m WHERE m.role = 'editor' AND m.active),
      'policy', (
        SELECT json_build_object('leaseMinutes', d.lease_minutes, 'clocks',
          (SELECT json_object_agg(p.clock || ' ' || p.priority, p.minutes) FROM clock_policies p))
        FROM desk_settings d),
      'relations', (
        SELECT coalesce(json_agg(json_build_object('id', r.id, 'type', r.type, 'outgoing', r.from_id = c.id,
          'otherId', CASE WHEN r.from_id = c.id THEN r.to_id ELSE r.from_id END) ORDER BY r.id), '[]')
        FROM relations r WHERE cardinality(others) > 0
          AND (r.from_id = c.id AND r.to_id = ANY (others) OR r.to_id = c.id AND r.from_id = ANY (others))),
      'others', read_others(others, coalesce((asked -> 'counts')::boolean, false)),
      'counts', CASE WHEN (asked -> 'counts')::boolean THEN json_build_object('relations', count_relations(c.id),
        'evidence', (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id),
        'contacts', count_contacts(c.id)) END,
      'members', CASE WHEN asked ? 'members' THEN docket_members(asked -> 'members') ELSE '{}' END,
      'candidates', CASE WHEN docket_assigns(c.id, asked) THEN docket_candidates() ELSE '[]' END,
      'references', CASE WHEN asked ? 'references' THEN docket_references(c.id, asked -> 'references') END,
      'named', CASE WHEN asked ? 'named' THEN docket_named(c.id, asked -> 'named') END,
      'described', CASE WHEN (asked -> 'described')::boolean THEN docket_described(c) END,
      'glassBreak', docket_glass_break(c.id),
      'notices', CASE WHEN (asked -> 'notices')::boolean THEN docket_notices(c.id) ELSE '[]' END,
      'edition', CASE WHEN (asked -> 'edition')::boolean THEN docket_edition(c.id) END)
    FROM claims c WHERE c.id = claim);
END $$;
