-- What became of each task, from its events alone: one row per task, so that figures over a million events are read
-- from a tenth as many rows. They follow the feed, behind the relay: no move waits for them. Nothing else writes
-- here, and nothing is lost with it: `SELECT rebuild_task_spans()`.

-- The spans of some tasks, from what stands in the feed up to a place. The time of a task is cut at its events; each piece is waiting (nobody has begun), working
-- (begun and not submitted), or neither: paused, or submitted and being recorded. Its holder is the
-- member it was last given to, unless it was given back; a task done by somebody who never took it is theirs.
-- Extended, reminded, overdue and the like cut nothing.
CREATE FUNCTION spans_of_tasks(tasks uuid[], up_to bigint) RETURNS SETOF task_spans LANGUAGE sql STABLE AS $$
  WITH happened AS (
    SELECT e.subject_id AS task_id, e.seq, e.at, e.claim_id, e.actor_id, e.data, substr(e.type, 6) AS what
    FROM events e JOIN feed f ON f.event_seq = e.seq
    WHERE f.position <= up_to AND e.subject_id = ANY (tasks) AND e.type IN ('task.opened', 'task.assigned', 'task.taken', 'task.started', 'task.released',
      'task.submitted', 'task.completed', 'task.returned', 'task.canceled', 'task.expired', 'task.paused', 'task.resumed')
  ), runs AS (
    -- A resumed task goes on in the phase that its pause interrupted: the one its run of events began with.
    SELECT *, count(*) FILTER (WHERE what NOT IN ('paused', 'resumed')) OVER task AS run,
      greatest(extract(epoch FROM lead(at) OVER task - at), 0)::float8 AS seconds
    FROM happened WINDOW task AS (PARTITION BY task_id ORDER BY seq)
  ), begun AS (
    SELECT *, first_value(what) OVER run AS began, first_value(data) OVER run AS began_with
    FROM runs WINDOW run AS (PARTITION BY task_id, run ORDER BY seq)
  ), pieces AS (
    SELECT *, CASE
        WHEN what = 'paused' THEN 'paused'
        WHEN began = 'started' THEN 'working'
        WHEN began = 'submitted' THEN 'recording'
        WHEN began IN ('completed', 'returned', 'canceled') THEN 'ended'
        WHEN began = 'expired' THEN CASE WHEN began_with ->> 'to' = 'open' THEN 'waiting' ELSE 'ended' END
        WHEN began_with ->> 'status' = 'in_progress' THEN 'working'
        ELSE 'waiting'
      END AS phase
    FROM begun
  ), whole AS (
    SELECT task_id,
      min(claim_id::text)::uuid AS claim_id,
      min(stage_or_null(data ->> 'stage')) AS stage,
      min(at) AS opened_at,
      min(at) FILTER (WHERE phase = 'working') AS started_at,
      (array_agg(phase ORDER BY seq DESC))[1] AS phase,
      (array_agg(what ORDER BY seq DESC))[1] AS last,
      max(at) AS last_at,
      coalesce(sum(seconds) FILTER (WHERE phase = 'waiting'), 0) AS waiting,
      coalesce(sum(seconds) FILTER (WHERE phase = 'working'), 0) AS working,
      (array_agg(CASE
          WHEN what IN ('released', 'expired') THEN NULL
          WHEN what IN ('assigned', 'opened') THEN id_or_null(data ->> 'assignee')
          ELSE actor_id
        END ORDER BY seq DESC) FILTER (WHERE what IN ('opened', 'assigned', 'taken', 'released', 'expired')))[1] AS holder_id,
      (array_agg(actor_id ORDER BY seq DESC) FILTER (WHERE what IN ('completed', 'returned')))[1] AS ender_id
    FROM pieces GROUP BY task_id
  )
  SELECT task_id, claim_id, stage, coalesce(holder_id, ender_id), opened_at, started_at,
    CASE WHEN phase = 'ended' THEN last_at END, CASE WHEN phase = 'ended' THEN last END, phase, waiting, working
  FROM whole WHERE claim_id IS NOT NULL AND stage IS NOT NULL;
