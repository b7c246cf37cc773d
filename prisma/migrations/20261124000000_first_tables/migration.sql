-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'checker', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "member_kind" AS ENUM ('person', 'tool');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('person', 'organization', 'government', 'outlet', 'agency', 'document', 'imagery', 'collective');

-- CreateEnum
CREATE TYPE "direction" AS ENUM ('to', 'from', 'both', 'none');

-- CreateEnum
CREATE TYPE "claim_kind" AS ENUM ('accusation', 'denial', 'violation', 'assertion', 'announcement', 'forecast', 'quotation', 'observation', 'characterization');

-- CreateEnum
CREATE TYPE "claim_status" AS ENUM ('submitted', 'open', 'in_review', 'in_approval', 'published', 'correcting', 'rejected', 'merged', 'retracted');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "attribution_mode" AS ENUM ('direct', 'indirect', 'own_voice');

-- CreateEnum
CREATE TYPE "relation_type" AS ENUM ('denies', 'partly_denies', 'supports', 'contradicts', 'repeats', 'qualifies', 'applies_to');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('triage', 'review', 'approval', 'correction');

-- CreateEnum
CREATE TYPE "task_status" AS ENUM ('open', 'assigned', 'in_progress', 'submitted', 'done', 'returned', 'canceled', 'expired');

-- CreateEnum
CREATE TYPE "attribution_finding" AS ENUM ('confirmed', 'unconfirmed', 'misattributed');

-- CreateEnum
CREATE TYPE "fidelity_finding" AS ENUM ('faithful', 'altered', 'fabricated', 'not_applicable');

-- CreateEnum
CREATE TYPE "verdict_status" AS ENUM ('submitted', 'refused', 'proposed', 'returned', 'withdrawn', 'published', 'superseded', 'retracted');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('for', 'against', 'context');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('supports', 'refutes', 'neutral');

-- CreateTable
CREATE TABLE "members" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" "member_kind" NOT NULL DEFAULT 'person',
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "languages" TEXT[],
    "topics" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "keys" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_digest" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "articles" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "url" TEXT,
    "date_published" TEXT,
    "outlet_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_versions" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "code_points" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT,
    "wikidata" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_names" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "source_names_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruments" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "titles" JSONB NOT NULL,
    "issuer" TEXT NOT NULL,
    "subject" TEXT,
    "adopted" TEXT,
    "chapter_vii" BOOLEAN,
    "vote" JSONB,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instruments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provisions" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "instrument_id" UUID NOT NULL,
    "paragraph" TEXT NOT NULL,
    "effects" JSONB NOT NULL,
    "direction" "direction" NOT NULL,
    "in_force_from" DATE,
    "in_force_until" DATE,
    "verified" BOOLEAN NOT NULL,
    "source" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_provisions" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "provision_id" UUID,
    "note" TEXT,

    CONSTRAINT "claim_provisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "ref" TEXT NOT NULL,
    "article_version_id" UUID NOT NULL,
    "kind" "claim_kind" NOT NULL,
    "secondary_kinds" "claim_kind"[],
    "language" TEXT NOT NULL,
    "quote_exact" TEXT NOT NULL,
    "quote_prefix" TEXT NOT NULL,
    "quote_suffix" TEXT NOT NULL,
    "quote_start" INTEGER NOT NULL,
    "quote_end" INTEGER NOT NULL,
    "folded" TEXT NOT NULL,
    "glosses" JSONB NOT NULL DEFAULT '{}',
    "modality" TEXT,
    "statement_date" TEXT,
    "date_basis" TEXT,
    "topics" TEXT[],
    "priority" "priority" NOT NULL DEFAULT 'normal',
    "worthiness" TEXT,
    "fidelity_note" TEXT,
    "leads" TEXT[],
    "status" "claim_status" NOT NULL DEFAULT 'submitted',
    "version" INTEGER NOT NULL DEFAULT 0,
    "contested" BOOLEAN NOT NULL DEFAULT false,
    "merged_into" UUID,
    "revision" INTEGER,
    "rating" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attributions" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "parent_id" UUID,
    "position" INTEGER NOT NULL,
    "source_id" UUID,
    "label" TEXT,
    "verb" TEXT,
    "mode" "attribution_mode" NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "date" TEXT,
    "note" TEXT,

    CONSTRAINT "attributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "relations" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "to_id" UUID NOT NULL,
    "type" "relation_type" NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_tasks" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "stage" "stage" NOT NULL,
    "round" INTEGER NOT NULL,
    "status" "task_status" NOT NULL DEFAULT 'open',
    "assignee_id" UUID,
    "priority" "priority" NOT NULL DEFAULT 'normal',
    "draft" JSONB,
    "draft_version" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "review_tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "status" "verdict_status" NOT NULL DEFAULT 'submitted',
    "revision" INTEGER,
    "attribution" "attribution_finding" NOT NULL,
    "fidelity" "fidelity_finding" NOT NULL,
    "scale" INTEGER NOT NULL,
    "veracity" TEXT NOT NULL,
    "rationale" JSONB NOT NULL,
    "conflicts" JSONB NOT NULL DEFAULT '[]',
    "problem" JSONB,
    "note" TEXT,
    "author_id" UUID NOT NULL,
    "last_editor_id" UUID NOT NULL,
    "approver_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_at" TIMESTAMPTZ(6),
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_provisions" (
    "verdict_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "provision_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "date" TEXT NOT NULL,

    CONSTRAINT "verdict_provisions_pkey" PRIMARY KEY ("verdict_id","position")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_evidence" (
    "verdict_id" UUID NOT NULL,
    "evidence_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,

    CONSTRAINT "verdict_evidence_pkey" PRIMARY KEY ("verdict_id","evidence_id")
);

