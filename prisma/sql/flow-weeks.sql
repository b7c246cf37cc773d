-- Figures of the flow over long windows: a week that is over is summed up once and kept.

-- The Monday 00:00 UTC before.
CREATE FUNCTION week_of(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_bin('7 days', moment, '2001-01-01T00:00:00Z');

-- What happened in a stretch of time, of test claims or of the others: for each stage how many tasks were
-- done and how their times are spread over the buckets; who did, was given and decided what. Sums of
-- stretches that follow each other add up.
CREATE FUNCTION sum_flow(since timestamptz, before timestamptz, tests boolean) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH spans AS MATERIALIZED (
    SELECT s.stage, s.holder_id, s.started_at IS NOT NULL AS started,
      duration_bucket(s.waiting) AS waiting, duration_bucket(s.working) AS working
    FROM task_spans s
    WHERE s.ended_at >= since AND s.ended_at < before AND s.outcome IN ('completed', 'returned')
      AND tests = EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.test)
  ), happened AS MATERIALIZED (
    SELECT e.type, e.actor_id, count(*) AS count
    FROM events e
    WHERE is_counted_in_flow(e.type, e.data) AND e.type NOT IN ('task.assigned', 'task.opened')
      AND e.at >= since AND e.at < before
      AND tests = EXISTS (SELECT FROM claims c WHERE c.id = e.claim_id AND c.test)
    GROUP BY 1, 2
  ), given AS (
    -- A verdict that is given back opens a task that is its author's from the beginning.
    SELECT id_or_null(e.data ->> 'assignee') AS member_id, count(*) AS count
    FROM events e
    WHERE e.type IN ('task.assigned', 'task.opened') AND is_counted_in_flow(e.type, e.data) AND e.at >= since AND e.at < before
      AND tests = EXISTS (SELECT FROM claims c WHERE c.id = e.claim_id AND c.test)
    GROUP BY 1
  ), waits AS (
    SELECT stage, jsonb_object_agg(waiting, count) AS spread FROM (SELECT stage, waiting, count(*) FROM spans GROUP BY 1, 2) one GROUP BY 1
  ), works AS (
    SELECT stage, jsonb_object_agg(working, count) AS spread FROM (SELECT stage, working, count(*) FROM spans WHERE started GROUP BY 1, 2) one GROUP BY 1
  )
  SELECT jsonb_build_object(
    'stages', coalesce((
      SELECT jsonb_object_agg(stage, jsonb_build_object('waiting', w.spread, 'working', coalesce(k.spread, '{}')))
      FROM waits w LEFT JOIN works k USING (stage)), '{}'),
    'ended', coalesce((
      SELECT jsonb_agg(jsonb_build_array(stage, holder_id, count))
      FROM (SELECT stage, holder_id, count(*) FROM spans GROUP BY 1, 2) one), '[]'),
    'happened', coalesce((SELECT jsonb_agg(jsonb_build_array(type, actor_id, count)) FROM happened), '[]'),
    'given', coalesce((SELECT jsonb_agg(jsonb_build_array(member_id, count)) FROM given), '[]'));
$$;

-- Which claims are tests.
CREATE FUNCTION test_claims() RETURNS text LANGUAGE sql STABLE
RETURN (SELECT md5(coalesce(string_agg(id::text, ' ' ORDER BY id), '')) FROM claims WHERE test);

-- Sums up a week that has been over for an hour. What is written into the past after all deletes the sums when the
-- spans of tasks have come to it in the feed. The sums are made first and locked afterwards, because a claim that turns out to be
-- a test waits for that lock: they are not kept where the week has changed meanwhile, and the week is summed up once more.
CREATE FUNCTION store_flow_week(monday timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  done bigint;
  tests text;
  usual jsonb;
  tried jsonb;
BEGIN
  IF monday <> week_of(monday) OR monday + interval '7 days 1 hour' > desk_now() THEN RETURN; END IF;
  done := place_of_task_spans();
  tests := test_claims();
  SELECT sum_flow(monday, monday + interval '7 days', false), sum_flow(monday, monday + interval '7 days', true) INTO usual, tried;
  PERFORM lock_task_spans();
  -- In a statement of its own, which sees what was committed while the lock was waited for.
  IF test_claims() <> tests OR EXISTS (
    SELECT FROM feed f JOIN events e ON e.seq = f.event_seq LEFT JOIN task_spans s ON s.task_id = e.subject_id
    WHERE f.position > done AND monday IN (week_of(e.at), week_of(s.ended_at)))
  THEN
    RETURN;
  END IF;
  INSERT INTO flow_weeks (week, test, sums) VALUES (monday, false, usual), (monday, true, tried) ON CONFLICT DO NOTHING;
END $$;

-- A claim that turns out to be a test, or none, moves all that happened on it.
CREATE FUNCTION delete_flow_weeks_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM lock_task_spans();
  DELETE FROM flow_weeks WHERE week IN (SELECT week_of(at) FROM events WHERE claim_id = NEW.id);
  RETURN NULL;
END $$;

CREATE TRIGGER claims_change_flow AFTER UPDATE OF test ON claims
  FOR EACH ROW WHEN (NEW.test <> OLD.test) EXECUTE FUNCTION delete_flow_weeks_of_claim();
