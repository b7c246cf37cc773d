-- The desk: who is away, whose lease runs until when, which clock runs, who was asked for a reply, why a
-- verdict was corrected. Made from the schema, then extended by hand.

CREATE TYPE "clock" AS ENUM ('triage', 'pick_up', 'review', 'approval', 'correction');
CREATE TYPE "correction_reason" AS ENUM ('error', 'new_evidence', 'clarification', 'source_corrected');
CREATE TYPE "contact_outcome" AS ENUM ('asked', 'replied', 'declined', 'no_answer');

ALTER TABLE "members" ADD COLUMN "away_until" TIMESTAMPTZ(6), ADD COLUMN "wip_limit" INTEGER;
ALTER TABLE "keys" ADD COLUMN "feed_position" BIGINT;
ALTER TABLE "claims" ADD COLUMN "test" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "review_tasks"
  ADD COLUMN "lease_until" TIMESTAMPTZ(6),
  ADD COLUMN "clock" "clock",
  ADD COLUMN "clock_from" TIMESTAMPTZ(6),
  ADD COLUMN "remind_at" TIMESTAMPTZ(6),
  ADD COLUMN "due_at" TIMESTAMPTZ(6),
  ADD COLUMN "escalate_at" TIMESTAMPTZ(6),
  ADD COLUMN "reminded_at" TIMESTAMPTZ(6),
  ADD COLUMN "overdue_at" TIMESTAMPTZ(6),
  ADD COLUMN "escalated_at" TIMESTAMPTZ(6),
  ADD COLUMN "paused_at" TIMESTAMPTZ(6),
  ADD COLUMN "pause_reason" TEXT;

CREATE TABLE "clock_policies" (
    "clock" "clock" NOT NULL,
    "priority" "priority" NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "clock_policies_pkey" PRIMARY KEY ("clock","priority")
);

CREATE TABLE "desk_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "auto_assign" BOOLEAN NOT NULL DEFAULT false,
    "wip_limit" INTEGER NOT NULL DEFAULT 5,
    "lease_minutes" INTEGER NOT NULL DEFAULT 480,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "desk_settings_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "verdicts"
  ADD COLUMN "correction_reason" "correction_reason",
  ADD COLUMN "correction_note" TEXT,
  ADD COLUMN "valid_until" TIMESTAMPTZ(6),
  ADD COLUMN "recheck_asked_at" TIMESTAMPTZ(6),
  ADD COLUMN "second_id" UUID,
  ADD COLUMN "break_glass_reason" TEXT;

CREATE TABLE "contacts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "source_id" UUID,
    "label" TEXT,
    "outcome" "contact_outcome" NOT NULL,
    "channel" TEXT,
    "text" TEXT,
    "date" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "contacts_claim_id_idx" ON "contacts"("claim_id");
CREATE INDEX "review_tasks_assignee_id_taken_at_idx" ON "review_tasks"("assignee_id", "taken_at");

ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

INSERT INTO desk_settings (id) VALUES (1);
ALTER TABLE desk_settings
  ADD CONSTRAINT desk_settings_are_one_row CHECK (id = 1),
  ADD CONSTRAINT desk_settings_limits CHECK (wip_limit BETWEEN 1 AND 1000 AND lease_minutes BETWEEN 1 AND 43200);

INSERT INTO clock_policies (clock, priority, minutes)
SELECT c.clock, p.priority, c.minutes
FROM (VALUES ('triage'::clock, 240), ('pick_up', 120), ('review', 1440), ('approval', 480), ('correction', 1440)) AS c (clock, minutes)
CROSS JOIN unnest(enum_range(NULL::priority)) AS p (priority);
ALTER TABLE clock_policies ADD CONSTRAINT clock_policies_minutes CHECK (minutes BETWEEN 0.01 AND 525600);

ALTER TABLE members ADD CONSTRAINT members_wip_limit_counts CHECK (wip_limit BETWEEN 1 AND 1000);

ALTER TABLE review_tasks
  ADD CONSTRAINT review_tasks_clock_is_whole
    CHECK ((clock IS NULL) = (clock_from IS NULL) AND (clock IS NULL) = (due_at IS NULL)
      AND (clock IS NULL) = (remind_at IS NULL) AND (clock IS NULL) = (escalate_at IS NULL)),
  ADD CONSTRAINT review_tasks_lease_has_holder CHECK (lease_until IS NULL OR assignee_id IS NOT NULL),
  ADD CONSTRAINT review_tasks_pause_has_reason CHECK ((paused_at IS NULL) = (pause_reason IS NULL));

