-- CreateTable
CREATE TABLE "reference_loads" (
    "id" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reference_loads_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reference_loads_loaded_at_idx" ON "reference_loads"("loaded_at" DESC);

CREATE TRIGGER reference_loads_unchanged BEFORE UPDATE OR DELETE ON reference_loads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
