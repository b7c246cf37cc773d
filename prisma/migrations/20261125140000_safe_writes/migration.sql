-- Writes that may be sent again: what each of their transactions gave back, kept by that very transaction,
-- and the answer that was given.

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

CREATE INDEX "safe_writes_created_at_idx" ON "safe_writes"("created_at");

ALTER TABLE "safe_writes" ADD CONSTRAINT "safe_writes_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

ALTER TABLE safe_writes
  ADD CONSTRAINT safe_writes_digests CHECK (length(id) = 32 AND length(fingerprint) = 32),
  ADD CONSTRAINT safe_writes_answer_on_first_step CHECK (step >= 0 AND (step = 0 OR answer IS NULL));
