-- E-mail as an endpoint: for members without engineers.
ALTER TABLE "endpoints"
  ADD COLUMN "email" TEXT,
  ADD COLUMN "hour" SMALLINT,
  ADD COLUMN "locale" TEXT,
  ADD COLUMN "confirmed_at" TIMESTAMPTZ(3);
-- Whoever reads an address may stop what is sent there, which its member sees.
ALTER TABLE endpoints DROP CONSTRAINT endpoints_disabled;
ALTER TABLE endpoints ADD CONSTRAINT endpoints_disabled
  CHECK ((disabled_at IS NULL) = (disabled_because IS NULL) AND disabled_because IN ('removed', 'gone', 'stopped'));
-- What was taken away or stopped has no address any more.
ALTER TABLE endpoints ADD CONSTRAINT endpoints_email CHECK (CASE WHEN kind = 'email'
  THEN (email IS NULL) = (coalesce(disabled_because, '') IN ('removed', 'stopped')) AND hour IS NOT NULL AND locale IS NOT NULL
  ELSE num_nonnulls(email, hour, locale, confirmed_at) = 0 END);
ALTER TABLE endpoints ADD CONSTRAINT endpoints_hour CHECK (hour BETWEEN 0 AND 23);
ALTER TABLE endpoints ADD CONSTRAINT endpoints_locale CHECK (locale IN ('zh-CN', 'en'));
-- A mailbox gets a letter once.
CREATE UNIQUE INDEX endpoints_one_email ON endpoints (member_id, email) WHERE email IS NOT NULL AND disabled_at IS NULL;
CREATE FUNCTION keep_email() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was confirmed is what is written to: an address is forgotten, and never changed'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER endpoints_email_kept BEFORE UPDATE ON endpoints FOR EACH ROW
  WHEN (NEW.email IS DISTINCT FROM OLD.email AND NEW.email IS NOT NULL) EXECUTE FUNCTION keep_email();

-- A letter that brings versions to an address: composed once, sent with the same bytes until it is taken.
CREATE TABLE "digests" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "error" TEXT,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "digests_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "digests_id_endpoint_id_key" ON "digests"("id", "endpoint_id");
-- What an address was sent, newest first.
CREATE INDEX "digests_endpoint_id_created_at_idx" ON "digests"("endpoint_id", "created_at" DESC);
-- What is to be sent next.
CREATE INDEX digests_due ON digests (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;
ALTER TABLE "digests" ADD CONSTRAINT "digests_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE digests ADD CONSTRAINT digests_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE digests ADD CONSTRAINT digests_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE digests ADD CONSTRAINT digests_error CHECK (length(error) <= 60);

-- Nothing is composed for an address that was not confirmed.
CREATE FUNCTION require_confirmed_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM endpoints WHERE id = NEW.endpoint_id AND kind = 'email' AND confirmed_at IS NOT NULL AND disabled_at IS NULL) THEN
    RAISE EXCEPTION 'a letter goes only to an address that was confirmed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER digests_confirmed BEFORE INSERT ON digests FOR EACH ROW EXECUTE FUNCTION require_confirmed_address();

-- What a letter says never changes; long after its end its words are forgotten.
CREATE FUNCTION keep_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.endpoint_id, NEW.created_at) = (OLD.id, OLD.endpoint_id, OLD.created_at)
    AND (NEW.subject, NEW.text, NEW.html) = ('', '', '') AND (OLD.sent_at IS NOT NULL OR OLD.failed_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a letter says never changes' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER digests_same_words BEFORE UPDATE ON digests FOR EACH ROW
  WHEN ((NEW.id, NEW.endpoint_id, NEW.created_at, NEW.subject, NEW.text, NEW.html)
    IS DISTINCT FROM (OLD.id, OLD.endpoint_id, OLD.created_at, OLD.subject, OLD.text, OLD.html)) EXECUTE FUNCTION keep_digest();
CREATE TRIGGER digests_kept BEFORE DELETE ON digests FOR EACH ROW EXECUTE FUNCTION keep_digest();

-- A delivery goes with one letter to its own address, and ends with it.
ALTER TABLE "deliveries" ADD COLUMN "digest_id" UUID;
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_digest_id_endpoint_id_fkey" FOREIGN KEY ("digest_id", "endpoint_id") REFERENCES "digests"("id", "endpoint_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE INDEX "deliveries_digest_id_idx" ON "deliveries"("digest_id");
CREATE FUNCTION end_with_digest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.failure = 'outdated' THEN
    -- A letter that a correction overtook is not sent; what still holds of it goes with another one.
    UPDATE deliveries SET digest_id = NULL WHERE digest_id = NEW.id AND sent_at IS NULL AND failed_at IS NULL;
  ELSE
    UPDATE deliveries SET sent_at = NEW.sent_at, failed_at = NEW.failed_at, failure = NEW.failure, error = NEW.error, attempts = NEW.attempts
      WHERE digest_id = NEW.id AND (NEW.sent_at IS NOT NULL OR failure IS DISTINCT FROM 'outdated');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER digests_end_deliveries AFTER UPDATE OF sent_at, failed_at ON digests FOR EACH ROW
  WHEN ((NEW.sent_at, NEW.failed_at) IS DISTINCT FROM (OLD.sent_at, OLD.failed_at)) EXECUTE FUNCTION end_with_digest();

-- What a letter brings, for good: nothing but what was laid ready for its address.
CREATE TABLE "digest_versions" (
    "digest_id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "debunk_version_id" UUID NOT NULL,

    CONSTRAINT "digest_versions_pkey" PRIMARY KEY ("digest_id", "debunk_version_id")
);
ALTER TABLE "digest_versions" ADD CONSTRAINT "digest_versions_digest_id_endpoint_id_fkey" FOREIGN KEY ("digest_id", "endpoint_id") REFERENCES "digests"("id", "endpoint_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "digest_versions" ADD CONSTRAINT "digest_versions_debunk_version_id_endpoint_id_fkey" FOREIGN KEY ("debunk_version_id", "endpoint_id") REFERENCES "deliveries"("debunk_version_id", "endpoint_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
CREATE TRIGGER digest_versions_immutable BEFORE UPDATE OR DELETE ON digest_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Attempts are kept for letters as they are for deliveries that go alone.
ALTER TABLE "delivery_attempts" ALTER COLUMN "delivery_id" DROP NOT NULL, ADD COLUMN "digest_id" UUID;
CREATE INDEX "delivery_attempts_digest_id_at_idx" ON "delivery_attempts"("digest_id", "at");
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_digest_id_fkey" FOREIGN KEY ("digest_id") REFERENCES "digests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE delivery_attempts ADD CONSTRAINT delivery_attempts_of_one CHECK (num_nonnulls(delivery_id, digest_id) = 1);
