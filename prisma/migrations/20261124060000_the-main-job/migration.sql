-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_user_id" UUID,
    "actor_role" TEXT,
    "actor_member_id" TEXT,
    "claim_id" UUID,
    "subject_id" TEXT NOT NULL,
    "reason" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reaction_runs" (
    "event_id" UUID NOT NULL,
    "reaction" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reaction_runs_pkey" PRIMARY KEY ("event_id","reaction")
);

-- CreateTable
CREATE TABLE "claims" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "wording" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "urgency" TEXT NOT NULL,
    "side_state" TEXT,
    "side_reason" TEXT,
    "side_since" TIMESTAMPTZ(3),
    "topic_id" TEXT,
    "subtopic_id" TEXT,
    "merged_into_id" UUID,
    "closed_from" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "closing_note" TEXT,
    "closing_channel" TEXT,
    "answered_by_id" UUID,
    "report_count" INTEGER NOT NULL DEFAULT 0,
    "search_tokens" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_reported_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "triage_due_at" TIMESTAMPTZ(3),
    "first_word_due_at" TIMESTAMPTZ(3),
    "verdict_due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "claims_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_places" (
    "claim_id" UUID NOT NULL,
    "division_code" TEXT NOT NULL,

    CONSTRAINT "claim_places_pkey" PRIMARY KEY ("claim_id","division_code")
);

-- CreateTable
CREATE TABLE "claim_reports" (
    "report_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "added_by_id" UUID,
    "reason" TEXT NOT NULL,

    CONSTRAINT "claim_reports_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "claim_moves" (
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "claim_moves_pkey" PRIMARY KEY ("from","to")
);