-- What the clocks and leases look for, in the order in which it falls due.
CREATE INDEX review_tasks_to_remind ON review_tasks (remind_at) WHERE clock IS NOT NULL AND reminded_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_to_call_overdue ON review_tasks (due_at) WHERE clock IS NOT NULL AND overdue_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_to_escalate ON review_tasks (escalate_at) WHERE clock IS NOT NULL AND escalated_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_leases ON review_tasks (lease_until) WHERE lease_until IS NOT NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_overdue ON review_tasks (id) WHERE overdue_at IS NOT NULL;
CREATE INDEX verdicts_to_recheck ON verdicts (valid_until) WHERE status = 'published' AND valid_until IS NOT NULL AND recheck_asked_at IS NULL;

ALTER TABLE "verdict_provisions" ADD COLUMN "direction" "direction";
ALTER TABLE verdict_provisions ADD CONSTRAINT verdict_provisions_direction_is_one_way CHECK (direction IN ('to', 'from'));

ALTER TABLE contacts ADD CONSTRAINT contacts_name_somebody CHECK (source_id IS NOT NULL OR label IS NOT NULL);

ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_correction_is_explained CHECK ((correction_reason IS NULL) = (correction_note IS NULL)),
  ADD CONSTRAINT verdicts_glass_broken_by_two CHECK (
    (second_id IS NULL) = (break_glass_reason IS NULL)
    AND (second_id IS NULL OR (second_id <> author_id AND second_id <> approver_id AND second_id <> last_editor_id))),
  ADD CONSTRAINT verdicts_glass_broken_to_publish CHECK (second_id IS NULL OR approver_id IS NOT NULL);

-- Why a revision replaced another, how it was approved and how long it holds belong to what was published.
CREATE OR REPLACE FUNCTION verdicts_keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (
    NEW.id, NEW.claim_id, NEW.task_id, NEW.revision, NEW.attribution, NEW.fidelity, NEW.scale, NEW.veracity,
    NEW.rationale, NEW.conflicts, NEW.author_id, NEW.last_editor_id, NEW.approver_id, NEW.submitted_at, NEW.published_at,
    NEW.correction_reason, NEW.correction_note, NEW.valid_until, NEW.second_id, NEW.break_glass_reason
  ) IS DISTINCT FROM (
    OLD.id, OLD.claim_id, OLD.task_id, OLD.revision, OLD.attribution, OLD.fidelity, OLD.scale, OLD.veracity,
    OLD.rationale, OLD.conflicts, OLD.author_id, OLD.last_editor_id, OLD.approver_id, OLD.submitted_at, OLD.published_at,
    OLD.correction_reason, OLD.correction_note, OLD.valid_until, OLD.second_id, OLD.break_glass_reason
  ) THEN
    RAISE EXCEPTION 'a published revision is never rewritten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

-- What the public log of corrections is read from, newest first.
CREATE INDEX events_of_corrections ON events (seq) WHERE type = 'claim.retracted' OR data ? 'correction';

-- Figures over time are read from events alone.
CREATE INDEX events_by_time ON events (at, seq);

-- The desk's clock is the database's. A database can be given an offset (ALTER DATABASE … SET
-- isnad.clock_offset = '3 hours'), which is how time is moved in tests and drills, for everybody at once.
CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN clock_timestamp() + coalesce(nullif(current_setting('isnad.clock_offset', true), ''), '0')::interval;
ALTER TABLE events ALTER COLUMN at SET DEFAULT desk_now();
ALTER TABLE contacts ALTER COLUMN created_at SET DEFAULT desk_now();

-- ── Figures of the flow ─────────────────────────────────────────────────────────────────────────────

-- What became of each task, told from its events alone: one row per task, so that figures over a million
-- events are read from a tenth as many rows. Nothing else writes here, and nothing is lost with it:
-- `SELECT rebuild_task_spans()` tells it all again.
CREATE TABLE "task_spans" (
    "task_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "holder_id" UUID,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "started_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "outcome" TEXT,
    "phase" TEXT NOT NULL,
    "waiting" DOUBLE PRECISION NOT NULL,
    "working" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "task_spans_pkey" PRIMARY KEY ("task_id")
);

