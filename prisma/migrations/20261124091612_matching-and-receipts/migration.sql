-- AlterTable
ALTER TABLE "claim_reports" ADD COLUMN     "template" TEXT;

-- AlterTable
ALTER TABLE "claims" ADD COLUMN     "suspicion" TEXT;

-- AlterTable
ALTER TABLE "reports" ADD COLUMN     "suspicion" TEXT,
ADD COLUMN     "upload_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "followers" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "address_hash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "followers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "event_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "address_hash" BYTEA,

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "uploads" (
    "id" UUID NOT NULL,
    "owner_hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "phash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "dropped_at" TIMESTAMPTZ(3),

    CONSTRAINT "uploads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "upload_texts" (
    "upload_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "seen" JSONB NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_texts_pkey" PRIMARY KEY ("upload_id")
);

-- CreateTable
CREATE TABLE "report_uploads" (
    "upload_id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "report_uploads_pkey" PRIMARY KEY ("upload_id")
);

-- CreateTable
CREATE TABLE "blurred_copies" (
    "id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "areas" JSONB NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "blurred_copies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_messages" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "by_user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spent_proofs" (
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_proofs_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "match_suggestions" (
    "id" UUID NOT NULL,
    "report_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "level" TEXT NOT NULL,
    "applied" BOOLEAN NOT NULL,
    "fragments" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "match_decisions" (
    "suggestion_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_decisions_pkey" PRIMARY KEY ("suggestion_id")
);

-- CreateTable
CREATE TABLE "askings" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "askings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "followers_address_hash_idx" ON "followers"("address_hash");

-- CreateIndex
CREATE UNIQUE INDEX "followers_claim_id_address_hash_key" ON "followers"("claim_id", "address_hash");

-- CreateIndex
CREATE INDEX "notifications_sent_at_failed_at_due_at_idx" ON "notifications"("sent_at", "failed_at", "due_at");

-- CreateIndex
CREATE INDEX "notifications_address_hash_sent_at_idx" ON "notifications"("address_hash", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_recipient_id_event_id_key" ON "notifications"("recipient_id", "event_id");

-- CreateIndex
CREATE INDEX "uploads_created_at_idx" ON "uploads"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "report_uploads_report_id_position_key" ON "report_uploads"("report_id", "position");

-- CreateIndex
CREATE INDEX "blurred_copies_upload_id_made_at_idx" ON "blurred_copies"("upload_id", "made_at");

-- CreateIndex
CREATE INDEX "report_messages_report_id_at_idx" ON "report_messages"("report_id", "at");

-- CreateIndex
CREATE INDEX "spent_proofs_expires_at_idx" ON "spent_proofs"("expires_at");

-- CreateIndex
CREATE INDEX "match_suggestions_claim_id_idx" ON "match_suggestions"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "match_suggestions_report_id_claim_id_key" ON "match_suggestions"("report_id", "claim_id");

-- CreateIndex
CREATE INDEX "match_decisions_decided_at_idx" ON "match_decisions"("decided_at");

-- CreateIndex
CREATE INDEX "askings_claim_id_at_idx" ON "askings"("claim_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_secret_hash_key" ON "api_keys"("secret_hash");

-- CreateIndex
CREATE INDEX "api_keys_member_id_created_at_idx" ON "api_keys"("member_id", "created_at");

-- CreateIndex
CREATE INDEX "claim_reports_template_added_at_idx" ON "claim_reports"("template", "added_at");

-- CreateIndex
CREATE INDEX "claims_suspicion_last_reported_at_id_idx" ON "claims"("suspicion", "last_reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "reports_member_id_submitted_at_id_idx" ON "reports"("member_id", "submitted_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "followers" ADD CONSTRAINT "followers_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload_texts" ADD CONSTRAINT "upload_texts_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_uploads" ADD CONSTRAINT "report_uploads_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_uploads" ADD CONSTRAINT "report_uploads_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blurred_copies" ADD CONSTRAINT "blurred_copies_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "uploads"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_messages" ADD CONSTRAINT "report_messages_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_suggestions" ADD CONSTRAINT "match_suggestions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_suggestions" ADD CONSTRAINT "match_suggestions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "match_suggestions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "askings" ADD CONSTRAINT "askings_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "claims_answered_by_id_idx" ON "claims"("answered_by_id");

-- The reports that a person put into a claim, or that opened it; those that joined by themselves are many.
CREATE INDEX claim_reports_by_hand ON claim_reports (claim_id) WHERE reason <> 'matched';

-- Vocabulary ---------------------------------------------------------------------------------------------------
ALTER TABLE reports DROP CONSTRAINT reports_say_something;
ALTER TABLE reports ADD CONSTRAINT reports_say_something CHECK (
  text <> '' OR cardinality(urls) > 0 OR upload_count > 0);
ALTER TABLE reports ADD CONSTRAINT reports_suspicion CHECK (
  suspicion IN ('no-proof', 'busy-network', 'flood', 'burst'));
ALTER TABLE reports ADD CONSTRAINT reports_member CHECK ((channel = 'member') = (member_id IS NOT NULL));
ALTER TABLE claims ADD CONSTRAINT claims_suspicion CHECK (
  suspicion IN ('no-proof', 'busy-network', 'flood', 'burst'));
ALTER TABLE claim_reports ADD CONSTRAINT claim_reports_reason CHECK (reason IN ('first', 'matched', 'moved'));
ALTER TABLE uploads ADD CONSTRAINT uploads_kind CHECK (kind IN ('image', 'pdf', 'video', 'audio'));
ALTER TABLE uploads ADD CONSTRAINT uploads_picture CHECK (
  (kind = 'image') = (width IS NOT NULL AND height IS NOT NULL AND phash IS NOT NULL)
  AND (phash ~ '^[01]{64}$'));
ALTER TABLE upload_texts ADD CONSTRAINT upload_texts_state CHECK (state IN ('read', 'failed'));
ALTER TABLE upload_texts ADD CONSTRAINT upload_texts_redacted CHECK (
  text !~ '(^|[^0-9０-９])1[3-9][0-9]{9}([^0-9０-９]|$)');
ALTER TABLE report_messages ADD CONSTRAINT report_messages_author CHECK (
  author IN ('desk', 'citizen') AND (author = 'desk') = (by_user_id IS NOT NULL));
ALTER TABLE report_messages ADD CONSTRAINT report_messages_redacted CHECK (
  text <> '' AND text !~ '(^|[^0-9０-９])1[3-9][0-9]{9}([^0-9０-９]|$)');
ALTER TABLE match_suggestions ADD CONSTRAINT match_suggestions_level CHECK (level IN ('same', 'similar'));
ALTER TABLE match_suggestions ADD CONSTRAINT match_suggestions_score CHECK (score BETWEEN 0 AND 1);
-- Only what is the same is acted upon by itself.
ALTER TABLE match_suggestions ADD CONSTRAINT match_suggestions_applied CHECK (NOT applied OR level = 'same');
ALTER TABLE match_decisions ADD CONSTRAINT match_decisions_verdict CHECK (verdict IN ('accepted', 'rejected'));
ALTER TABLE followers ADD CONSTRAINT followers_kind CHECK (kind IN ('email', 'push'));
ALTER TABLE notifications ADD CONSTRAINT notifications_recipient CHECK (recipient IN ('report', 'follower'));
ALTER TABLE api_keys ADD CONSTRAINT api_keys_scopes CHECK (
  scopes <@ ARRAY['intake', 'assignments', 'deliveries'] AND cardinality(scopes) > 0);

-- What never changes --------------------------------------------------------------------------------------------
CREATE TRIGGER report_uploads_immutable BEFORE UPDATE OR DELETE ON report_uploads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_messages_immutable BEFORE UPDATE OR DELETE ON report_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER match_suggestions_immutable BEFORE UPDATE OR DELETE ON match_suggestions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER askings_immutable BEFORE UPDATE OR DELETE ON askings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Each process that matches keeps every claim in memory; it hears here which one to read again. Every transition
-- records its event, so the events are the one place to listen at. A report that joined by itself adds no words.
CREATE FUNCTION tell_of_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('bianzhen_claims', NEW.claim_id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER events_tell_of_claim AFTER INSERT ON events FOR EACH ROW
  WHEN (NEW.claim_id IS NOT NULL AND NEW.type <> 'report.joined') EXECUTE FUNCTION tell_of_claim();
