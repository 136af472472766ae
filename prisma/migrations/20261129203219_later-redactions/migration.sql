-- CreateTable
CREATE TABLE "former_wordings" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "wording" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_wordings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "text_redactions" (
    "id" UUID NOT NULL,
    "report_id" UUID,
    "message_id" UUID,
    "claim_id" UUID,
    "former_wording_id" UUID,
    "upload_id" UUID,
    "removed" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_redactions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "former_wordings_claim_id_replaced_at_idx" ON "former_wordings"("claim_id", "replaced_at");

-- CreateIndex
CREATE INDEX "text_redactions_report_id_idx" ON "text_redactions"("report_id");

-- CreateIndex
CREATE INDEX "text_redactions_message_id_idx" ON "text_redactions"("message_id");

-- CreateIndex
CREATE INDEX "text_redactions_claim_id_idx" ON "text_redactions"("claim_id");

-- CreateIndex
CREATE INDEX "text_redactions_former_wording_id_idx" ON "text_redactions"("former_wording_id");

-- CreateIndex
CREATE INDEX "text_redactions_upload_id_idx" ON "text_redactions"("upload_id");

-- AddForeignKey
ALTER TABLE "former_wordings" ADD CONSTRAINT "former_wordings_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_redactions" ADD CONSTRAINT "text_redactions_report_id_fkey" FOREIGN KEY ("report_id") REFERENCES "reports"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_redactions" ADD CONSTRAINT "text_redactions_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "report_messages"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_redactions" ADD CONSTRAINT "text_redactions_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_redactions" ADD CONSTRAINT "text_redactions_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload_texts"("upload_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "text_redactions" ADD CONSTRAINT "text_redactions_former_wording_id_fkey" FOREIGN KEY ("former_wording_id") REFERENCES "former_wordings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A later redaction is of one text.
ALTER TABLE text_redactions ADD CONSTRAINT text_redactions_subject CHECK (
  num_nonnulls(report_id, message_id, claim_id, former_wording_id, upload_id) = 1);
CREATE TRIGGER text_redactions_immutable BEFORE UPDATE OR DELETE ON text_redactions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The words of revised claims leave the log, in which nobody could take a name out, for rows of their own.
ALTER TABLE events DISABLE TRIGGER events_append_only;
WITH revised AS (
  SELECT id, gen_random_uuid() AS former, claim_id, data, at FROM events
  WHERE type = 'claim.revised' AND data ? 'wordingBefore'
), kept AS (
  INSERT INTO former_wordings (id, claim_id, wording, replaced_at)
  SELECT former, claim_id, data ->> 'wordingBefore', at FROM revised
)
UPDATE events SET data = revised.data - '{wordingBefore,wordingAfter}'::text[] || jsonb_build_object('former', revised.former)
FROM revised WHERE events.id = revised.id;
ALTER TABLE events ENABLE TRIGGER events_append_only;

-- Whether a text is another one in which nothing but spans gave way to the marks of lib/wording/redaction.ts.
CREATE FUNCTION only_redacted(before text, after text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT before IS NOT DISTINCT FROM after OR coalesce(before LIKE
    regexp_replace(regexp_replace(after, '([\\%_])', '\\\1', 'g'), '〔[^〔〕]{1,8}已隐去〕', '%', 'g'), false)
$$;

-- The texts of a row, which the trigger names, may be redacted when that is recorded in the same transaction; nothing
-- else of it ever changes.
CREATE FUNCTION refuse_all_but_redaction() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before jsonb := to_jsonb(OLD);
  after jsonb := to_jsonb(NEW);
  texts text;
BEGIN
  IF before - TG_ARGV <> after - TG_ARGV OR NOT EXISTS (
    SELECT FROM text_redactions
    WHERE OLD.id IN (report_id, message_id, former_wording_id) AND xmin = pg_current_xact_id()::xid)
  THEN
    RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOREACH texts IN ARRAY TG_ARGV LOOP
    IF NOT only_redacted(before ->> texts, after ->> texts) OR (
      jsonb_typeof(before -> texts) = 'array'
      AND jsonb_array_length(before -> texts) <> jsonb_array_length(after -> texts))
    THEN
      RAISE EXCEPTION '% of % may only be redacted', texts, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN NEW;
END $$;

-- The application may neither change nor delete these rows (grant_to_application looks for refuse_change).
DROP TRIGGER reports_immutable ON reports;
CREATE TRIGGER reports_immutable BEFORE DELETE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reports_redacted BEFORE UPDATE ON reports
  FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('text', 'note', 'urls');
DROP TRIGGER report_messages_immutable ON report_messages;
CREATE TRIGGER report_messages_immutable BEFORE DELETE ON report_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_messages_redacted BEFORE UPDATE ON report_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('text');
CREATE TRIGGER former_wordings_immutable BEFORE DELETE ON former_wordings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER former_wordings_redacted BEFORE UPDATE ON former_wordings
  FOR EACH ROW EXECUTE FUNCTION refuse_all_but_redaction('wording');

-- The owner's one way to redact what is stored: `of` names the kind of the row, `texts` are its columns as they should be.
-- The event makes every process that matches or is searched read the claim again.
CREATE FUNCTION redact_stored(of text, row_id uuid, texts jsonb, removed jsonb, at timestamptz,
  redaction_id uuid, event_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid;
BEGIN
  INSERT INTO text_redactions (id, report_id, message_id, claim_id, former_wording_id, upload_id, removed, at)
  VALUES (redaction_id, CASE of WHEN 'report' THEN row_id END, CASE of WHEN 'message' THEN row_id END,
    CASE of WHEN 'claim' THEN row_id END, CASE of WHEN 'former-wording' THEN row_id END,
    CASE of WHEN 'picture' THEN row_id END, removed, at);
  IF of = 'report' THEN
    UPDATE reports SET text = texts ->> 'text', note = texts ->> 'note',
      urls = ARRAY(SELECT jsonb_array_elements_text(texts -> 'urls')) WHERE id = row_id;
    SELECT claim_id INTO concerned FROM claim_reports WHERE report_id = row_id;
  ELSIF of = 'message' THEN
    UPDATE report_messages SET text = texts ->> 'text' WHERE id = row_id;
    SELECT claim_id INTO concerned FROM claim_reports JOIN report_messages USING (report_id)
      WHERE report_messages.id = row_id;
  ELSIF of = 'picture' THEN
    UPDATE upload_texts SET text = texts ->> 'text' WHERE upload_id = row_id;
    SELECT claim_id INTO concerned FROM claim_reports JOIN report_uploads USING (report_id) WHERE upload_id = row_id;
  ELSIF of = 'former-wording' THEN
    UPDATE former_wordings SET wording = texts ->> 'wording' WHERE id = row_id RETURNING claim_id INTO concerned;
  ELSE
    UPDATE claims SET wording = texts ->> 'wording', version = version + 1, updated_at = redact_stored.at WHERE id = row_id;
    concerned := row_id;
  END IF;
  INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
  VALUES (event_id, 'text.redacted', redact_stored.at, 'system', concerned, row_id::text,
    jsonb_build_object('text', of, 'removed', ARRAY(SELECT jsonb_object_keys(redact_stored.removed))));
END $$;
REVOKE EXECUTE ON FUNCTION redact_stored(text, uuid, jsonb, jsonb, timestamptz, uuid, uuid) FROM PUBLIC;