-- CreateTable
CREATE TABLE "rating_scales" (
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rating_scales_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "ratings" (
    "scale" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "labels" JSONB NOT NULL,
    "polarity" "polarity" NOT NULL,
    "value" INTEGER,
    "worst" INTEGER,
    "best" INTEGER,
    "forecast" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ratings_pkey" PRIMARY KEY ("scale","slug")
);

-- CreateTable
CREATE TABLE "events" (
    "seq" BIGSERIAL NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "claim_id" UUID,
    "ordinal" INTEGER,
    "actor_id" UUID,
    "key_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "outbox" (
    "event_seq" BIGINT NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("event_seq")
);

-- CreateTable
CREATE TABLE "feed" (
    "position" BIGINT NOT NULL,
    "event_seq" BIGINT NOT NULL,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "feed_cursors" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "feed_cursors_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "members_ref_key" ON "members"("ref");

-- CreateIndex
CREATE INDEX "keys_member_id_idx" ON "keys"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "articles_ref_key" ON "articles"("ref");

-- CreateIndex
CREATE INDEX "articles_outlet_id_idx" ON "articles"("outlet_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_article_id_number_key" ON "article_versions"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "article_versions_article_id_sha256_key" ON "article_versions"("article_id", "sha256");

-- CreateIndex
CREATE UNIQUE INDEX "sources_ref_key" ON "sources"("ref");

-- CreateIndex
CREATE INDEX "source_names_folded_idx" ON "source_names"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "source_names_source_id_language_text_key" ON "source_names"("source_id", "language", "text");

-- CreateIndex
CREATE UNIQUE INDEX "instruments_ref_key" ON "instruments"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "provisions_ref_key" ON "provisions"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "provisions_instrument_id_paragraph_key" ON "provisions"("instrument_id", "paragraph");

-- CreateIndex
CREATE UNIQUE INDEX "provisions_id_instrument_id_key" ON "provisions"("id", "instrument_id");

-- CreateIndex
CREATE INDEX "claim_provisions_instrument_id_idx" ON "claim_provisions"("instrument_id");

-- CreateIndex
CREATE INDEX "claim_provisions_provision_id_idx" ON "claim_provisions"("provision_id");

-- CreateIndex
CREATE UNIQUE INDEX "claims_ref_key" ON "claims"("ref");

-- CreateIndex
CREATE INDEX "claims_status_id_idx" ON "claims"("status", "id");

-- CreateIndex
CREATE INDEX "claims_merged_into_idx" ON "claims"("merged_into");

-- CreateIndex
CREATE UNIQUE INDEX "claims_article_version_id_quote_start_quote_end_key" ON "claims"("article_version_id", "quote_start", "quote_end");

-- CreateIndex
CREATE INDEX "attributions_claim_id_idx" ON "attributions"("claim_id");

-- CreateIndex
CREATE INDEX "attributions_source_id_idx" ON "attributions"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "attributions_id_claim_id_key" ON "attributions"("id", "claim_id");

-- CreateIndex
CREATE INDEX "relations_to_id_idx" ON "relations"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "relations_from_id_to_id_type_key" ON "relations"("from_id", "to_id", "type");

-- CreateIndex
CREATE INDEX "review_tasks_assignee_id_status_idx" ON "review_tasks"("assignee_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "review_tasks_claim_id_stage_round_key" ON "review_tasks"("claim_id", "stage", "round");

-- CreateIndex
CREATE UNIQUE INDEX "review_tasks_id_claim_id_key" ON "review_tasks"("id", "claim_id");

-- CreateIndex
CREATE INDEX "verdicts_task_id_idx" ON "verdicts"("task_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_claim_id_revision_key" ON "verdicts"("claim_id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_id_claim_id_key" ON "verdicts"("id", "claim_id");

-- CreateIndex
CREATE INDEX "verdict_provisions_provision_id_idx" ON "verdict_provisions"("provision_id");

-- CreateIndex
CREATE INDEX "evidence_claim_id_idx" ON "evidence"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_id_claim_id_key" ON "evidence"("id", "claim_id");

-- CreateIndex
CREATE INDEX "verdict_evidence_evidence_id_idx" ON "verdict_evidence"("evidence_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_id_key" ON "events"("id");

-- CreateIndex
CREATE INDEX "events_subject_id_idx" ON "events"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "events_claim_id_ordinal_key" ON "events"("claim_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "feed_event_seq_key" ON "feed"("event_seq");

-- AddForeignKey
ALTER TABLE "keys" ADD CONSTRAINT "keys_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "articles" ADD CONSTRAINT "articles_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_provision_id_instrument_id_fkey" FOREIGN KEY ("provision_id", "instrument_id") REFERENCES "provisions"("id", "instrument_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_parent_id_claim_id_fkey" FOREIGN KEY ("parent_id", "claim_id") REFERENCES "attributions"("id", "claim_id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relations" ADD CONSTRAINT "relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relations" ADD CONSTRAINT "relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_task_id_claim_id_fkey" FOREIGN KEY ("task_id", "claim_id") REFERENCES "review_tasks"("id", "claim_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_scale_veracity_fkey" FOREIGN KEY ("scale", "veracity") REFERENCES "ratings"("scale", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_last_editor_id_fkey" FOREIGN KEY ("last_editor_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_provisions" ADD CONSTRAINT "verdict_provisions_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_provisions" ADD CONSTRAINT "verdict_provisions_provision_id_fkey" FOREIGN KEY ("provision_id") REFERENCES "provisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_verdict_id_claim_id_fkey" FOREIGN KEY ("verdict_id", "claim_id") REFERENCES "verdicts"("id", "claim_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_evidence_id_claim_id_fkey" FOREIGN KEY ("evidence_id", "claim_id") REFERENCES "evidence"("id", "claim_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_scale_fkey" FOREIGN KEY ("scale") REFERENCES "rating_scales"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_event_seq_fkey" FOREIGN KEY ("event_seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feed" ADD CONSTRAINT "feed_event_seq_fkey" FOREIGN KEY ("event_seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────
-- From here on written by hand. Names of constraints are part of the product: src/platform/db/constraint-errors.ts and
-- the services translate them for callers.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Names people and things go by. No ref has the form of a UUID, so one path segment can hold either.

CREATE FUNCTION is_ref(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^[A-Za-z0-9][A-Za-z0-9._()/-]{0,63}$'
  AND value !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

ALTER TABLE members ADD CONSTRAINT members_ref_form CHECK (is_ref(ref));
ALTER TABLE articles ADD CONSTRAINT articles_ref_form CHECK (is_ref(ref));
ALTER TABLE sources ADD CONSTRAINT sources_ref_form CHECK (is_ref(ref));
ALTER TABLE instruments ADD CONSTRAINT instruments_ref_form CHECK (is_ref(ref));
ALTER TABLE provisions ADD CONSTRAINT provisions_ref_form CHECK (is_ref(ref));
ALTER TABLE claims ADD CONSTRAINT claims_ref_form CHECK (is_ref(ref));

-- What If-Match compares only ever grows.

ALTER TABLE members ADD CONSTRAINT members_version_from_one CHECK (version >= 1);
ALTER TABLE articles ADD CONSTRAINT articles_version_from_one CHECK (version >= 1);
ALTER TABLE sources ADD CONSTRAINT sources_version_from_one CHECK (version >= 1);
ALTER TABLE instruments ADD CONSTRAINT instruments_version_from_one CHECK (version >= 1);
ALTER TABLE provisions ADD CONSTRAINT provisions_version_from_one CHECK (version >= 1);
ALTER TABLE verdicts ADD CONSTRAINT verdicts_version_from_one CHECK (version >= 1);
ALTER TABLE review_tasks ADD CONSTRAINT review_tasks_versions_count CHECK (version >= 1 AND draft_version >= 0);

ALTER TABLE keys ADD CONSTRAINT keys_digest_is_sha256 CHECK (octet_length(secret_digest) = 32);
ALTER TABLE members ADD CONSTRAINT members_tools_only_read CHECK (kind = 'person' OR role = 'reader');

-- Articles and their claims.

ALTER TABLE article_versions
  ADD CONSTRAINT article_versions_number_from_one CHECK (number >= 1),
  ADD CONSTRAINT article_versions_digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE claims
  ADD CONSTRAINT claims_quote_is_a_range CHECK (quote_start >= 0 AND quote_end > quote_start),
  ADD CONSTRAINT claims_version_counts CHECK (version >= 0),
  ADD CONSTRAINT claims_merged_into_another CHECK ((status = 'merged') = (merged_into IS NOT NULL) AND merged_into IS DISTINCT FROM id),
  ADD CONSTRAINT claims_rating_with_revision CHECK ((rating IS NULL) = (revision IS NULL)),
  ADD CONSTRAINT claims_published_is_rated CHECK (status NOT IN ('published', 'correcting') OR revision IS NOT NULL);

CREATE INDEX claims_folded_trigrams ON claims USING gin (folded gin_trgm_ops);
CREATE INDEX source_names_folded_trigrams ON source_names USING gin (folded gin_trgm_ops);

ALTER TABLE attributions ADD CONSTRAINT attributions_name_somebody
  CHECK (source_id IS NOT NULL OR label IS NOT NULL OR anonymous);
CREATE UNIQUE INDEX attributions_one_root ON attributions (claim_id) WHERE parent_id IS NULL;
CREATE INDEX attributions_parent_id_idx ON attributions (parent_id);

ALTER TABLE relations ADD CONSTRAINT relations_between_two CHECK (from_id <> to_id);

CREATE UNIQUE INDEX claim_provisions_norm_key
  ON claim_provisions (claim_id, instrument_id, provision_id) NULLS NOT DISTINCT;

ALTER TABLE provisions ADD CONSTRAINT provisions_in_force_forward
  CHECK (in_force_until IS NULL OR in_force_from IS NULL OR in_force_until >= in_force_from);

ALTER TABLE ratings ADD CONSTRAINT ratings_number_with_bounds CHECK (
  CASE WHEN polarity = 'neutral'
    THEN value IS NULL AND worst IS NULL AND best IS NULL
    ELSE value IS NOT NULL AND worst IS NOT NULL AND best IS NOT NULL AND worst < best AND value BETWEEN worst AND best
  END);

-- One person per task, one live task per claim and stage.

ALTER TABLE review_tasks
  ADD CONSTRAINT review_tasks_round_from_one CHECK (round >= 1),
  ADD CONSTRAINT review_tasks_held_by_somebody
    CHECK (status NOT IN ('assigned', 'in_progress', 'submitted') OR assignee_id IS NOT NULL),
  ADD CONSTRAINT review_tasks_open_to_all CHECK (status <> 'open' OR assignee_id IS NULL),
  ADD CONSTRAINT review_tasks_closed_when_ended
    CHECK ((closed_at IS NOT NULL) = (status IN ('done', 'returned', 'canceled', 'expired')));

CREATE UNIQUE INDEX review_tasks_one_live_per_stage ON review_tasks (claim_id, stage)
  WHERE status IN ('open', 'assigned', 'in_progress', 'submitted');
-- What "give me the next task" walks along.
CREATE INDEX review_tasks_next ON review_tasks (priority DESC, opened_at, id) WHERE status = 'open';

-- Two pairs of eyes, and nothing published is ever rewritten.

ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_approver_is_not_author CHECK (approver_id <> author_id),
  ADD CONSTRAINT verdicts_approver_is_not_last_editor CHECK (approver_id <> last_editor_id),
  ADD CONSTRAINT verdicts_revision_when_published CHECK (
    CASE WHEN status IN ('published', 'superseded', 'retracted')
      THEN revision >= 1 AND revision IS NOT NULL AND approver_id IS NOT NULL AND published_at IS NOT NULL
      ELSE revision IS NULL AND approver_id IS NULL AND published_at IS NULL
    END),
  ADD CONSTRAINT verdicts_refused_with_reason CHECK ((status = 'refused') = (problem IS NOT NULL));

CREATE UNIQUE INDEX verdicts_one_published ON verdicts (claim_id) WHERE status = 'published';
CREATE UNIQUE INDEX verdicts_one_proposed ON verdicts (claim_id) WHERE status = 'proposed';
-- What the sweep looks for.
CREATE INDEX verdicts_to_record ON verdicts (submitted_at) WHERE status = 'submitted';

-- Locked until commit: an editor who is being sent away at this moment either still counts, or does not.
CREATE FUNCTION verdicts_check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM members WHERE id = NEW.approver_id AND role = 'editor' AND active FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a verdict is approved by an active editor'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_approver_is_editor', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_approver_is_editor BEFORE INSERT OR UPDATE OF approver_id ON verdicts
  FOR EACH ROW WHEN (NEW.approver_id IS NOT NULL) EXECUTE FUNCTION verdicts_check_approver();

CREATE FUNCTION verdicts_keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (
    NEW.id, NEW.claim_id, NEW.task_id, NEW.revision, NEW.attribution, NEW.fidelity, NEW.scale, NEW.veracity,
    NEW.rationale, NEW.conflicts, NEW.author_id, NEW.last_editor_id, NEW.approver_id, NEW.submitted_at, NEW.published_at
  ) IS DISTINCT FROM (
    OLD.id, OLD.claim_id, OLD.task_id, OLD.revision, OLD.attribution, OLD.fidelity, OLD.scale, OLD.veracity,
    OLD.rationale, OLD.conflicts, OLD.author_id, OLD.last_editor_id, OLD.approver_id, OLD.submitted_at, OLD.published_at
  ) THEN
    RAISE EXCEPTION 'a published revision is never rewritten'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = 'verdicts';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER verdicts_published_stay BEFORE UPDATE OR DELETE ON verdicts
  FOR EACH ROW WHEN (OLD.revision IS NOT NULL) EXECUTE FUNCTION verdicts_keep_published();

-- What a published verdict cites belongs to what it says.
CREATE FUNCTION verdicts_keep_citations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A new citation names its verdict in NEW, one that is changed or taken away in OLD; NULL never matches.
  PERFORM FROM verdicts WHERE id IN (NEW.verdict_id, OLD.verdict_id) AND revision IS NOT NULL;
  IF FOUND THEN
    RAISE EXCEPTION 'a published revision is never rewritten, nor what it cites'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'verdicts_published_stay', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE TRIGGER verdict_provisions_stay BEFORE INSERT OR UPDATE OR DELETE ON verdict_provisions
  FOR EACH ROW EXECUTE FUNCTION verdicts_keep_citations();
CREATE TRIGGER verdict_evidence_stays BEFORE INSERT OR UPDATE OR DELETE ON verdict_evidence
  FOR EACH ROW EXECUTE FUNCTION verdicts_keep_citations();

-- What is written once.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_are_permanent', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER events_are_permanent BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_stay BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER article_versions_are_permanent BEFORE UPDATE OR DELETE ON article_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER article_versions_stay BEFORE TRUNCATE ON article_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The order of the feed is the same for every reader, whenever they come.
CREATE TRIGGER feed_is_permanent BEFORE UPDATE OR DELETE ON feed
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER feed_stays BEFORE TRUNCATE ON feed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- A rating that changed its meaning would change every verdict that gave it: a new meaning is a new scale.
CREATE TRIGGER ratings_are_permanent BEFORE UPDATE OR DELETE ON ratings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ratings_stay BEFORE TRUNCATE ON ratings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- TRUNCATE passes by the triggers that guard single rows.
CREATE TRIGGER verdicts_stay BEFORE TRUNCATE ON verdicts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_provisions_stay_whole BEFORE TRUNCATE ON verdict_provisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdict_evidence_stays_whole BEFORE TRUNCATE ON verdict_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE events
  ADD CONSTRAINT events_ordinal_with_claim CHECK ((claim_id IS NULL) = (ordinal IS NULL)),
  ADD CONSTRAINT events_ordinal_from_one CHECK (ordinal >= 1);

-- Every event waits in the outbox, from the very transaction that appends it, until the relay has given it
-- its place in the feed.
CREATE FUNCTION put_in_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (event_seq) VALUES (NEW.seq);
  RETURN NULL;
END $$;

CREATE TRIGGER events_to_outbox AFTER INSERT ON events
  FOR EACH ROW EXECUTE FUNCTION put_in_outbox();
