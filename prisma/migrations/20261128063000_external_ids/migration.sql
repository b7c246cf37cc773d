-- A claim may be sent again under a name of the sender's.
ALTER TABLE "claims" ADD COLUMN "external_id" TEXT, ADD COLUMN "entered_digest" BYTEA;
CREATE UNIQUE INDEX "claims_external_id_key" ON "claims"("external_id");
