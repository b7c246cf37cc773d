-- Figures of the flow over long windows: what is told of a week that is over is told once and kept.

CREATE TABLE "flow_weeks" (
    "week" TIMESTAMPTZ(6) NOT NULL,
    "test" BOOLEAN NOT NULL,
    "told" JSONB NOT NULL,

    CONSTRAINT "flow_weeks_pkey" PRIMARY KEY ("week","test")
);

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

-- The Monday 00:00 UTC before.
CREATE FUNCTION week_of(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN date_bin('7 days', moment, '2001-01-01T00:00:00Z');

-- Eighteen steps for each power of ten of seconds, up to years: fine enough that few tasks share one, coarse
-- enough that the counts of a week are few. By comparison alone, so that it is the same on every machine.
CREATE FUNCTION duration_bucket(seconds float8) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN width_bucket(seconds, ARRAY[
  1, 1.1, 1.2, 1.3, 1.5, 1.7, 2, 2.3, 2.6, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 20, 23, 26,
  30, 35, 40, 45, 50, 60, 70, 80, 90, 100, 110, 120, 130, 150, 170, 200, 230, 260, 300, 350, 400, 450, 500,
  600, 700, 800, 900, 1000, 1100, 1200, 1300, 1500, 1700, 2000, 2300, 2600, 3000, 3500, 4000, 4500, 5000, 6000,
  7000, 8000, 9000, 10000, 11000, 12000, 13000, 15000, 17000, 20000, 23000, 26000, 30000, 35000, 40000, 45000,
  50000, 60000, 70000, 80000, 90000, 100000, 110000, 120000, 130000, 150000, 170000, 200000, 230000, 260000,
  300000, 350000, 400000, 450000, 500000, 600000, 700000, 800000, 900000, 1000000, 1100000, 1200000, 1300000,
  1500000, 1700000, 2000000, 2300000, 2600000, 3000000, 3500000, 4000000, 4500000, 5000000, 6000000, 7000000,
  8000000, 9000000, 10000000, 11000000, 12000000, 13000000, 15000000, 17000000, 20000000, 23000000, 26000000,
  30000000, 35000000, 40000000, 45000000, 50000000, 60000000, 70000000, 80000000, 90000000]::float8[]);

-- What happened in a stretch of time, of test claims or of the others: for each stage how many tasks were
-- done and how their times are spread over the buckets; who did, was given and decided what. Tellings of
-- stretches that follow each other add up.
CREATE FUNCTION tell_flow(since timestamptz, before timestamptz, tests boolean) RETURNS jsonb LANGUAGE sql STABLE AS $$
  WITH spans AS MATERIALIZED (
    SELECT s.stage, s.holder_id, s.started_at IS NOT NULL AS started,
      duration_bucket(s.waiting) AS waiting, duration_bucket(s.working) AS working
    FROM task_spans s
    WHERE s.ended_at >= since AND s.ended_at < before AND s.outcome IN ('completed', 'returned')
      AND tests = EXISTS (SELECT FROM claims c WHERE c.id = s.claim_id AND c.test)
  ), happened AS MATERIALIZED (
    SELECT e.type, e.actor_id, count(*) AS count
    FROM events e
    WHERE e.type IN ('task.taken', 'verdict.submitted', 'claim.approved', 'claim.returned', 'claim.correction_started', 'claim.retracted')
      AND e.at >= since AND e.at < before
      AND tests = EXISTS (SELECT FROM claims c WHERE c.id = e.claim_id AND c.test)
    GROUP BY 1, 2
  ), given AS (
    SELECT m.id AS member_id, count(*) AS count
    FROM events e JOIN members m ON m.ref = e.data ->> 'assignee'
    WHERE e.type = 'task.assigned' AND e.at >= since AND e.at < before
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

-- Any constant will do, as long as everybody takes the same: "week" as a number.
CREATE FUNCTION flow_lock() RETURNS bigint LANGUAGE sql IMMUTABLE RETURN 2003133803;

-- Tells a week that has been over for an hour, so that nothing is on its way into it any more. Whatever is
-- written into the past after all waits for this, and then forgets what was told (or is waited for, and seen).
CREATE FUNCTION sum_flow_week(monday timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF monday <> week_of(monday) OR monday + interval '7 days 1 hour' > desk_now() THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(flow_lock());
  INSERT INTO flow_weeks (week, test, told)
  SELECT monday, test, tell_flow(monday, monday + interval '7 days', test) FROM unnest(ARRAY[false, true]) AS test
  ON CONFLICT DO NOTHING;
END $$;

CREATE FUNCTION forget_flow_week(moment timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF moment < desk_now() - interval '30 minutes' THEN PERFORM pg_advisory_xact_lock_shared(flow_lock()); END IF;
  DELETE FROM flow_weeks WHERE week = week_of(moment);
END $$;

CREATE FUNCTION events_forget_flow_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_flow_week(NEW.at);
  RETURN NULL;
END $$;

CREATE TRIGGER events_change_flow AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.type IN ('task.taken', 'task.assigned', 'verdict.submitted', 'claim.approved', 'claim.returned',
    'claim.correction_started', 'claim.retracted'))
  EXECUTE FUNCTION events_forget_flow_week();

-- A task counts in the week in which it ended.
CREATE FUNCTION task_spans_forget_flow_week() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NOT NULL THEN PERFORM forget_flow_week(OLD.ended_at); END IF;
  IF NEW.ended_at IS NOT NULL THEN PERFORM forget_flow_week(NEW.ended_at); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER task_spans_change_flow AFTER INSERT OR UPDATE ON task_spans
  FOR EACH ROW EXECUTE FUNCTION task_spans_forget_flow_week();

-- A claim that turns out to be a test, or none, moves all that happened on it.
CREATE FUNCTION claims_forget_flow_weeks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM forget_flow_week(week) FROM (SELECT DISTINCT week_of(at) AS week FROM events WHERE claim_id = NEW.id) weeks;
  RETURN NULL;
END $$;

CREATE TRIGGER claims_change_flow AFTER UPDATE OF test ON claims
  FOR EACH ROW WHEN (NEW.test <> OLD.test) EXECUTE FUNCTION claims_forget_flow_weeks();

-- Where in a stretch of time the tasks of one bucket are found, so that a percentile is exact.
CREATE INDEX task_spans_by_waiting ON task_spans (stage, duration_bucket(waiting), ended_at) INCLUDE (waiting, claim_id)
  WHERE outcome IN ('completed', 'returned');
CREATE INDEX task_spans_by_working ON task_spans (stage, duration_bucket(working), ended_at) INCLUDE (working, claim_id)
  WHERE outcome IN ('completed', 'returned') AND started_at IS NOT NULL;
-- Who holds what at present.
DROP INDEX task_spans_live;
CREATE INDEX task_spans_live ON task_spans (opened_at) INCLUDE (claim_id, holder_id) WHERE ended_at IS NULL;

-- Told all again, the weeks are too.
CREATE OR REPLACE FUNCTION rebuild_task_spans() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE told bigint;
BEGIN
  -- Nobody may append in between, or a span would be told without its last event.
  LOCK TABLE events IN SHARE MODE;
  DELETE FROM task_spans;
  INSERT INTO task_spans
  SELECT s.* FROM (SELECT DISTINCT subject_id FROM events WHERE subject_type = 'task') t, LATERAL tell_task_span(t.subject_id) s;
  GET DIAGNOSTICS told = ROW_COUNT;
  DELETE FROM flow_weeks;
  RETURN told;
END $$;
