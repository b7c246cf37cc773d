-- Keys that expire and say when they were last used, who members are to an identity provider, from where keys
-- are used, and what is counted against rate limits.

ALTER TABLE "keys"
  ALTER COLUMN "secret_digest" DROP NOT NULL,
  ADD COLUMN "expires_at" TIMESTAMPTZ(6),
  ADD COLUMN "last_used_at" TIMESTAMPTZ(6);

CREATE TABLE "member_identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "member_id" UUID NOT NULL,
    "key_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_identities_pkey" PRIMARY KEY ("issuer","subject")
);

CREATE UNIQUE INDEX "member_identities_key_id_key" ON "member_identities"("key_id");
CREATE INDEX "member_identities_member_id_idx" ON "member_identities"("member_id");

ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "member_identities" ADD CONSTRAINT "member_identities_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

CREATE INDEX "key_uses_hour_idx" ON "key_uses"("hour");

ALTER TABLE "key_uses" ADD CONSTRAINT "key_uses_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Counts of the last minute or two: a crash may take them along.
CREATE UNLOGGED TABLE "rate_counts" (
    "subject" TEXT NOT NULL,
    "slot" BIGINT NOT NULL,
    "used" BIGINT NOT NULL,

    CONSTRAINT "rate_counts_pkey" PRIMARY KEY ("subject","slot")
);

CREATE INDEX "rate_counts_slot_idx" ON "rate_counts"("slot");

-- ── What the schema cannot say ──────────────────────────────────────────────────────────────────────

-- Whoever uses a key in an hour from a network has one row, keys that do not exist too.
CREATE UNIQUE INDEX key_uses_one_row ON key_uses (key_id, hour, network) NULLS NOT DISTINCT;
