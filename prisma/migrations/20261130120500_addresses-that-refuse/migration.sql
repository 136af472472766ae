-- A mail server said that there is no such mailbox: what is given for it later may be tried again, what was given before is not.
CREATE TABLE "refused_addresses" (
    "address_hash" BYTEA NOT NULL,
    "refused_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_addresses_pkey" PRIMARY KEY ("address_hash")
);
CREATE INDEX "refused_addresses_refused_at_idx" ON "refused_addresses"("refused_at");
-- It is a keyed hash, and never the address itself.
ALTER TABLE refused_addresses ADD CONSTRAINT refused_addresses_hashed CHECK (octet_length(address_hash) = 32);
