-- Every process that is searched holds the texts in its memory (lib/matching/search); the words need no columns.
-- DropIndex
DROP INDEX "claims_search_tokens_idx";

-- DropIndex
DROP INDEX "debunks_search_tokens_idx";

-- AlterTable
ALTER TABLE "claims" DROP COLUMN "search_tokens";

-- AlterTable
ALTER TABLE "debunks" DROP COLUMN "search_tokens";

DROP FUNCTION redact_stored(text, uuid, jsonb, text[], jsonb, timestamptz, uuid, uuid);

-- The owner's one way to redact what is stored: `of` names the kind of the row, `texts` are its columns as they should be.
-- The event makes every process that matches or is searched read the claim again.
CREATE FUNCTION redact_stored(of text, row_id uuid, texts jsonb, removed jsonb, at timestamptz,
  redaction_id uuid, event_id uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  concerned uuid;
BEGIN
  INSERT INTO text_redactions (id, report_id, message_id, claim_id, former_wording_id, removed, at)
  VALUES (redaction_id, CASE of WHEN 'report' THEN row_id END, CASE of WHEN 'message' THEN row_id END,
    CASE of WHEN 'claim' THEN row_id END, CASE of WHEN 'former-wording' THEN row_id END, removed, at);
  IF of = 'report' THEN
    UPDATE reports SET text = texts ->> 'text', note = texts ->> 'note',
      urls = ARRAY(SELECT jsonb_array_elements_text(texts -> 'urls')) WHERE id = row_id;
    SELECT claim_id INTO concerned FROM claim_reports WHERE report_id = row_id;
  ELSIF of = 'message' THEN
    UPDATE report_messages SET text = texts ->> 'text' WHERE id = row_id;
    SELECT claim_id INTO concerned FROM claim_reports JOIN report_messages USING (report_id)
      WHERE report_messages.id = row_id;
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