-- CreateTable
CREATE TABLE "endpoints" (
    "id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "endpoints_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "debunk_version_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "correction_note" TEXT,
    "latest_version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_versions" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "writer_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "draft_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "draft_id" UUID NOT NULL,
    "draft_version_id" UUID NOT NULL,
    "writer_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "checklist" TEXT[],
    "comment" TEXT,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "receipt_hash" BYTEA NOT NULL,
    "idempotency_hash" BYTEA,
    "payload_hash" BYTEA NOT NULL,
    "text" TEXT NOT NULL,
    "urls" TEXT[],
    "seen_on" TEXT,
    "seen_at" TIMESTAMPTZ(3),
    "note" TEXT,
    "topic_id" TEXT,
    "division_code" TEXT,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "member_id" TEXT,
    "redactions" JSONB NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_contacts" (
    "report_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_contacts_pkey" PRIMARY KEY ("report_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "archived_url" TEXT,
    "published_on" DATE,
    "shows" TEXT NOT NULL,
    "is_primary" BOOLEAN NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_by_id" UUID,
    "withdraw_reason" TEXT,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "findings" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "found_by_id" UUID NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "verdict" TEXT NOT NULL,
    "key_points" TEXT[],
    "how_we_know" TEXT NOT NULL,

    CONSTRAINT "findings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_requests" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "organisation" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reply" TEXT,

    CONSTRAINT "reply_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "id" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "zh_full" TEXT,
    "en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "division_code" TEXT NOT NULL,
    "parent_id" TEXT,
    "topics" TEXT[],
    "duties" TEXT[],
    "languages" TEXT[],
    "certainty" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "user_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "granted_by_id" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("user_id","member_id","role")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_failures" (
    "id" UUID NOT NULL,
    "email_hash" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "member_id" TEXT NOT NULL,
    "roles" TEXT[],
    "name" TEXT,
    "email" TEXT,
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debunks" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "current_version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "summary" TEXT NOT NULL,
    "topic_id" TEXT NOT NULL,
    "division_codes" TEXT[],
    "search_tokens" TEXT[],
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debunks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debunk_versions" (
    "id" UUID NOT NULL,
    "debunk_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "draft_version_id" UUID NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "correction_kind" TEXT,
    "correction_note" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "debunk_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "divisions" (
    "code" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_code" TEXT,

    CONSTRAINT "divisions_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "default_urgency" TEXT NOT NULL,
    "lead_member_ids" TEXT[],
    "support_member_ids" TEXT[],
    "outlet_hints" TEXT[],
    "keywords" TEXT[],
    "local_agency_zh" TEXT NOT NULL,
    "local_agency_en" TEXT NOT NULL,
    "single_source_rule" TEXT,
    "note" TEXT,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subtopics" (
    "topic_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "lead_member_ids" TEXT[],

    CONSTRAINT "subtopics_pkey" PRIMARY KEY ("topic_id","id")
);

-- CreateTable
CREATE TABLE "routes" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "division_code" TEXT NOT NULL,
    "lead_member_id" TEXT NOT NULL,
    "writer_member_id" TEXT NOT NULL,
    "platform_member_ids" TEXT[],
    "reasons" JSONB NOT NULL,
    "changed" BOOLEAN NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID NOT NULL,

    CONSTRAINT "routes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignments" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "instructions" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_by_id" UUID,
    "responded_at" TIMESTAMPTZ(3),
    "responded_by_id" UUID,
    "return_reason" TEXT,
    "done_at" TIMESTAMPTZ(3),
    "handed_from_id" UUID,

    CONSTRAINT "assignments_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "events_seq_key" ON "events"("seq");

-- CreateIndex
CREATE INDEX "events_claim_id_seq_idx" ON "events"("claim_id", "seq");

-- CreateIndex
CREATE INDEX "events_type_seq_idx" ON "events"("type", "seq" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "claims_number_key" ON "claims"("number");

-- CreateIndex
CREATE INDEX "claims_status_last_reported_at_id_idx" ON "claims"("status", "last_reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_last_reported_at_id_idx" ON "claims"("last_reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_topic_id_last_reported_at_id_idx" ON "claims"("topic_id", "last_reported_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "claims_search_tokens_idx" ON "claims" USING GIN ("search_tokens");

-- CreateIndex
CREATE INDEX "claims_merged_into_id_idx" ON "claims"("merged_into_id");

-- CreateIndex
CREATE INDEX "claim_places_division_code_idx" ON "claim_places"("division_code");

-- CreateIndex
CREATE INDEX "claim_reports_claim_id_added_at_idx" ON "claim_reports"("claim_id", "added_at" DESC);

-- CreateIndex
CREATE INDEX "endpoints_member_id_idx" ON "endpoints"("member_id");

-- CreateIndex
CREATE INDEX "deliveries_endpoint_id_created_at_id_idx" ON "deliveries"("endpoint_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_debunk_version_id_endpoint_id_key" ON "deliveries"("debunk_version_id", "endpoint_id");

-- CreateIndex
CREATE INDEX "drafts_status_updated_at_id_idx" ON "drafts"("status", "updated_at", "id");

-- CreateIndex
CREATE INDEX "drafts_claim_id_idx" ON "drafts"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "draft_versions_draft_id_number_key" ON "draft_versions"("draft_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "draft_versions_id_writer_id_key" ON "draft_versions"("id", "writer_id");

-- CreateIndex
CREATE INDEX "reviews_draft_id_reviewed_at_idx" ON "reviews"("draft_id", "reviewed_at");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_draft_version_id_stage_key" ON "reviews"("draft_version_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_draft_version_id_reviewer_id_key" ON "reviews"("draft_version_id", "reviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "reports_receipt_hash_key" ON "reports"("receipt_hash");

-- CreateIndex
CREATE UNIQUE INDEX "reports_idempotency_hash_key" ON "reports"("idempotency_hash");

-- CreateIndex
CREATE INDEX "reports_submitted_at_id_idx" ON "reports"("submitted_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "evidence_claim_id_added_at_idx" ON "evidence"("claim_id", "added_at");

-- CreateIndex
CREATE INDEX "findings_claim_id_found_at_idx" ON "findings"("claim_id", "found_at" DESC);

-- CreateIndex
CREATE INDEX "reply_requests_claim_id_idx" ON "reply_requests"("claim_id");

-- CreateIndex
CREATE INDEX "members_division_code_idx" ON "members"("division_code");

-- CreateIndex
CREATE INDEX "members_kind_idx" ON "members"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "memberships_member_id_idx" ON "memberships"("member_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_failures_email_hash_at_idx" ON "sign_in_failures"("email_hash", "at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_member_id_created_at_idx" ON "invitations"("member_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "debunks_claim_id_key" ON "debunks"("claim_id");

-- CreateIndex
CREATE UNIQUE INDEX "debunks_slug_key" ON "debunks"("slug");

-- CreateIndex
CREATE INDEX "debunks_published_at_id_idx" ON "debunks"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "debunks_topic_id_published_at_id_idx" ON "debunks"("topic_id", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "debunks_verdict_published_at_id_idx" ON "debunks"("verdict", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "debunks_division_codes_idx" ON "debunks" USING GIN ("division_codes");

-- CreateIndex
CREATE INDEX "debunks_search_tokens_idx" ON "debunks" USING GIN ("search_tokens");

-- CreateIndex
CREATE INDEX "debunk_versions_correction_kind_published_at_id_idx" ON "debunk_versions"("correction_kind", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "debunk_versions_debunk_id_number_key" ON "debunk_versions"("debunk_id", "number");

-- CreateIndex
CREATE INDEX "divisions_parent_code_idx" ON "divisions"("parent_code");

-- CreateIndex
CREATE INDEX "routes_claim_id_confirmed_at_idx" ON "routes"("claim_id", "confirmed_at" DESC);

-- CreateIndex
CREATE INDEX "assignments_member_id_status_offered_at_id_idx" ON "assignments"("member_id", "status", "offered_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "assignments_claim_id_idx" ON "assignments"("claim_id");

-- AddForeignKey
ALTER TABLE "reaction_runs" ADD CONSTRAINT "reaction_runs_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_subtopic_fkey" FOREIGN KEY ("topic_id", "subtopic_id") REFERENCES "subtopics"("topic_id", "id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "claims"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claims" ADD CONSTRAINT "claims_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "debunks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_places" ADD CONSTRAINT "claim_places_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_places" ADD CONSTRAINT "claim_places_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_reports" ADD CONSTRAINT "claim_reports_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_reports" ADD CONSTRAINT "claim_reports_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "endpoints"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_debunk_version_id_fkey" FOREIGN KEY ("debunk_version_id") REFERENCES "debunk_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_versions" ADD CONSTRAINT "draft_versions_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "drafts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_draft_version_id_writer_id_fkey" FOREIGN KEY ("draft_version_id", "writer_id") REFERENCES "draft_versions"("id", "writer_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reports" ADD CONSTRAINT "reports_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_contacts" ADD CONSTRAINT "report_contacts_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "findings" ADD CONSTRAINT "findings_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_requests" ADD CONSTRAINT "reply_requests_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_division_code_fkey" FOREIGN KEY ("division_code") REFERENCES "divisions"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "members"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debunks" ADD CONSTRAINT "debunks_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debunks" ADD CONSTRAINT "debunks_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debunk_versions" ADD CONSTRAINT "debunk_versions_debunk_id_fkey" FOREIGN KEY ("debunk_id") REFERENCES "debunks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debunk_versions" ADD CONSTRAINT "debunk_versions_draft_version_id_fkey" FOREIGN KEY ("draft_version_id") REFERENCES "draft_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "divisions" ADD CONSTRAINT "divisions_parent_code_fkey" FOREIGN KEY ("parent_code") REFERENCES "divisions"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subtopics" ADD CONSTRAINT "subtopics_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_lead_member_id_fkey" FOREIGN KEY ("lead_member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routes" ADD CONSTRAINT "routes_writer_member_id_fkey" FOREIGN KEY ("writer_member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_handed_from_id_fkey" FOREIGN KEY ("handed_from_id") REFERENCES "assignments"("id") ON DELETE SET NULL ON UPDATE CASCADE;
