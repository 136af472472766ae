-- A label that platforms may put on what carries a claim: one for each version of a notice, said once and for good.
CREATE TABLE "labels" (
    "id" UUID NOT NULL,
    "debunk_version_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "action" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "supersedes_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "labels_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "labels_debunk_version_id_key" ON "labels"("debunk_version_id");
CREATE UNIQUE INDEX "labels_seq_key" ON "labels"("seq");
CREATE UNIQUE INDEX "labels_supersedes_id_key" ON "labels"("supersedes_id");
CREATE UNIQUE INDEX "labels_id_action_key" ON "labels"("id", "action");
ALTER TABLE "labels" ADD CONSTRAINT "labels_debunk_version_id_fkey" FOREIGN KEY ("debunk_version_id") REFERENCES "debunk_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "labels" ADD CONSTRAINT "labels_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "labels"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE labels ADD CONSTRAINT labels_action CHECK (action IN ('label', 'revoke'));
ALTER TABLE labels ADD CONSTRAINT labels_revokes_one CHECK (action = 'label' OR supersedes_id IS NOT NULL);
ALTER TABLE labels ADD CONSTRAINT labels_not_itself CHECK (supersedes_id <> id);
ALTER TABLE labels ADD CONSTRAINT labels_payload CHECK (octet_length(payload) < 20000);
CREATE TRIGGER labels_immutable BEFORE UPDATE OR DELETE ON labels FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a platform made of a label. It may answer again: the highest number holds, the others stay. Nobody answers a revocation.
CREATE TABLE "label_answers" (
    "id" UUID NOT NULL,
    "label_id" UUID NOT NULL,
    "action" TEXT NOT NULL DEFAULT 'label',
    "member_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "marked" INTEGER,
    "reason" TEXT,
    "api_key_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "label_answers_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "label_answers_label_id_member_id_number_key" ON "label_answers"("label_id", "member_id", "number");
ALTER TABLE "label_answers" ADD CONSTRAINT "label_answers_label_id_action_fkey" FOREIGN KEY ("label_id", "action") REFERENCES "labels"("id", "action") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "label_answers" ADD CONSTRAINT "label_answers_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "label_answers" ADD CONSTRAINT "label_answers_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE label_answers ADD CONSTRAINT label_answers_action CHECK (action = 'label');
ALTER TABLE label_answers ADD CONSTRAINT label_answers_number CHECK (number >= 1);
ALTER TABLE label_answers ADD CONSTRAINT label_answers_outcome CHECK (outcome IN ('labelled', 'declined', 'no-match'));
ALTER TABLE label_answers ADD CONSTRAINT label_answers_marked CHECK ((outcome = 'labelled') = (marked IS NOT NULL) AND marked >= 1);
ALTER TABLE label_answers ADD CONSTRAINT label_answers_reason
  CHECK ((outcome = 'declined') = (reason IS NOT NULL) AND reason <> '' AND char_length(reason) <= 1000);
CREATE TRIGGER label_answers_immutable BEFORE UPDATE OR DELETE ON label_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();
