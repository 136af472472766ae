-- One decision about many claims at once.
CREATE TABLE "decision_batches" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "decision_batches_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "batched_claims" (
    "batch_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "batched_claims_pkey" PRIMARY KEY ("batch_id","claim_id")
);
ALTER TABLE "decision_batches" ADD CONSTRAINT "decision_batches_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "batched_claims" ADD CONSTRAINT "batched_claims_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "decision_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "batched_claims" ADD CONSTRAINT "batched_claims_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE decision_batches ADD CONSTRAINT decision_batches_kind
  CHECK (kind IN ('accept', 'route', 'close', 'merge', 'release', 'urgency'));
CREATE TRIGGER decision_batches_immutable BEFORE UPDATE OR DELETE ON decision_batches
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER batched_claims_immutable BEFORE UPDATE OR DELETE ON batched_claims
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What one transaction recorded belongs together; the events before this have no number.
ALTER TABLE "events" ADD COLUMN "transaction" BIGINT, ADD COLUMN "batch_id" UUID;
ALTER TABLE "events" ALTER COLUMN "transaction" SET DEFAULT txid_current();
ALTER TABLE "events" ADD CONSTRAINT "events_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "decision_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
