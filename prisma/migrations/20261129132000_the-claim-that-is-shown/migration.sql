-- The claim whose page shows this one: itself, or the one it was merged into. A merge has no chain, so one step is enough.
ALTER TABLE "claims" ADD COLUMN "shared_id" UUID NOT NULL GENERATED ALWAYS AS (coalesce(merged_into_id, id)) STORED;

CREATE INDEX "claims_shared_id_idx" ON "claims"("shared_id");

ALTER TABLE "claims" ADD CONSTRAINT "claims_shared_id_fkey" FOREIGN KEY ("shared_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE NO ACTION;
