-- All tables, types, indexes and constraints. What the schema describes is what Prisma's engine makes of
-- prisma/schema.prisma; what it cannot describe follows below. Functions and triggers are in prisma/sql, except
-- those that a default, a check or an index rests on: to change one of these is to rebuild what rests on it, which is
-- a migration.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The desk's clock is the database's. A database can be given an offset (ALTER DATABASE … SET
-- isnad.clock_offset = '3 hours'), which moves time in tests and drills, for everybody at once.
CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE
RETURN clock_timestamp() + coalesce(nullif(current_setting('isnad.clock_offset', true), ''), '0')::interval;

-- No ref has the form of a UUID, so one path segment can hold either.
CREATE FUNCTION is_ref(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN value ~ '^[A-Za-z0-9][A-Za-z0-9._()-]{0,63}$'
  AND value !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

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

-- ── What the schema describes ───────────────────────────────────────────────────────────────────────

CREATE TYPE "role" AS ENUM ('reader', 'checker', 'editor', 'admin');
CREATE TYPE "member_kind" AS ENUM ('person', 'tool');
CREATE TYPE "article_kind" AS ENUM ('article', 'post', 'speech', 'transcript', 'document', 'image');
CREATE TYPE "source_kind" AS ENUM ('person', 'organization', 'government', 'outlet', 'agency', 'document', 'imagery', 'collective');
CREATE TYPE "direction" AS ENUM ('to', 'from', 'both', 'none');
CREATE TYPE "claim_kind" AS ENUM ('accusation', 'denial', 'violation', 'assertion', 'announcement', 'forecast', 'quotation', 'observation', 'characterization');
CREATE TYPE "claim_status" AS ENUM ('submitted', 'open', 'in_review', 'in_approval', 'published', 'correcting', 'rejected', 'merged', 'retracted');
CREATE TYPE "priority" AS ENUM ('low', 'normal', 'high', 'urgent');
CREATE TYPE "attribution_mode" AS ENUM ('direct', 'indirect', 'own_voice');
CREATE TYPE "relation_type" AS ENUM ('denies', 'partly_denies', 'supports', 'contradicts', 'repeats', 'qualifies', 'applies_to');
CREATE TYPE "stage" AS ENUM ('triage', 'review', 'approval', 'correction');
CREATE TYPE "clock" AS ENUM ('triage', 'pick_up', 'review', 'approval', 'correction');
CREATE TYPE "task_status" AS ENUM ('open', 'assigned', 'in_progress', 'submitted', 'done', 'returned', 'canceled', 'expired');
CREATE TYPE "attribution_finding" AS ENUM ('confirmed', 'unconfirmed', 'misattributed');
CREATE TYPE "fidelity_finding" AS ENUM ('faithful', 'altered', 'fabricated', 'not_applicable');
CREATE TYPE "verdict_status" AS ENUM ('submitted', 'refused', 'proposed', 'returned', 'withdrawn', 'published', 'superseded', 'retracted');
CREATE TYPE "text_kind" AS ENUM ('glosses', 'rationale', 'evidence_note', 'evidence_title', 'correction_note', 'reply', 'contact_name', 'contact_channel', 'evidence_excerpt', 'worthiness', 'fidelity_note', 'leads', 'link_note', 'relation_note', 'norm_note', 'date_basis', 'modality', 'draft', 'acknowledgement', 'note', 'notice', 'member', 'capture_headers');
CREATE TYPE "edition_manner" AS ENUM ('approved', 'break_glass');
CREATE TYPE "notice_status" AS ENUM ('proposed', 'approved', 'dropped');
CREATE TYPE "public_mark" AS ENUM ('retracted', 'merged');
CREATE TYPE "side" AS ENUM ('writing', 'deciding');
CREATE TYPE "correction_reason" AS ENUM ('error', 'new_evidence', 'clarification', 'source_corrected');
CREATE TYPE "contact_status" AS ENUM ('recorded', 'withdrawn');
CREATE TYPE "contact_outcome" AS ENUM ('asked', 'replied', 'declined', 'no_answer');
CREATE TYPE "stance" AS ENUM ('for', 'against', 'context');
CREATE TYPE "capture_outcome" AS ENUM ('captured', 'failed');
CREATE TYPE "capture_change" AS ENUM ('first', 'same', 'same_text', 'changed', 'gone');
CREATE TYPE "polarity" AS ENUM ('supports', 'refutes', 'neutral');
CREATE TYPE "webhook_status" AS ENUM ('enabled', 'disabled', 'deleted');

CREATE TYPE "privileged_kind" AS ENUM ('create_member', 'change_member', 'create_key', 'rotate_key', 'revoke_key', 'erase');
CREATE TYPE "privileged_status" AS ENUM ('waiting', 'confirmed', 'rejected', 'withdrawn', 'lapsed');

CREATE TABLE "members" (
  "id" UUID NOT NULL,
  "ref" TEXT NOT NULL,
  "kind" "member_kind" NOT NULL DEFAULT 'person',
  "name" TEXT NOT NULL,
  "role" "role" NOT NULL,
  "languages" TEXT[],
  "topics" TEXT[],
  "active" BOOLEAN NOT NULL DEFAULT true,
  "person_id" UUID,
  "away_until" TIMESTAMPTZ(6),
  "wip_limit" INTEGER,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "keys" (
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "secret_digest" BYTEA,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(6),
  "revoked_at" TIMESTAMPTZ(6),
  "last_used_at" TIMESTAMPTZ(6),
  "feed_position" BIGINT,
  "successor_id" UUID,
  CONSTRAINT "keys_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "privileged_changes" (
  "id" UUID NOT NULL,
  "kind" "privileged_kind" NOT NULL,
  "member_id" UUID,
  "key_id" UUID,
  "wanted" JSONB NOT NULL,
  "before" JSONB NOT NULL DEFAULT '{}',
  "secret_digest" BYTEA,
  "subjects" BYTEA,
  "status" "privileged_status" NOT NULL DEFAULT 'waiting',
  "asked_by_id" UUID,
  "asked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "lapses_at" TIMESTAMPTZ(6) NOT NULL,
  "decided_by_id" UUID,
  "decided_at" TIMESTAMPTZ(6),
  "erased_seals" BYTEA[],
  "files_due_at" TIMESTAMPTZ(6),
  CONSTRAINT "privileged_changes_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member_identities" (
  "id" UUID NOT NULL,
  "digest" BYTEA NOT NULL,
  "issuer" TEXT NOT NULL,
  "member_id" UUID NOT NULL,
  "key_id" UUID,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(6),
  "mac" BYTEA NOT NULL,
  CONSTRAINT "member_identities_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "key_uses" (
  "id" BIGSERIAL NOT NULL,
  "key_id" UUID,
  "hour" TIMESTAMPTZ(6) NOT NULL,
  "network" TEXT NOT NULL,
  "used" INTEGER NOT NULL DEFAULT 0,
  "refused" INTEGER NOT NULL DEFAULT 0,
  "last_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "key_uses_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "member_preferences" (
  "member_id" UUID NOT NULL,
  "language" TEXT,
  "digits" TEXT,
  "shortcuts" JSONB NOT NULL DEFAULT '{}',
  "inbox_read" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "member_preferences_pkey" PRIMARY KEY ("member_id")
);

CREATE TABLE "inbox_items" (
  "member_id" UUID NOT NULL,
  "about" UUID NOT NULL,
  "position" BIGINT NOT NULL,
  CONSTRAINT "inbox_items_pkey" PRIMARY KEY ("member_id","about")
);

CREATE TABLE "sessions" (
  "digest" BYTEA NOT NULL,
  "key_id" UUID NOT NULL,
  "started_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "used_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ends_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "sessions_pkey" PRIMARY KEY ("digest")
);

CREATE TABLE "rate_counts" (
  "subject" TEXT NOT NULL,
  "slot" BIGINT NOT NULL,
  "used" BIGINT NOT NULL,
  CONSTRAINT "rate_counts_pkey" PRIMARY KEY ("subject","slot")
);

CREATE TABLE "safe_writes" (
  "id" BYTEA NOT NULL,
  "step" INTEGER NOT NULL,
  "key_id" UUID NOT NULL,
  "operation" TEXT NOT NULL,
  "fingerprint" BYTEA NOT NULL,
  "result" TEXT,
  "answer" TEXT,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "safe_writes_pkey" PRIMARY KEY ("id","step")
);

CREATE TABLE "articles" (
  "id" UUID NOT NULL,
  "ref" TEXT NOT NULL,
  "kind" "article_kind" NOT NULL DEFAULT 'article',
  "title" TEXT NOT NULL,
  "language" TEXT NOT NULL,
  "url" TEXT,
  "date_published" TEXT,
  "outlet_id" UUID,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "articles_pkey" PRIMARY KEY ("id")
);

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
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "merged_into_id" UUID,
  CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "source_names" (
  "id" UUID NOT NULL,
  "source_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "language" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "folded" TEXT NOT NULL,
  CONSTRAINT "source_names_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "instruments" (
  "id" UUID NOT NULL,
  "ref" TEXT NOT NULL,
    "label" TEXT NOT NULL,
  "titles" JSONB NOT NULL,
  "issuer" TEXT NOT NULL,
  "subject" TEXT,
  "adopted" TEXT,
  "chapter_vii" BOOLEAN,
  "vote" JSONB,
  "note" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "instruments_pkey" PRIMARY KEY ("id")
);

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

CREATE TABLE "claim_provisions" (
  "id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "instrument_id" UUID NOT NULL,
  "provision_id" UUID,
  "note" TEXT,
  CONSTRAINT "claim_provisions_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claims" (
  "id" UUID NOT NULL,
  "ref" TEXT NOT NULL,
  "external_id" TEXT,
  "entered_digest" BYTEA,
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
  "word_forms" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "glosses" JSONB NOT NULL DEFAULT '{}',
  "folded_glosses" TEXT NOT NULL DEFAULT '',
  "gloss_forms" TEXT[] DEFAULT ARRAY[]::TEXT[],
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
  "mark" "public_mark",
  "mark_reason" TEXT,
  "mark_into" UUID,
  "live_stage" "stage",
  "test" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "claim_keys" (
  "key" TEXT NOT NULL,
  "claim_id" UUID NOT NULL,
  CONSTRAINT "claim_keys_pkey" PRIMARY KEY ("key","claim_id")
);

CREATE TABLE "claim_words" (
  "claim_id" UUID NOT NULL,
  "words" TEXT NOT NULL,
  "forms" TEXT[],
  "keys" TEXT[],
  CONSTRAINT "claim_words_pkey" PRIMARY KEY ("claim_id")
);

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

CREATE TABLE "relations" (
  "id" UUID NOT NULL,
  "from_id" UUID NOT NULL,
  "to_id" UUID NOT NULL,
  "type" "relation_type" NOT NULL,
  "note" TEXT,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "relations_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "review_tasks" (
  "id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "stage" "stage" NOT NULL,
  "round" INTEGER NOT NULL,
  "status" "task_status" NOT NULL DEFAULT 'open',
  "assignee_id" UUID,
  "priority" "priority" NOT NULL DEFAULT 'normal',
  "language" TEXT NOT NULL DEFAULT '',
  "draft" JSONB,
  "draft_version" INTEGER NOT NULL DEFAULT 0,
  "version" INTEGER NOT NULL DEFAULT 1,
  "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "taken_at" TIMESTAMPTZ(6),
  "closed_at" TIMESTAMPTZ(6),
  "lease_until" TIMESTAMPTZ(6),
  "clock" "clock",
  "clock_from" TIMESTAMPTZ(6),
  "remind_at" TIMESTAMPTZ(6),
  "due_at" TIMESTAMPTZ(6),
  "escalate_at" TIMESTAMPTZ(6),
  "reminded_at" TIMESTAMPTZ(6),
  "overdue_at" TIMESTAMPTZ(6),
  "escalated_at" TIMESTAMPTZ(6),
  "paused_at" TIMESTAMPTZ(6),
  "pause_reason" TEXT,
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  CONSTRAINT "review_tasks_pkey" PRIMARY KEY ("id")
);

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
  "correction_reason" "correction_reason",
  "correction_note" TEXT,
  "valid_until" TIMESTAMPTZ(6),
  "recheck_asked_at" TIMESTAMPTZ(6),
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "second_id" UUID,
  "break_glass_reason" TEXT,
  CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "contents" (
  "seal" BYTEA NOT NULL,
  "salt" BYTEA NOT NULL,
  "kind" "text_kind" NOT NULL,
  "subject_id" UUID NOT NULL,
  "value" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  CONSTRAINT "contents_pkey" PRIMARY KEY ("seal")
);
CREATE TABLE "withheld_texts" (
  "subject_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "before" INTEGER NOT NULL,
  "since" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "withheld_texts_pkey" PRIMARY KEY ("subject_id","kind")
);
CREATE TABLE "editions" (
  "digest" BYTEA NOT NULL,
  "claim_id" UUID NOT NULL,
  "verdict_id" UUID NOT NULL,
  "revision" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  "manner" "edition_manner" NOT NULL,
  "published_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "editions_pkey" PRIMARY KEY ("digest")
);
CREATE TABLE "notices" (
  "digest" BYTEA NOT NULL,
  "claim_id" UUID NOT NULL,
  "mark" "public_mark" NOT NULL,
  "revision" INTEGER NOT NULL,
  "document" TEXT NOT NULL,
  "status" "notice_status" NOT NULL DEFAULT 'proposed',
  "proposed_by_id" UUID NOT NULL,
  "proposed_at" TIMESTAMPTZ(6) NOT NULL,
  "decided_by_id" UUID,
  "decided_at" TIMESTAMPTZ(6),
  CONSTRAINT "notices_pkey" PRIMARY KEY ("digest")
);
CREATE TABLE "glass_breaks" (
  "verdict_id" UUID NOT NULL,
  "by_id" UUID NOT NULL,
  "second_id" UUID NOT NULL,
  "digest" BYTEA NOT NULL,
  "reason" TEXT NOT NULL,
  "note" TEXT,
  "acknowledge" JSONB NOT NULL DEFAULT '[]',
  "asked_at" TIMESTAMPTZ(6) NOT NULL,
  "escalated_at" TIMESTAMPTZ(6),
  CONSTRAINT "glass_breaks_pkey" PRIMARY KEY ("verdict_id")
);
CREATE TABLE "edition_proposals" (
  "digest" BYTEA NOT NULL,
  "verdict_id" UUID NOT NULL,
  "document" TEXT NOT NULL,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "told_at" TIMESTAMPTZ(6),
  "compared_to" BIGINT NOT NULL,
  CONSTRAINT "edition_proposals_pkey" PRIMARY KEY ("digest")
);
CREATE TABLE "verdict_sides" (
  "claim_id" UUID NOT NULL,
  "person_id" UUID NOT NULL,
  "side" "side" NOT NULL,
  "kept" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "verdict_sides_pkey" PRIMARY KEY ("claim_id","person_id")
);

CREATE TABLE "verdict_provisions" (
  "verdict_id" UUID NOT NULL,
  "position" INTEGER NOT NULL,
  "provision_id" UUID NOT NULL,
  "act" TEXT NOT NULL,
  "actor" TEXT NOT NULL,
  "date" TEXT NOT NULL,
  "direction" "direction",
  CONSTRAINT "verdict_provisions_pkey" PRIMARY KEY ("verdict_id","position")
);

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
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "status" "contact_status" NOT NULL DEFAULT 'recorded',
  "withdrawn_at" TIMESTAMPTZ(6),
  CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "evidence" (
  "id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "stance" "stance" NOT NULL,
  "note" TEXT,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "capture_due_at" TIMESTAMPTZ(6) DEFAULT desk_now(),
  "capture_tries" INTEGER NOT NULL DEFAULT 0,
  "erased_at" TIMESTAMPTZ(6),
  CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "captures" (
  "id" UUID NOT NULL,
  "evidence_id" UUID NOT NULL,
  "number" INTEGER NOT NULL,
  "outcome" "capture_outcome" NOT NULL,
  "reason" TEXT,
  "detail" TEXT,
  "change" "capture_change",
  "url" TEXT NOT NULL,
  "redirects" JSONB NOT NULL,
  "request_headers" JSONB NOT NULL,
  "headers" JSONB NOT NULL,
  "status" INTEGER,
  "media_type" TEXT,
  "charset" TEXT,
  "language" TEXT,
  "sha256" TEXT,
  "size" INTEGER,
  "title" TEXT,
  "excerpt" TEXT,
  "text_sha256" TEXT,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  CONSTRAINT "captures_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "verdict_evidence" (
  "verdict_id" UUID NOT NULL,
  "evidence_id" UUID NOT NULL,
  "claim_id" UUID NOT NULL,
  "capture_id" UUID,
  CONSTRAINT "verdict_evidence_pkey" PRIMARY KEY ("verdict_id","evidence_id")
);

CREATE TABLE "rating_scales" (
  "version" INTEGER NOT NULL,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "rating_scales_pkey" PRIMARY KEY ("version")
);

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

CREATE TABLE "external_reviews" (
  "id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "claim_text" TEXT NOT NULL,
  "folded" TEXT NOT NULL,
  "language" TEXT,
  "claimants" JSONB NOT NULL DEFAULT '[]',
  "claim_date" TEXT,
  "appearances" TEXT[],
  "first_appearance" TEXT,
  "publisher_name" TEXT NOT NULL,
  "publisher_url" TEXT,
  "title" TEXT,
  "review_date" TEXT,
  "textual_rating" TEXT NOT NULL,
  "rating_value" DOUBLE PRECISION,
  "worst_rating" DOUBLE PRECISION,
  "best_rating" DOUBLE PRECISION,
  "digest" TEXT NOT NULL,
  "withdrawn_at" TIMESTAMPTZ(6),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  CONSTRAINT "external_reviews_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "review_keys" (
  "key" TEXT NOT NULL,
  "review_id" UUID NOT NULL,
  CONSTRAINT "review_keys_pkey" PRIMARY KEY ("key","review_id")
);

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
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "subject_ordinal" INTEGER,
  "prev_hash" BYTEA,
  "hash" BYTEA NOT NULL,
  "mac" BYTEA,
  CONSTRAINT "events_pkey" PRIMARY KEY ("seq")
);

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

CREATE TABLE "flow_weeks" (
  "week" TIMESTAMPTZ(6) NOT NULL,
  "test" BOOLEAN NOT NULL,
  "sums" JSONB NOT NULL,
  CONSTRAINT "flow_weeks_pkey" PRIMARY KEY ("week","test")
);

CREATE TABLE "outbox" (
  "event_seq" BIGINT NOT NULL,
  CONSTRAINT "outbox_pkey" PRIMARY KEY ("event_seq")
);

CREATE TABLE "feed" (
  "position" BIGINT NOT NULL,
  "event_seq" BIGINT NOT NULL,
  CONSTRAINT "feed_pkey" PRIMARY KEY ("position")
);

CREATE TABLE "feed_cursors" (
  "name" TEXT NOT NULL,
  "position" BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT "feed_cursors_pkey" PRIMARY KEY ("name")
);

CREATE TABLE "installation" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "instance" TEXT NOT NULL,
  "public_url" TEXT,
  "accepted_log" TEXT,
  "adopted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT now(),
  CONSTRAINT "installation_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "installation_once" CHECK (id = 1)
);

CREATE TABLE "checkpoints" (
  "number" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL,
  "position" BIGINT NOT NULL,
  "statement" TEXT NOT NULL,
  "signature" TEXT NOT NULL,
  CONSTRAINT "checkpoints_pkey" PRIMARY KEY ("number")
);

CREATE TABLE "signing_attempts" (
  "id" INTEGER NOT NULL DEFAULT 1,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "problem" TEXT,
  CONSTRAINT "signing_attempts_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "signing_attempts_one_row" CHECK (id = 1)
);

CREATE TABLE "webhooks" (
  "id" UUID NOT NULL,
  "member_id" UUID NOT NULL,
  "key_id" UUID NOT NULL,
  "url" TEXT NOT NULL,
  "description" TEXT,
  "types" TEXT[],
  "header_names" TEXT[] DEFAULT ARRAY[]::TEXT[],
  "headers" BYTEA,
  "concurrency" INTEGER NOT NULL DEFAULT 4,
  "status" "webhook_status" NOT NULL DEFAULT 'enabled',
  "reason" TEXT,
  "detail" TEXT,
  "disabled_at" TIMESTAMPTZ(6),
  "version" INTEGER NOT NULL DEFAULT 1,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "position" BIGINT NOT NULL,
  "round" INTEGER NOT NULL DEFAULT 1,
  "failures" INTEGER NOT NULL DEFAULT 0,
  "failing_since" TIMESTAMPTZ(6),
  "hold_until" TIMESTAMPTZ(6),
  "delivered_at" TIMESTAMPTZ(6),
  "lease" BIGINT NOT NULL DEFAULT 0,
  "leased_until" TIMESTAMPTZ(6),
  CONSTRAINT "webhooks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_secrets" (
  "id" UUID NOT NULL,
  "webhook_id" UUID NOT NULL,
  "sealed" BYTEA NOT NULL,
  "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "expires_at" TIMESTAMPTZ(6),
  CONSTRAINT "webhook_secrets_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_retries" (
  "webhook_id" UUID NOT NULL,
  "lane" UUID NOT NULL,
  "position" BIGINT NOT NULL,
  "attempts" INTEGER NOT NULL,
  "first_at" TIMESTAMPTZ(6) NOT NULL,
  "next_at" TIMESTAMPTZ(6) NOT NULL,
  CONSTRAINT "webhook_retries_pkey" PRIMARY KEY ("webhook_id","lane")
);

CREATE TABLE "webhook_attempts" (
  "id" BIGSERIAL NOT NULL,
  "webhook_id" UUID NOT NULL,
  "event_id" UUID NOT NULL,
  "type" TEXT NOT NULL,
  "position" BIGINT,
  "round" INTEGER NOT NULL,
  "number" INTEGER NOT NULL,
  "outcome" TEXT NOT NULL,
  "status" INTEGER,
  "problem" TEXT,
  "excerpt" TEXT,
  "duration_ms" INTEGER NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  "next_at" TIMESTAMPTZ(6),
  CONSTRAINT "webhook_attempts_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "webhook_receipts" (
  "webhook_id" UUID NOT NULL,
  "event_seq" BIGINT NOT NULL,
  "at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
  CONSTRAINT "webhook_receipts_pkey" PRIMARY KEY ("webhook_id","event_seq")
);

CREATE UNIQUE INDEX "members_ref_key" ON "members"("ref");
CREATE INDEX "privileged_changes_asked_at_idx" ON "privileged_changes"("asked_at");
CREATE INDEX "keys_member_id_idx" ON "keys"("member_id");
CREATE UNIQUE INDEX "keys_successor_id_key" ON "keys"("successor_id");
CREATE UNIQUE INDEX "member_identities_key_id_key" ON "member_identities"("key_id");
CREATE INDEX "member_identities_member_id_idx" ON "member_identities"("member_id");
CREATE INDEX "member_identities_digest_idx" ON "member_identities"("digest");
-- An identity is tied to one member at a time; to whom it was before stays known.
CREATE UNIQUE INDEX member_identities_standing ON member_identities (digest) WHERE ended_at IS NULL;
CREATE INDEX "inbox_items_member_id_position_idx" ON "inbox_items"("member_id", "position");
CREATE INDEX "key_uses_hour_id_idx" ON "key_uses"("hour", "id");
CREATE INDEX "rate_counts_slot_idx" ON "rate_counts"("slot");
CREATE INDEX "safe_writes_created_at_idx" ON "safe_writes"("created_at");
CREATE UNIQUE INDEX "articles_ref_key" ON "articles"("ref");
CREATE INDEX "articles_created_at_id_idx" ON "articles"("created_at", "id");
CREATE INDEX "articles_updated_at_id_idx" ON "articles"("updated_at", "id");
CREATE INDEX "articles_outlet_id_idx" ON "articles"("outlet_id");
CREATE INDEX "articles_url_idx" ON "articles"("url");
CREATE UNIQUE INDEX "article_versions_article_id_number_key" ON "article_versions"("article_id", "number");
CREATE UNIQUE INDEX "sources_ref_key" ON "sources"("ref");
CREATE INDEX "sources_created_at_id_idx" ON "sources"("created_at", "id");
CREATE INDEX "sources_updated_at_id_idx" ON "sources"("updated_at", "id");
CREATE INDEX "sources_kind_created_at_id_idx" ON "sources"("kind", "created_at", "id");
CREATE INDEX "sources_kind_ref_idx" ON "sources"("kind", "ref");
CREATE INDEX "source_names_folded_idx" ON "source_names"("folded");
CREATE UNIQUE INDEX "source_names_source_id_language_text_key" ON "source_names"("source_id", "language", "text");
CREATE UNIQUE INDEX "instruments_ref_key" ON "instruments"("ref");
CREATE UNIQUE INDEX "provisions_ref_key" ON "provisions"("ref");
CREATE UNIQUE INDEX "provisions_instrument_id_paragraph_key" ON "provisions"("instrument_id", "paragraph");
CREATE UNIQUE INDEX "provisions_id_instrument_id_key" ON "provisions"("id", "instrument_id");
CREATE INDEX "claim_provisions_instrument_id_idx" ON "claim_provisions"("instrument_id");
CREATE INDEX "claim_provisions_provision_id_idx" ON "claim_provisions"("provision_id");
CREATE UNIQUE INDEX "claims_ref_key" ON "claims"("ref");
CREATE UNIQUE INDEX "claims_external_id_key" ON "claims"("external_id");
CREATE INDEX "claims_created_at_id_idx" ON "claims"("created_at", "id");
CREATE INDEX "claims_status_created_at_id_idx" ON "claims"("status", "created_at", "id");
CREATE INDEX "claims_status_updated_at_id_idx" ON "claims"("status", "updated_at", "id");
CREATE INDEX "claims_status_priority_id_idx" ON "claims"("status", "priority", "id");
CREATE INDEX "claims_rating_idx" ON "claims"("rating");
CREATE INDEX "claims_topics_idx" ON "claims" USING GIN ("topics");
CREATE INDEX "claims_merged_into_idx" ON "claims"("merged_into");
CREATE UNIQUE INDEX "claims_article_version_id_quote_start_quote_end_key" ON "claims"("article_version_id", "quote_start", "quote_end");
CREATE INDEX "attributions_claim_id_idx" ON "attributions"("claim_id");
CREATE INDEX "attributions_source_id_idx" ON "attributions"("source_id");
CREATE UNIQUE INDEX "attributions_id_claim_id_key" ON "attributions"("id", "claim_id");
CREATE INDEX "relations_to_id_idx" ON "relations"("to_id");
CREATE UNIQUE INDEX "relations_from_id_to_id_type_key" ON "relations"("from_id", "to_id", "type");
CREATE INDEX "review_tasks_assignee_id_status_id_idx" ON "review_tasks"("assignee_id", "status", "id");
CREATE INDEX "review_tasks_opened_at_id_idx" ON "review_tasks"("opened_at", "id");
CREATE INDEX "review_tasks_status_stage_opened_at_id_idx" ON "review_tasks"("status", "stage", "opened_at", "id");
CREATE INDEX "review_tasks_status_stage_updated_at_id_idx" ON "review_tasks"("status", "stage", "updated_at", "id");
CREATE INDEX "review_tasks_status_stage_priority_id_idx" ON "review_tasks"("status", "stage", "priority", "id");
CREATE INDEX "review_tasks_assignee_id_taken_at_idx" ON "review_tasks"("assignee_id", "taken_at");
CREATE UNIQUE INDEX "review_tasks_claim_id_stage_round_key" ON "review_tasks"("claim_id", "stage", "round");
CREATE UNIQUE INDEX "review_tasks_id_claim_id_key" ON "review_tasks"("id", "claim_id");
CREATE INDEX "verdicts_task_id_idx" ON "verdicts"("task_id");
CREATE UNIQUE INDEX "verdicts_claim_id_revision_key" ON "verdicts"("claim_id", "revision");
CREATE UNIQUE INDEX "verdicts_id_claim_id_key" ON "verdicts"("id", "claim_id");
CREATE INDEX "verdict_provisions_provision_id_idx" ON "verdict_provisions"("provision_id");
CREATE INDEX "contacts_claim_id_idx" ON "contacts"("claim_id");
CREATE INDEX "evidence_claim_id_idx" ON "evidence"("claim_id");
CREATE UNIQUE INDEX "evidence_id_claim_id_key" ON "evidence"("id", "claim_id");
CREATE UNIQUE INDEX "captures_evidence_id_number_key" ON "captures"("evidence_id", "number");
CREATE UNIQUE INDEX "captures_id_evidence_id_key" ON "captures"("id", "evidence_id");
CREATE INDEX "captures_sha256" ON "captures"("sha256");
CREATE INDEX "contents_subject_id_kind_idx" ON "contents"("subject_id", "kind");
CREATE UNIQUE INDEX "editions_verdict_id_key" ON "editions"("verdict_id");
CREATE UNIQUE INDEX "editions_verdict_id_claim_id_key" ON "editions"("verdict_id", "claim_id");
CREATE UNIQUE INDEX "editions_claim_id_revision_key" ON "editions"("claim_id", "revision");
CREATE INDEX "notices_claim_id_idx" ON "notices"("claim_id");
CREATE INDEX "glass_breaks_asked_at_idx" ON "glass_breaks"("asked_at");
CREATE INDEX "edition_proposals_verdict_id_idx" ON "edition_proposals"("verdict_id");
CREATE INDEX "verdict_evidence_evidence_id_idx" ON "verdict_evidence"("evidence_id");
CREATE INDEX "review_keys_review_id_idx" ON "review_keys"("review_id");
CREATE UNIQUE INDEX "events_id_key" ON "events"("id");
CREATE INDEX "events_subject_id_idx" ON "events"("subject_id");
CREATE UNIQUE INDEX "events_claim_id_ordinal_key" ON "events"("claim_id", "ordinal");
CREATE UNIQUE INDEX "feed_event_seq_key" ON "feed"("event_seq");
CREATE INDEX "webhooks_member_id_idx" ON "webhooks"("member_id");
CREATE INDEX "webhooks_key_id_idx" ON "webhooks"("key_id");
CREATE INDEX "webhook_secrets_webhook_id_idx" ON "webhook_secrets"("webhook_id");
CREATE INDEX "webhook_retries_webhook_id_next_at_idx" ON "webhook_retries"("webhook_id", "next_at");
CREATE INDEX "webhook_attempts_webhook_id_id_idx" ON "webhook_attempts"("webhook_id", "id");
CREATE INDEX "webhook_receipts_event_seq_idx" ON "webhook_receipts"("event_seq");

ALTER TABLE "privileged_changes" ADD CONSTRAINT "privileged_changes_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "privileged_changes" ADD CONSTRAINT "privileged_changes_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "privileged_changes" ADD CONSTRAINT "privileged_changes_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "keys" ADD CONSTRAINT "keys_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "keys" ADD CONSTRAINT "keys_successor_id_fkey" FOREIGN KEY ("successor_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "key_uses" ADD CONSTRAINT "key_uses_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "member_preferences" ADD CONSTRAINT "member_preferences_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "safe_writes" ADD CONSTRAINT "safe_writes_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "articles" ADD CONSTRAINT "articles_outlet_id_fkey" FOREIGN KEY ("outlet_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "sources" ADD CONSTRAINT "sources_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "provisions" ADD CONSTRAINT "provisions_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_instrument_id_fkey" FOREIGN KEY ("instrument_id") REFERENCES "instruments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claim_provisions" ADD CONSTRAINT "claim_provisions_provision_id_instrument_id_fkey" FOREIGN KEY ("provision_id", "instrument_id") REFERENCES "provisions"("id", "instrument_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claims" ADD CONSTRAINT "claims_article_version_id_fkey" FOREIGN KEY ("article_version_id") REFERENCES "article_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claims" ADD CONSTRAINT "claims_mark_into_fkey" FOREIGN KEY ("mark_into") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "claims" ADD CONSTRAINT "claims_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_parent_id_claim_id_fkey" FOREIGN KEY ("parent_id", "claim_id") REFERENCES "attributions"("id", "claim_id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "relations" ADD CONSTRAINT "relations_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "relations" ADD CONSTRAINT "relations_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "review_tasks" ADD CONSTRAINT "review_tasks_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_task_id_claim_id_fkey" FOREIGN KEY ("task_id", "claim_id") REFERENCES "review_tasks"("id", "claim_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_scale_veracity_fkey" FOREIGN KEY ("scale", "veracity") REFERENCES "ratings"("scale", "slug") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_last_editor_id_fkey" FOREIGN KEY ("last_editor_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "editions" ADD CONSTRAINT "editions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notices" ADD CONSTRAINT "notices_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notices" ADD CONSTRAINT "notices_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "notices" ADD CONSTRAINT "notices_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "editions" ADD CONSTRAINT "editions_verdict_id_claim_id_fkey" FOREIGN KEY ("verdict_id", "claim_id") REFERENCES "verdicts"("id", "claim_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glass_breaks" ADD CONSTRAINT "glass_breaks_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "glass_breaks" ADD CONSTRAINT "glass_breaks_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "glass_breaks" ADD CONSTRAINT "glass_breaks_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "edition_proposals" ADD CONSTRAINT "edition_proposals_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "members" ADD CONSTRAINT "members_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_sides" ADD CONSTRAINT "verdict_sides_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_sides" ADD CONSTRAINT "verdict_sides_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_provisions" ADD CONSTRAINT "verdict_provisions_verdict_id_fkey" FOREIGN KEY ("verdict_id") REFERENCES "verdicts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "verdict_provisions" ADD CONSTRAINT "verdict_provisions_provision_id_fkey" FOREIGN KEY ("provision_id") REFERENCES "provisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "captures" ADD CONSTRAINT "captures_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_verdict_id_claim_id_fkey" FOREIGN KEY ("verdict_id", "claim_id") REFERENCES "verdicts"("id", "claim_id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_evidence_id_claim_id_fkey" FOREIGN KEY ("evidence_id", "claim_id") REFERENCES "evidence"("id", "claim_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_capture_id_evidence_id_fkey" FOREIGN KEY ("capture_id", "evidence_id") REFERENCES "captures"("id", "evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_scale_fkey" FOREIGN KEY ("scale") REFERENCES "rating_scales"("version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "events" ADD CONSTRAINT "events_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "events" ADD CONSTRAINT "events_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "feed" ADD CONSTRAINT "feed_event_seq_fkey" FOREIGN KEY ("event_seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_secrets" ADD CONSTRAINT "webhook_secrets_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_retries" ADD CONSTRAINT "webhook_retries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_receipts" ADD CONSTRAINT "webhook_receipts_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_receipts" ADD CONSTRAINT "webhook_receipts_event_seq_fkey" FOREIGN KEY ("event_seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot describe ─────────────────────────────────────────────────────────────────
-- Names of constraints are part of the product: services translate them for callers (src/platform/db/constraint-errors.ts).
-- No foreign key from claim_keys, claim_words, review_keys and outbox: triggers alone write them, with the id of the very row they
-- fire for, and no claim, review or event is ever deleted. A check per key would be most of all checks of a new claim.

-- Refs, and versions, which only ever grow.

ALTER TABLE members
  ADD CONSTRAINT members_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT members_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT members_tools_only_read CHECK (kind = 'person' OR role = 'reader'),
  ADD CONSTRAINT members_wip_limit_counts CHECK (wip_limit BETWEEN 1 AND 1000);
-- Few members are tied to another.
CREATE INDEX members_of_person ON members (person_id) WHERE person_id IS NOT NULL;
ALTER TABLE articles
  ADD CONSTRAINT articles_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT articles_version_from_one CHECK (version >= 1);
ALTER TABLE sources
  ADD CONSTRAINT sources_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT sources_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT sources_merged_into_another CHECK (merged_into_id <> id);
-- All that were found to be the same; and the few that stand under the name of another.
CREATE INDEX sources_standing ON sources (coalesce(merged_into_id, id));
CREATE INDEX sources_merged ON sources (merged_into_id) WHERE merged_into_id IS NOT NULL;
ALTER TABLE instruments
  ADD CONSTRAINT instruments_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT instruments_version_from_one CHECK (version >= 1);
ALTER TABLE provisions
  ADD CONSTRAINT provisions_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT provisions_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT provisions_in_force_forward
    CHECK (in_force_until IS NULL OR in_force_from IS NULL OR in_force_until >= in_force_from);

-- Access.

ALTER TABLE privileged_changes
  ADD CONSTRAINT privileged_changes_decided_at_the_end CHECK ((status = 'waiting') = (decided_at IS NULL)),
  ADD CONSTRAINT privileged_changes_confirmed_by_another
    CHECK (status <> 'confirmed' OR (asked_by_id IS NULL AND kind = 'erase') OR (decided_by_id IS NOT NULL AND decided_by_id <> asked_by_id)),
  ADD CONSTRAINT privileged_changes_asked_by_somebody CHECK (asked_by_id IS NOT NULL OR kind = 'erase'),
  ADD CONSTRAINT privileged_changes_erased_when_confirmed
    CHECK ((coalesce(cardinality(erased_seals), 0) = 0 AND files_due_at IS NULL) OR (kind = 'erase' AND status = 'confirmed')),
  ADD CONSTRAINT privileged_changes_secret_while_waiting
    CHECK (secret_digest IS NULL OR (status = 'waiting' AND octet_length(secret_digest) = 32)),
  ADD CONSTRAINT privileged_changes_subjects_while_waiting CHECK (subjects IS NULL OR status = 'waiting');
-- What waits is few among all that was ever asked for.
CREATE INDEX privileged_changes_erased_seals ON privileged_changes USING gin (erased_seals) WHERE kind = 'erase';
CREATE INDEX privileged_changes_waiting ON privileged_changes (lapses_at) WHERE status = 'waiting';
ALTER TABLE keys ADD CONSTRAINT keys_digest_is_sha256 CHECK (octet_length(secret_digest) = 32);
-- One row per key, hour and network; one for unknown keys too.
CREATE UNIQUE INDEX key_uses_one_row ON key_uses (key_id, hour, network) NULLS NOT DISTINCT;
-- Counts of the last minute or two: a crash may take them along.
ALTER TABLE rate_counts SET UNLOGGED;
ALTER TABLE safe_writes
  ADD CONSTRAINT safe_writes_digests CHECK (length(id) = 32 AND length(fingerprint) = 32),
  ADD CONSTRAINT safe_writes_answer_on_first_step CHECK (step >= 0 AND (step = 0 OR answer IS NULL));

-- Articles and their claims.

ALTER TABLE article_versions
  ADD CONSTRAINT article_versions_number_from_one CHECK (number >= 1),
  ADD CONSTRAINT article_versions_digest_is_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$');

ALTER TABLE claims
  ADD CONSTRAINT claims_ref_form CHECK (is_ref(ref)),
  ADD CONSTRAINT claims_quote_is_a_range CHECK (quote_start >= 0 AND quote_end > quote_start),
  ADD CONSTRAINT claims_version_counts CHECK (version >= 0),
  ADD CONSTRAINT claims_merged_into_another CHECK ((status = 'merged') = (merged_into IS NOT NULL) AND merged_into IS DISTINCT FROM id),
  ADD CONSTRAINT claims_rating_with_revision CHECK ((rating IS NULL) = (revision IS NULL)),
  ADD CONSTRAINT claims_published_is_rated CHECK (status NOT IN ('published', 'correcting') OR revision IS NOT NULL);
-- Articles of a language, with its regional variants.
CREATE INDEX articles_language ON articles (language text_pattern_ops);
-- What lists of claims look for: flags that few claims have, and words (src/resources/claims/search-claims.ts). The words of a claim stand
-- in a row of their own: in `claims`, a hundred entries would be made anew by every move.
CREATE UNIQUE INDEX external_reviews_of_claim ON external_reviews (url, md5(folded));
CREATE INDEX claim_words_text ON claim_words USING gin (words gin_trgm_ops);
CREATE INDEX claim_words_forms ON claim_words USING gin (forms);
CREATE INDEX claims_language ON claims (language text_pattern_ops);
CREATE INDEX claims_kinds ON claims USING gin (array_append(secondary_kinds, kind));
CREATE INDEX claims_contested ON claims (status, created_at, id) WHERE contested;
CREATE INDEX claims_for_tests ON claims (id) WHERE test;

-- The stage whose task must exist while a claim is in a status: the column `owedStage` of src/domain/claim/lifecycle.ts.
CREATE FUNCTION owed_stage(claim_status) RETURNS stage LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE $1
  WHEN 'submitted' THEN 'triage'::stage
  WHEN 'open' THEN 'review'::stage
  WHEN 'in_review' THEN 'review'::stage
  WHEN 'in_approval' THEN 'approval'::stage
  WHEN 'correcting' THEN 'correction'::stage
END;
CREATE INDEX claims_owing ON claims (id) WHERE live_stage IS DISTINCT FROM owed_stage(status) AND owed_stage(status) IS NOT NULL;

CREATE INDEX source_names_folded_trigrams ON source_names USING gin (folded gin_trgm_ops);

ALTER TABLE attributions ADD CONSTRAINT attributions_name_somebody
  CHECK (source_id IS NOT NULL OR label IS NOT NULL OR anonymous);
CREATE UNIQUE INDEX attributions_one_root ON attributions (claim_id) WHERE parent_id IS NULL;

ALTER TABLE relations ADD CONSTRAINT relations_between_two CHECK (from_id <> to_id);

CREATE UNIQUE INDEX claim_provisions_norm_key
  ON claim_provisions (claim_id, instrument_id, provision_id) NULLS NOT DISTINCT;

ALTER TABLE contacts ADD CONSTRAINT contacts_name_somebody CHECK (source_id IS NOT NULL OR label IS NOT NULL);

ALTER TABLE ratings ADD CONSTRAINT ratings_number_with_bounds CHECK (
  CASE WHEN polarity = 'neutral'
    THEN value IS NULL AND worst IS NULL AND best IS NULL
    ELSE value IS NOT NULL AND worst IS NOT NULL AND best IS NOT NULL AND worst < best AND value BETWEEN worst AND best
  END);

-- What others have checked.

ALTER TABLE external_reviews
  ADD CONSTRAINT external_reviews_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT external_reviews_number_with_bounds CHECK (
    (rating_value IS NULL) = (worst_rating IS NULL) AND (rating_value IS NULL) = (best_rating IS NULL)
    AND (rating_value IS NULL OR (worst_rating < best_rating AND rating_value BETWEEN worst_rating AND best_rating)));

-- Tasks: one person each, one live one per claim and stage.

-- `liveStatuses` of src/domain/task/lifecycle.ts.
CREATE FUNCTION is_live(task_status) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN $1 IN ('open', 'assigned', 'in_progress', 'submitted');

ALTER TABLE review_tasks
  ADD CONSTRAINT review_tasks_versions_count CHECK (version >= 1 AND draft_version >= 0),
  ADD CONSTRAINT review_tasks_round_from_one CHECK (round >= 1),
  ADD CONSTRAINT review_tasks_held_by_somebody
    CHECK (status NOT IN ('assigned', 'in_progress', 'submitted') OR assignee_id IS NOT NULL),
  ADD CONSTRAINT review_tasks_open_to_all CHECK (status <> 'open' OR assignee_id IS NULL),
  ADD CONSTRAINT review_tasks_closed_when_ended
    CHECK ((closed_at IS NOT NULL) = (status IN ('done', 'returned', 'canceled', 'expired'))),
  ADD CONSTRAINT review_tasks_clock_is_whole
    CHECK ((clock IS NULL) = (clock_from IS NULL) AND (clock IS NULL) = (due_at IS NULL)
      AND (clock IS NULL) = (remind_at IS NULL) AND (clock IS NULL) = (escalate_at IS NULL)),
  ADD CONSTRAINT review_tasks_lease_has_holder CHECK (lease_until IS NULL OR assignee_id IS NOT NULL),
  ADD CONSTRAINT review_tasks_pause_has_reason CHECK ((paused_at IS NULL) = (pause_reason IS NULL));
CREATE UNIQUE INDEX review_tasks_one_live_per_stage ON review_tasks (claim_id, stage) WHERE is_live(status);
-- "Give me the next task": one walk per stage, or per stage and language.
CREATE INDEX review_tasks_next ON review_tasks (stage, priority DESC, opened_at, id) INCLUDE (claim_id) WHERE status = 'open';
CREATE INDEX review_tasks_next_by_language ON review_tasks (stage, language, priority DESC, opened_at, id) INCLUDE (claim_id) WHERE status = 'open';
-- What is overdue, and what was brought before the editors, in the order of the list; and the list by when it is due.
CREATE INDEX review_tasks_overdue ON review_tasks (status, stage, opened_at, id) WHERE overdue_at IS NOT NULL;
CREATE INDEX review_tasks_escalated ON review_tasks (status, stage, opened_at, id) WHERE escalated_at IS NOT NULL;
CREATE INDEX review_tasks_language ON review_tasks (language text_pattern_ops);
CREATE INDEX review_tasks_due ON review_tasks (status, stage, coalesce(due_at, '9999-12-31 00:00:00+00'::timestamptz), id);
-- What the clocks and leases look for, in the order in which it falls due.
CREATE INDEX review_tasks_to_remind ON review_tasks (remind_at) WHERE clock IS NOT NULL AND reminded_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_to_call_overdue ON review_tasks (due_at) WHERE clock IS NOT NULL AND overdue_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_to_escalate ON review_tasks (escalate_at) WHERE clock IS NOT NULL AND escalated_at IS NULL AND paused_at IS NULL;
CREATE INDEX review_tasks_leases ON review_tasks (lease_until) WHERE lease_until IS NOT NULL AND paused_at IS NULL;

ALTER TABLE desk_settings
  ADD CONSTRAINT desk_settings_are_one_row CHECK (id = 1),
  ADD CONSTRAINT desk_settings_limits CHECK (wip_limit >= 1 AND wip_limit <= 1000 AND lease_minutes >= 1 AND lease_minutes <= 43200);
INSERT INTO desk_settings (id) VALUES (1);

ALTER TABLE clock_policies ADD CONSTRAINT clock_policies_minutes CHECK (minutes BETWEEN 0.01 AND 525600);
INSERT INTO clock_policies (clock, priority, minutes)
SELECT c.clock, p.priority, c.minutes
FROM (VALUES ('triage'::clock, 240), ('pick_up', 120), ('review', 1440), ('approval', 480), ('correction', 1440)) AS c (clock, minutes)
CROSS JOIN unnest(enum_range(NULL::priority)) AS p (priority);

-- Verdicts: two pairs of eyes, or three in a hurry.

ALTER TABLE verdicts
  ADD CONSTRAINT verdicts_version_from_one CHECK (version >= 1),
  ADD CONSTRAINT verdicts_approver_is_not_author CHECK (approver_id <> author_id),
  ADD CONSTRAINT verdicts_approver_is_not_last_editor CHECK (approver_id <> last_editor_id),
  ADD CONSTRAINT verdicts_revision_when_published CHECK (
    CASE WHEN status IN ('published', 'superseded', 'retracted')
      THEN revision >= 1 AND revision IS NOT NULL AND approver_id IS NOT NULL AND published_at IS NOT NULL
      ELSE revision IS NULL AND approver_id IS NULL AND published_at IS NULL
    END),
  ADD CONSTRAINT verdicts_refused_with_reason CHECK ((status = 'refused') = (problem IS NOT NULL)),
  ADD CONSTRAINT verdicts_correction_is_explained CHECK ((correction_reason IS NULL) = (correction_note IS NULL)),
  ADD CONSTRAINT verdicts_glass_broken_by_two CHECK (
    (second_id IS NULL) = (break_glass_reason IS NULL)
    AND (second_id IS NULL OR (second_id <> author_id AND second_id <> approver_id AND second_id <> last_editor_id))),
  ADD CONSTRAINT verdicts_glass_broken_to_publish CHECK (second_id IS NULL OR approver_id IS NOT NULL);
-- What somebody decided on who turns out to be one person with another.
CREATE INDEX verdicts_of_approver ON verdicts (approver_id) WHERE approver_id IS NOT NULL;
CREATE INDEX verdicts_of_second ON verdicts (second_id) WHERE second_id IS NOT NULL;
CREATE UNIQUE INDEX verdicts_one_published ON verdicts (claim_id) WHERE status = 'published';
CREATE UNIQUE INDEX verdicts_one_under_way ON verdicts (claim_id) WHERE status IN ('submitted', 'proposed');
-- What the sweep looks for.
CREATE INDEX verdicts_to_record ON verdicts (submitted_at) WHERE status = 'submitted';
CREATE INDEX verdicts_rechecks ON verdicts (claim_id) WHERE status = 'published' AND recheck_asked_at IS NOT NULL;
CREATE INDEX verdicts_to_recheck ON verdicts (valid_until) WHERE status = 'published' AND valid_until IS NOT NULL AND recheck_asked_at IS NULL;
-- What stands in public, one verdict per claim, for readers who fetch all of it.
CREATE INDEX verdicts_in_public ON verdicts (claim_id, revision DESC) WHERE status IN ('published', 'retracted');

ALTER TABLE verdict_provisions ADD CONSTRAINT verdict_provisions_direction_is_one_way CHECK (direction IN ('to', 'from'));

-- Captures of evidence.

ALTER TABLE captures
  ADD CONSTRAINT captures_number_from_one CHECK (number >= 1),
  ADD CONSTRAINT captures_failure_has_reason CHECK ((outcome = 'failed') = (reason IS NOT NULL) AND (reason IS NULL) = (detail IS NULL)),
  ADD CONSTRAINT captures_captured_is_whole
    CHECK (outcome = 'failed' OR (status >= 200 AND status <= 299 AND sha256 IS NOT NULL AND change IN ('first', 'same', 'same_text', 'changed'))),
  ADD CONSTRAINT captures_failed_only_says_gone CHECK (outcome = 'captured' OR change IS NULL OR change = 'gone'),
  ADD CONSTRAINT captures_hash_with_size CHECK ((sha256 IS NULL) = (size IS NULL) AND size >= 0),
  ADD CONSTRAINT captures_hash_form CHECK (sha256 ~ '^[0-9a-f]{64}$' AND text_sha256 ~ '^[0-9a-f]{64}$');
-- What the workers look for, in the order in which it falls due.
CREATE INDEX evidence_to_capture ON evidence (capture_due_at) WHERE capture_due_at IS NOT NULL;

-- Events: those of a claim are its chain, those of no claim are chained by their subject.

ALTER TABLE events
  ADD CONSTRAINT events_ordinal_with_claim CHECK ((claim_id IS NULL) = (ordinal IS NULL)),
  ADD CONSTRAINT events_ordinal_from_one CHECK (ordinal >= 1),
  ADD CONSTRAINT events_hash_is_sha256 CHECK (octet_length(hash) = 32),
  ADD CONSTRAINT events_subject_ordinal_without_claim CHECK ((subject_ordinal IS NULL) = (claim_id IS NOT NULL)),
  ADD CONSTRAINT events_subject_ordinal_from_one CHECK (subject_ordinal >= 1),
  -- An event stays for good, and everybody reads it: what no reader could take is refused. So is what is nested without end.
  ADD CONSTRAINT events_data_is_an_object CHECK (jsonb_typeof(data) = 'object' AND NOT jsonb_path_exists(data, 'strict $.**{200}')),
  ADD CONSTRAINT events_at_a_date CHECK (at >= '0001-01-01T00:00:00Z' AND at < '10000-01-01T00:00:00Z');
CREATE UNIQUE INDEX events_of_subjects ON events (subject_type COLLATE "C", subject_id, subject_ordinal) WHERE claim_id IS NULL;
CREATE INDEX events_by_time ON events (at, seq);
-- By which words were taken back: what is kept in memory is forgotten with the last of them.
CREATE INDEX events_taken_back ON events (seq) WHERE type IN ('content.redacted', 'content.erased');
-- Whether an event in a chain of its own changes editions that name its subject: an article, a source or a norm that is new or called
-- otherwise, a source that goes by the name of another, a text that a related claim is quoted from, a related claim that is said to be
-- somebody's (a new one is), is left out of them or put in again (a test is no part of an edition), or loses its rating in public.
CREATE FUNCTION is_change_of_ingredient(type text, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE type
  WHEN 'article.created' THEN true
  WHEN 'article.revised' THEN true
  WHEN 'article.changed' THEN data -> 'changed' ?| ARRAY['title', 'language', 'url', 'datePublished', 'outlet']
  WHEN 'source.created' THEN true
  WHEN 'source.changed' THEN data -> 'changed' ?| ARRAY['kind', 'name', 'names', 'wikidata']
  WHEN 'source.merged' THEN true
  WHEN 'source.split' THEN true
  WHEN 'instrument.recorded' THEN coalesce(data -> 'changed' ?| ARRAY['label', 'titles', 'verified', 'direction', 'inForceFrom', 'inForceUntil'], true)
  WHEN 'claim.attributed' THEN true
  WHEN 'claim.changed' THEN data ? 'test'
  WHEN 'claim.rejected' THEN true
  WHEN 'claim.reopened' THEN data ->> 'from' = 'rejected'
  WHEN 'claim.retracted' THEN true
  WHEN 'claim.merged' THEN data ? 'revision'
  ELSE false END;
-- By what editions name, by the claims they are related to, and by who did it.
CREATE INDEX events_of_ingredients ON events (subject_id, seq) WHERE claim_id IS NULL AND is_change_of_ingredient(type, data);
CREATE INDEX events_of_standing ON events (claim_id, seq) WHERE claim_id IS NOT NULL AND is_change_of_ingredient(type, data);
CREATE INDEX events_of_changers ON events (actor_id, seq) WHERE is_change_of_ingredient(type, data);
-- What the public log of corrections is read from, and who asks for the newest publications.
CREATE FUNCTION is_correction(type text, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN type = 'claim.retracted' OR (type = 'claim.approved' AND data ? 'correction') OR (type = 'claim.merged' AND data ? 'revision');
CREATE INDEX events_of_corrections ON events (at, id) WHERE is_correction(type, data);
-- What changes which edition of a claim is public.
CREATE FUNCTION is_publication(type text, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN type IN ('claim.approved', 'claim.retracted', 'claim.notice_approved') OR (type = 'claim.merged' AND data ? 'revision');
CREATE INDEX events_of_publication ON events (at, id) WHERE is_publication(type, data);
-- What is counted by person and by week, beside tasks that ended.
CREATE FUNCTION is_counted_in_flow(type text, data jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN type IN ('task.taken', 'task.assigned', 'verdict.submitted', 'claim.approved', 'claim.returned',
  'claim.correction_started', 'claim.retracted') OR (type = 'task.opened' AND data ? 'assignee');
CREATE INDEX events_counted ON events (type, at) INCLUDE (actor_id, claim_id) WHERE is_counted_in_flow(type, data);

ALTER TABLE checkpoints ADD CONSTRAINT checkpoints_number_from_one CHECK (number >= 1);

-- Figures of the flow.

CREATE INDEX task_spans_ended ON task_spans (ended_at) INCLUDE (stage, outcome, waiting, working, started_at, holder_id, claim_id) WHERE ended_at IS NOT NULL;
-- Who holds what at present.
CREATE INDEX task_spans_live ON task_spans (opened_at) INCLUDE (claim_id, holder_id) WHERE ended_at IS NULL;
-- Where in a stretch of time the tasks of one bucket are found, so that a percentile is exact.
CREATE INDEX task_spans_by_waiting ON task_spans (stage, duration_bucket(waiting), ended_at) INCLUDE (waiting, claim_id)
  WHERE outcome IN ('completed', 'returned');
CREATE INDEX task_spans_by_working ON task_spans (stage, duration_bucket(working), ended_at) INCLUDE (working, claim_id)
  WHERE outcome IN ('completed', 'returned') AND started_at IS NOT NULL;

-- Webhooks.

ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_concurrency_limits CHECK (concurrency BETWEEN 1 AND 16),
  ADD CONSTRAINT webhooks_version_from_one CHECK (version >= 1 AND round >= 1),
  ADD CONSTRAINT webhooks_disabled_with_reason CHECK ((status = 'enabled') = (reason IS NULL) AND (reason IS NULL) = (disabled_at IS NULL)),
  ADD CONSTRAINT webhooks_failing_since_a_failure CHECK ((failures > 0) = (failing_since IS NOT NULL));
-- 24 to 64 bytes, as Standard Webhooks asks for, and the 29 that sealing adds: nothing that is not sealed fits by chance.
ALTER TABLE webhook_secrets ADD CONSTRAINT webhook_secrets_sealed CHECK (octet_length(sealed) >= 53 AND octet_length(sealed) <= 93 AND get_byte(sealed, 0) = 1);
-- Each outcome of an attempt is kept to a number of its own, so that successes do not push failures out.
CREATE INDEX webhook_attempts_kept ON webhook_attempts (webhook_id, (outcome = 'delivered'), id);
-- What was delivered behind the place a webhook has come to: looked at after a crash.
CREATE INDEX webhook_attempts_delivered ON webhook_attempts (webhook_id, round, position) WHERE outcome = 'delivered' AND position IS NOT NULL;

-- Editions.

ALTER TABLE withheld_texts ADD CONSTRAINT withheld_texts_of_a_kind
  CHECK (kind IN ('quote', 'article_text', 'article_title', 'article_url', 'source_names'));
ALTER TABLE contents ADD CONSTRAINT contents_lengths CHECK (octet_length(seal) = 32 AND octet_length(salt) = 32);
ALTER TABLE editions
  ADD CONSTRAINT editions_revision_from_one CHECK (revision >= 1),
  -- Whatever writes it: an edition is named by what it says.
  ADD CONSTRAINT editions_digest_of_document CHECK (digest = sha256(convert_to(document, 'UTF8')));
-- What readers find published claims by. A text is folded nearly as src/domain/text/fold.ts does at level "search": hamzas are
-- seated once all letters are merged.
CREATE FUNCTION readers_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(
  regexp_replace(regexp_replace(regexp_replace(
    translate(lower(regexp_replace(normalize(translate(words, '´´', ''''''), NFKC), '[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0640\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]', '', 'g')),
      'أإآٱىیېۍےۓةہھەۀۂۃؤکگڭڪڤڥپچڨ٪٫٬،؛؟’‘ʹʻʼʽ′`٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹', 'ااااييييييهههههههوككككففبجق%.,,;?''''''''''''''''01234567890123456789'),
    '([يئ])[ئء](?![[:alpha:]])', '\1', 'g'), '[ئء](?=و)', 'و', 'g'), 'ء(?=[يئ])', 'ي', 'g'),
  'ئ', 'ي');
-- Of an edition: its quote, its ref, the article and all who are named in it.
CREATE FUNCTION edition_words(document text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT readers_fold(concat_ws(' ', edition #>> '{claim,quote,exact}', edition #>> '{claim,ref}', edition #>> '{article,title}',
    jsonb_path_query_array(edition, 'strict $.**.name', '{}', true)::text, jsonb_path_query_array(edition, 'strict $.**.names[*].text', '{}', true)::text))
  FROM (SELECT document::jsonb AS edition OFFSET 0) AS parsed_once);
-- The ids of all that it names: claims, articles, sources and more.
CREATE FUNCTION edition_names(document text) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_path_query_array(document::jsonb, 'strict $.**.id');
CREATE INDEX editions_by_rating ON editions ((document::jsonb #>> '{verdict,rating,slug}'), published_at, claim_id);
CREATE INDEX editions_by_time ON editions (published_at, claim_id);
CREATE INDEX editions_names ON editions USING gin (edition_names(document) jsonb_path_ops);
CREATE INDEX editions_relations ON editions USING gin ((document::jsonb -> 'relations') jsonb_path_ops);
CREATE INDEX editions_topics ON editions USING gin ((document::jsonb #> '{claim,topics}') jsonb_path_ops);
CREATE INDEX editions_words ON editions USING gin (edition_words(document) gin_trgm_ops);
CREATE INDEX contents_glosses ON contents USING gin (readers_fold(value::text) gin_trgm_ops) WHERE kind = 'glosses';
ALTER TABLE notices
  ADD CONSTRAINT notices_digest_of_document CHECK (digest = sha256(convert_to(document, 'UTF8'))),
  ADD CONSTRAINT notices_decided CHECK ((status = 'proposed') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL));
-- Of what was taken back there is one public note, and one at a time that waits.
CREATE UNIQUE INDEX notices_one_proposed ON notices (claim_id) WHERE status = 'proposed';
ALTER TABLE edition_proposals
  ADD CONSTRAINT edition_proposals_digest_of_document CHECK (digest = sha256(convert_to(document, 'UTF8')));
ALTER TABLE claims
  ADD CONSTRAINT claims_mark_with_reason CHECK ((mark IS NULL) = (mark_reason IS NULL)),
  -- Codes alone, which readers have fixed words for: `markReasons` of src/domain/claim/retraction.ts.
  ADD CONSTRAINT claims_mark_for_a_reason CHECK (mark_reason IN ('error', 'unsupported', 'source_corrected', 'legal', 'duplicate')),
  ADD CONSTRAINT claims_mark_names_target CHECK ((mark IS NOT DISTINCT FROM 'merged') = (mark_into IS NOT NULL));
