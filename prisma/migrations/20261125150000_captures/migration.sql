-- Evidence is captured: what a page said when it was cited. Made from the schema, then extended by hand.

CREATE TYPE "capture_outcome" AS ENUM ('captured', 'failed');
CREATE TYPE "capture_change" AS ENUM ('first', 'same', 'same_text', 'changed', 'gone');

-- What stands here already owes a capture too: the default holds for it as well.
ALTER TABLE "evidence"
  ADD COLUMN "capture_due_at" TIMESTAMPTZ(6) DEFAULT desk_now(),
  ADD COLUMN "capture_tries" INTEGER NOT NULL DEFAULT 0;

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

ALTER TABLE "verdict_evidence" ADD COLUMN "capture_id" UUID;

CREATE UNIQUE INDEX "captures_evidence_id_number_key" ON "captures"("evidence_id", "number");
CREATE UNIQUE INDEX "captures_id_evidence_id_key" ON "captures"("id", "evidence_id");

ALTER TABLE "captures" ADD CONSTRAINT "captures_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "verdict_evidence" ADD CONSTRAINT "verdict_evidence_capture_id_evidence_id_fkey" FOREIGN KEY ("capture_id", "evidence_id") REFERENCES "captures"("id", "evidence_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

ALTER TABLE captures
  ADD CONSTRAINT captures_number_from_one CHECK (number >= 1),
  ADD CONSTRAINT captures_failure_has_reason CHECK ((outcome = 'failed') = (reason IS NOT NULL) AND (reason IS NULL) = (detail IS NULL)),
  ADD CONSTRAINT captures_captured_is_whole
    CHECK (outcome = 'failed' OR (status BETWEEN 200 AND 299 AND sha256 IS NOT NULL AND change IN ('first', 'same', 'same_text', 'changed'))),
  ADD CONSTRAINT captures_failed_only_says_gone CHECK (outcome = 'captured' OR change IS NULL OR change = 'gone'),
  ADD CONSTRAINT captures_hash_with_size CHECK ((sha256 IS NULL) = (size IS NULL) AND size >= 0),
  ADD CONSTRAINT captures_hash_form CHECK (sha256 ~ '^[0-9a-f]{64}$' AND text_sha256 ~ '^[0-9a-f]{64}$');

CREATE TRIGGER captures_are_permanent BEFORE UPDATE OR DELETE ON captures
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER captures_stay BEFORE TRUNCATE ON captures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the workers look for, in the order in which it falls due.
CREATE INDEX evidence_to_capture ON evidence (capture_due_at) WHERE capture_due_at IS NOT NULL;
