-- What concerns somebody at the desk, found out when an event gets its place in the feed: one row for each person and
-- claim, at the newest event of it. Positions are given one after the other, so what was read is named by one of them.

-- Who is told of a change that takes a second person: an editor may be the second of an erasure.
CREATE FUNCTION roles_told_of_change(change uuid) RETURNS role[] LANGUAGE sql STABLE
RETURN (SELECT CASE WHEN c.kind = 'erase' THEN '{admin,editor}' ELSE '{admin}' END::role[] FROM privileged_changes c WHERE c.id = change);

-- The members whom an event concerns, without the one who caused it. The types are those of src/domain/inbox/sentences.ts.
CREATE FUNCTION concerned_by(event_seq bigint) RETURNS TABLE (member uuid, about uuid) LANGUAGE plpgsql STABLE AS $$
DECLARE
  event events;
  wanted role[];
  one uuid;
  earlier events;
BEGIN
  SELECT * INTO event FROM events e WHERE e.seq = event_seq;
  -- An article that changed concerns whoever answers for published claims of it whose quotes do not stand there any more,
  -- unless the version before said the same of them when they were published already.
  IF event.type = 'article.revised' THEN
    SELECT * INTO earlier FROM events e WHERE e.claim_id IS NULL AND e.subject_type COLLATE "C" = event.subject_type
      AND e.subject_id = event.subject_id AND e.type = event.type AND e.subject_ordinal < event.subject_ordinal
      ORDER BY e.subject_ordinal DESC LIMIT 1;
    RETURN QUERY
      SELECT DISTINCT m.id, event.subject_id FROM jsonb_array_elements(array_or_empty(event.data -> 'claims')) AS listed (quote)
        JOIN claims c ON c.id = id_or_null(quote ->> 'claim') AND c.revision IS NOT NULL
        JOIN members m ON m.role = 'editor' OR m.id = (SELECT v.author_id FROM verdicts v
          WHERE v.claim_id = c.id AND v.revision IS NOT NULL ORDER BY v.revision DESC LIMIT 1)
      WHERE quote ->> 'outcome' IN ('changed', 'lost') AND m.active AND m.kind = 'person' AND m.id IS DISTINCT FROM event.actor_id
        AND NOT (earlier.data -> 'claims' @> jsonb_build_array(jsonb_build_object('claim', c.id, 'outcome', quote ->> 'outcome'))
          AND EXISTS (SELECT FROM verdicts v WHERE v.claim_id = c.id AND v.published_at < earlier.at)) IS TRUE;
    RETURN;
  END IF;
  CASE
    WHEN event.type IN ('task.reminded', 'task.overdue') THEN
      one := id_or_null(event.data ->> 'holder');
    WHEN event.type = 'task.assigned' THEN
      one := id_or_null(event.data ->> 'assignee');
    WHEN event.type IN ('task.escalated', 'claim.clash_arose', 'claim.notice_proposed', 'claim.notice_approved', 'claim.notice_dropped') THEN
      wanted := ARRAY['editor']::role[];
    WHEN event.type IN ('privileged_change.asked', 'privileged_change.confirmed', 'privileged_change.rejected',
      'privileged_change.withdrawn', 'privileged_change.lapsed') THEN
      wanted := roles_told_of_change(event.subject_id);
    WHEN event.type = 'verdict.glass_broken' THEN
      one := id_or_null(event.data ->> 'second');
    WHEN event.type = 'verdict.glass_unconfirmed' THEN
      one := id_or_null(event.data ->> 'second');
      wanted := ARRAY['editor']::role[];
    WHEN event.type = 'verdict.glass_lapsed' THEN
      one := (SELECT b.actor_id FROM events b WHERE b.claim_id = event.claim_id AND b.type = 'verdict.glass_broken'
        AND b.ordinal < event.ordinal ORDER BY b.ordinal DESC LIMIT 1);
    WHEN event.type IN ('claim.returned', 'verdict.refused') THEN
      one := (SELECT v.author_id FROM verdicts v WHERE v.id = coalesce(id_or_null(event.data ->> 'verdict'), event.subject_id));
    WHEN event.type IN ('claim.correction_started', 'claim.retracted', 'claim.became_contested', 'verdict.recheck_due') THEN
      one := (SELECT v.author_id FROM verdicts v WHERE v.claim_id = event.claim_id AND v.revision IS NOT NULL ORDER BY v.revision DESC LIMIT 1);
    WHEN event.type = 'edition.changed' THEN
      one := (SELECT t.assignee_id FROM review_tasks t WHERE t.claim_id = event.claim_id AND t.stage = 'approval'
        AND t.status IN ('assigned', 'in_progress') LIMIT 1);
    WHEN event.type = 'claim.capture_failed' AND event.data ->> 'again' = 'false'
      OR event.type = 'claim.evidence_captured' AND event.data ->> 'change' = 'changed' THEN
      one := (SELECT a.actor_id FROM events a WHERE a.claim_id = event.claim_id AND a.type = 'claim.evidence_added'
        AND a.data ->> 'evidence' = event.data ->> 'evidence' LIMIT 1);
    ELSE
      RETURN;
  END CASE;
  RETURN QUERY
    SELECT m.id, coalesce(event.claim_id, event.subject_id) FROM members m
    WHERE (m.id = one OR m.role = ANY (wanted)) AND m.active AND m.kind = 'person' AND m.id IS DISTINCT FROM event.actor_id;
END $$;

CREATE FUNCTION put_into_inboxes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO inbox_items (member_id, about, position)
  SELECT concerned.member, concerned.about, max(added.position)
  FROM added CROSS JOIN LATERAL concerned_by(added.event_seq) AS concerned GROUP BY 1, 2
  ON CONFLICT (member_id, about) DO UPDATE SET position = EXCLUDED.position;
  RETURN NULL;
END $$;

CREATE TRIGGER feed_to_inboxes AFTER INSERT ON feed REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION put_into_inboxes();
