-- Wrong passwords are counted where they come from and before they are looked at, one row for each count.
DROP TABLE "sign_in_failures";

CREATE TABLE "guess_counts" (
    "key" BYTEA NOT NULL,
    "count" INTEGER NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guess_counts_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "guess_counts_ends_at_idx" ON "guess_counts"("ends_at");
ALTER TABLE guess_counts ADD CONSTRAINT guess_counts_count CHECK (count >= 0);
