-- Webhooks: who is called, with which secrets, how far each has come, what is to be tried again, what was tried.
-- Made from the schema, then extended by hand.

CREATE TYPE "webhook_status" AS ENUM ('enabled', 'disabled', 'deleted');

CREATE TABLE "webhooks" (
    "id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT,
    "types" TEXT[],
    "concurrency" INTEGER NOT NULL DEFAULT 4,
    "status" "webhook_status" NOT NULL DEFAULT 'enabled',
    "reason" TEXT,
    "detail" TEXT,
    "disabled_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT desk_now(),
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
    "secret" BYTEA NOT NULL,
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

CREATE INDEX "webhooks_member_id_idx" ON "webhooks"("member_id");
CREATE INDEX "webhook_secrets_webhook_id_idx" ON "webhook_secrets"("webhook_id");
CREATE INDEX "webhook_retries_webhook_id_next_at_idx" ON "webhook_retries"("webhook_id", "next_at");
CREATE INDEX "webhook_attempts_webhook_id_id_idx" ON "webhook_attempts"("webhook_id", "id");
CREATE INDEX "webhook_receipts_event_seq_idx" ON "webhook_receipts"("event_seq");

ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "webhook_secrets" ADD CONSTRAINT "webhook_secrets_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_retries" ADD CONSTRAINT "webhook_retries_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_attempts" ADD CONSTRAINT "webhook_attempts_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_receipts" ADD CONSTRAINT "webhook_receipts_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhooks"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "webhook_receipts" ADD CONSTRAINT "webhook_receipts_event_seq_fkey" FOREIGN KEY ("event_seq") REFERENCES "events"("seq") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_concurrency_limits CHECK (concurrency BETWEEN 1 AND 16),
  ADD CONSTRAINT webhooks_version_from_one CHECK (version >= 1 AND round >= 1),
  ADD CONSTRAINT webhooks_disabled_with_reason CHECK ((status = 'enabled') = (reason IS NULL) AND (reason IS NULL) = (disabled_at IS NULL)),
  ADD CONSTRAINT webhooks_failing_since_a_failure CHECK ((failures > 0) = (failing_since IS NOT NULL));

-- HMAC-SHA256: Standard Webhooks asks for 24 to 64 bytes.
ALTER TABLE webhook_secrets ADD CONSTRAINT webhook_secrets_length CHECK (octet_length(secret) BETWEEN 24 AND 64);

-- Each outcome of an attempt is kept to a number of its own, so that successes do not push failures out.
CREATE INDEX webhook_attempts_kept ON webhook_attempts (webhook_id, (outcome = 'delivered'), id);
-- What was delivered behind the place a webhook has come to: looked at after a crash.
CREATE INDEX webhook_attempts_delivered ON webhook_attempts (webhook_id, round, position) WHERE outcome = 'delivered' AND position IS NOT NULL;
