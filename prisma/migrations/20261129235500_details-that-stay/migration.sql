-- CreateTable
CREATE TABLE "kept_details" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kept_by_id" UUID NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_details_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "kept_details_draft_id_idx" ON "kept_details"("draft_id");

-- CreateIndex
CREATE UNIQUE INDEX "kept_details_claim_id_text_key" ON "kept_details"("claim_id", "text");

-- AddForeignKey
ALTER TABLE "kept_details" ADD CONSTRAINT "kept_details_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kept_details" ADD CONSTRAINT "kept_details_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE kept_details ADD CONSTRAINT kept_details_kind CHECK (kind IN ('name', 'room', 'address') AND text <> '');
CREATE TRIGGER kept_details_immutable BEFORE UPDATE OR DELETE ON kept_details
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