-- The span of one task. Its time is cut at its events; each piece is waiting (nobody has begun), working
-- (begun and not handed in), or neither: paused, or handed in and being recorded. Who holds it is whoever
-- was last given it, unless it was given back; a task done by somebody who never took it is theirs.
-- Extended, reminded, overdue and the like cut nothing.
CREATE FUNCTION tell_task_span(task uuid) RETURNS SETOF task_spans LANGUAGE sql STABLE AS $$
  WITH told AS (
    SELECT e.seq, e.at, e.claim_id, e.actor_id, e.data, substr(e.type, 6) AS what
    FROM events e
    WHERE e.subject_id = task AND e.type IN ('task.opened', 'task.assigned', 'task.taken', 'task.started', 'task.released',
      'task.submitted', 'task.completed', 'task.returned', 'task.canceled', 'task.expired', 'task.paused', 'task.resumed')
  ), runs AS (
    -- A resumed task goes on in the phase that its pause interrupted: the one its run of events began with.
    SELECT *, count(*) FILTER (WHERE what NOT IN ('paused', 'resumed')) OVER (ORDER BY seq) AS run,
      greatest(extract(epoch FROM lead(at) OVER (ORDER BY seq) - at), 0)::float8 AS seconds
    FROM told
  ), pieces AS (
    SELECT *, CASE
        WHEN what = 'paused' THEN 'paused'
        ELSE CASE first_value(what) OVER (PARTITION BY run ORDER BY seq)
          WHEN 'started' THEN 'working'
          WHEN 'submitted' THEN 'recording'
          WHEN 'completed' THEN 'ended'
          WHEN 'returned' THEN 'ended'
          WHEN 'canceled' THEN 'ended'
          WHEN 'expired' THEN CASE WHEN first_value(data ->> 'to') OVER (PARTITION BY run ORDER BY seq) = 'open' THEN 'waiting' ELSE 'ended' END
          ELSE CASE WHEN first_value(data ->> 'status') OVER (PARTITION BY run ORDER BY seq) = 'in_progress' THEN 'working' ELSE 'waiting' END
        END
      END AS phase
    FROM runs
  ), whole AS (
    SELECT min(claim_id::text)::uuid AS claim_id,
      min(data ->> 'stage') AS stage,
      min(at) AS opened_at,
      min(at) FILTER (WHERE phase = 'working') AS started_at,
      (array_agg(phase ORDER BY seq DESC))[1] AS phase,
      (array_agg(what ORDER BY seq DESC))[1] AS last,
      max(at) AS last_at,
      coalesce(sum(seconds) FILTER (WHERE phase = 'waiting'), 0) AS waiting,
      coalesce(sum(seconds) FILTER (WHERE phase = 'working'), 0) AS working,
      (array_agg(CASE
          WHEN what IN ('released', 'expired') THEN NULL
          WHEN what IN ('assigned', 'opened') THEN (SELECT m.id FROM members m WHERE m.ref = data ->> 'assignee')
          ELSE actor_id
        END ORDER BY seq DESC) FILTER (WHERE what IN ('opened', 'assigned', 'taken', 'released', 'expired')))[1] AS holder_id,
      (array_agg(actor_id ORDER BY seq DESC) FILTER (WHERE what IN ('completed', 'returned')))[1] AS ender_id
    FROM pieces
  )
  SELECT task, claim_id, stage::stage, coalesce(holder_id, ender_id), opened_at, started_at,
    CASE WHEN phase = 'ended' THEN last_at END, CASE WHEN phase = 'ended' THEN last END, phase, waiting, working
  FROM whole WHERE claim_id IS NOT NULL AND stage IS NOT NULL;
$$;

CREATE FUNCTION keep_task_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_spans SELECT * FROM tell_task_span(NEW.subject_id)
  ON CONFLICT (task_id) DO UPDATE SET (claim_id, stage, holder_id, opened_at, started_at, ended_at, outcome, phase, waiting, working) =
    (EXCLUDED.claim_id, EXCLUDED.stage, EXCLUDED.holder_id, EXCLUDED.opened_at, EXCLUDED.started_at, EXCLUDED.ended_at,
     EXCLUDED.outcome, EXCLUDED.phase, EXCLUDED.waiting, EXCLUDED.working);
  RETURN NULL;
END $$;

CREATE TRIGGER events_keep_task_spans AFTER INSERT ON events
  FOR EACH ROW WHEN (NEW.subject_type = 'task') EXECUTE FUNCTION keep_task_span();

CREATE FUNCTION rebuild_task_spans() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE told bigint;
BEGIN
  -- Nobody may append in between, or a span would be told without its last event.
  LOCK TABLE events IN SHARE MODE;
  DELETE FROM task_spans;
  INSERT INTO task_spans
  SELECT s.* FROM (SELECT DISTINCT subject_id FROM events WHERE subject_type = 'task') t, LATERAL tell_task_span(t.subject_id) s;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;

-- For whatever stands here already.
SELECT rebuild_task_spans();

CREATE INDEX task_spans_ended ON task_spans (ended_at) INCLUDE (stage, outcome, waiting, working, started_at, holder_id, claim_id) WHERE ended_at IS NOT NULL;
CREATE INDEX task_spans_live ON task_spans (opened_at) WHERE ended_at IS NULL;
CREATE INDEX claims_for_tests ON claims (id) WHERE test;
-- What is counted by person and by week.
CREATE INDEX events_counted ON events (type, at) INCLUDE (actor_id, claim_id)
  WHERE type IN ('task.taken', 'task.assigned', 'verdict.submitted', 'claim.approved', 'claim.returned', 'claim.correction_started', 'claim.retracted');
