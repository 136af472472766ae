-- A member has several endpoints, in its own hands.
ALTER TABLE "endpoints"
  ADD COLUMN "name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "url" TEXT,
  ADD COLUMN "host" TEXT,
  ADD COLUMN "secret" BYTEA,
  ADD COLUMN "former_secret" BYTEA,
  ADD COLUMN "former_until" TIMESTAMPTZ(3),
  ADD COLUMN "topics" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "divisions" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "urgencies" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "paused_at" TIMESTAMPTZ(3),
  ADD COLUMN "disabled_because" TEXT;
UPDATE endpoints SET disabled_because = 'removed' WHERE disabled_at IS NOT NULL;
ALTER TABLE endpoints ADD CONSTRAINT endpoints_webhook
  CHECK ((kind = 'webhook') = (url IS NOT NULL) AND (kind = 'webhook') = (host IS NOT NULL) AND (kind = 'webhook') = (secret IS NOT NULL));
ALTER TABLE endpoints ADD CONSTRAINT endpoints_former_secret CHECK ((former_secret IS NULL) = (former_until IS NULL));
ALTER TABLE endpoints ADD CONSTRAINT endpoints_disabled
  CHECK ((disabled_at IS NULL) = (disabled_because IS NULL) AND disabled_because IN ('removed', 'gone'));
-- Every member has one list of its own to fetch from.
CREATE UNIQUE INDEX endpoints_one_pull ON endpoints (member_id) WHERE kind = 'pull';

-- What is said of a version: the same bytes to all endpoints, however often they are sent.
CREATE TABLE "messages" (
    "debunk_version_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("debunk_version_id")
);
ALTER TABLE "messages" ADD CONSTRAINT "messages_debunk_version_id_fkey" FOREIGN KEY ("debunk_version_id") REFERENCES "debunk_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE messages ADD CONSTRAINT messages_type CHECK (type IN ('debunk.published', 'debunk.corrected', 'debunk.retracted'));
ALTER TABLE messages ADD CONSTRAINT messages_body CHECK (octet_length(body) < 20000);
CREATE TRIGGER messages_immutable BEFORE UPDATE OR DELETE ON messages FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One version for one endpoint, and what became of it. Only what is sent has a time when it is due; the rest is fetched.
ALTER TABLE "deliveries"
  ADD COLUMN "seq" BIGSERIAL NOT NULL,
  ADD COLUMN "due_at" TIMESTAMPTZ(3),
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "sent_at" TIMESTAMPTZ(3),
  ADD COLUMN "failed_at" TIMESTAMPTZ(3),
  ADD COLUMN "failure" TEXT,
  ADD COLUMN "error" TEXT;
CREATE UNIQUE INDEX "deliveries_seq_key" ON "deliveries"("seq");
ALTER TABLE deliveries ADD CONSTRAINT deliveries_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE deliveries ADD CONSTRAINT deliveries_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE deliveries ADD CONSTRAINT deliveries_error CHECK (length(error) <= 60);
-- What is to be sent next.
CREATE INDEX deliveries_due ON deliveries (due_at) WHERE sent_at IS NULL AND failed_at IS NULL AND due_at IS NOT NULL;
-- How a webhook stands: what waits there, what was given up, what was taken last.
CREATE INDEX deliveries_waiting ON deliveries (endpoint_id) WHERE sent_at IS NULL AND failed_at IS NULL AND due_at IS NOT NULL;
CREATE INDEX deliveries_given_up ON deliveries (endpoint_id) WHERE failure = 'tries';
CREATE INDEX deliveries_sent ON deliveries (endpoint_id, sent_at) WHERE sent_at IS NOT NULL;
-- A member's list in the order in which it is fetched.
CREATE INDEX "deliveries_endpoint_id_seq_idx" ON "deliveries"("endpoint_id", "seq");

-- Each attempt, for whoever looks for a fault.
CREATE TABLE "delivery_attempts" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "status" INTEGER,
    "error" TEXT,
    "answer" TEXT,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("id")
);
-- The oldest, which are forgotten.
CREATE INDEX "delivery_attempts_at_idx" ON "delivery_attempts"("at");
CREATE INDEX "delivery_attempts_delivery_id_at_idx" ON "delivery_attempts"("delivery_id", "at");
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "deliveries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_outcome CHECK ((status IS NULL) <> (error IS NULL));

-- Receivers that failed of late: while one does, it is asked by one delivery at a time, and later and later.
CREATE TABLE "failing_hosts" (
    "host" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "probe_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "failing_hosts_pkey" PRIMARY KEY ("host")
);