$$;

-- How far the spans have come along the feed. Whoever holds this lock is the only one who writes spans or weeks.
CREATE FUNCTION lock_task_spans() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO feed_cursors (name) VALUES ('task_spans') ON CONFLICT DO NOTHING;
  RETURN (SELECT position FROM feed_cursors WHERE name = 'task_spans' FOR UPDATE);
END $$;

CREATE FUNCTION place_of_task_spans() RETURNS bigint LANGUAGE sql STABLE
RETURN coalesce((SELECT position FROM feed_cursors WHERE name = 'task_spans'), 0);

CREATE FUNCTION task_spans_are_behind() RETURNS boolean LANGUAGE sql STABLE
RETURN coalesce((SELECT max(position) FROM feed), 0) > place_of_task_spans();

-- Takes up the next entries of the feed, `most` at a time: tells each span of their tasks anew, and deletes the weeks
-- in which something is now different. Returns whether there may be more.
CREATE FUNCTION update_task_spans(most int) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  done bigint;
  last bigint;
  entries int;
  tasks uuid[];
  weeks timestamptz[];
  ended timestamptz[];
BEGIN
  IF NOT task_spans_are_behind() THEN RETURN false; END IF;
  done := lock_task_spans();
  SELECT max(position), count(*), array_agg(DISTINCT subject_id) FILTER (WHERE subject_type = 'task'),
    array_agg(DISTINCT week_of(at)) FILTER (WHERE is_counted_in_flow(type, data))
  INTO last, entries, tasks, weeks
  FROM (
    SELECT f.position, e.subject_type, e.subject_id, e.type, e.data, e.at FROM feed f JOIN events e ON e.seq = f.event_seq
    WHERE f.position > done ORDER BY f.position LIMIT most
  ) AS next;
  IF entries = 0 THEN RETURN false; END IF;

  -- A task counts in the week in which it ended.
  SELECT weeks || array_agg(DISTINCT week_of(ended_at)) INTO weeks FROM task_spans WHERE task_id = ANY (tasks) AND ended_at IS NOT NULL;
  WITH written AS (
    INSERT INTO task_spans SELECT * FROM spans_of_tasks(tasks, last)
    ON CONFLICT (task_id) DO UPDATE SET (claim_id, stage, holder_id, opened_at, started_at, ended_at, outcome, phase, waiting, working) =
      (EXCLUDED.claim_id, EXCLUDED.stage, EXCLUDED.holder_id, EXCLUDED.opened_at, EXCLUDED.started_at, EXCLUDED.ended_at,
       EXCLUDED.outcome, EXCLUDED.phase, EXCLUDED.waiting, EXCLUDED.working)
    RETURNING ended_at
  )
  SELECT array_agg(DISTINCT week_of(ended_at)) INTO ended FROM written WHERE ended_at IS NOT NULL;
  DELETE FROM flow_weeks WHERE week = ANY (weeks || ended);
  UPDATE feed_cursors SET position = last WHERE name = 'task_spans';
  RETURN entries = most;
END $$;

-- Makes all spans again, and returns how many there are; the weeks follow when they are summed up again.
CREATE FUNCTION rebuild_task_spans() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE spans bigint;
BEGIN
  PERFORM lock_task_spans();
  UPDATE feed_cursors SET position = (SELECT coalesce(max(position), 0) FROM feed) WHERE name = 'task_spans';
  DELETE FROM task_spans;
  INSERT INTO task_spans
  SELECT * FROM spans_of_tasks(ARRAY(SELECT DISTINCT subject_id FROM events WHERE subject_type = 'task'), place_of_task_spans());
  GET DIAGNOSTICS spans = ROW_COUNT;
  DELETE FROM flow_weeks;
  RETURN spans;
END $$;
