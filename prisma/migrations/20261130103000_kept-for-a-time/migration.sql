-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "original_dropped_at" TIMESTAMPTZ(3);

-- Which reports still have their words: the sweep reads no others.
CREATE INDEX reports_with_words ON reports (submitted_at) WHERE text <> '〔原文已隐去〕';
CREATE INDEX report_messages_with_words ON report_messages (at) WHERE text <> '〔原文已隐去〕';
-- Which originals are still there.
CREATE INDEX uploads_with_originals ON uploads (created_at) WHERE original_dropped_at IS NULL AND dropped_at IS NULL;

-- The one way to take the words out of an old report: what it says, and what was written about it until `before`, gives way to
-- marks, and nothing else changes. It runs with the rights of the owner, for nobody else may change what a citizen wrote.
CREATE FUNCTION anonymise_report(of_report uuid, before timestamptz, at timestamptz, redaction_ids uuid[], event_id uuid)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  mark constant text := '〔原文已隐去〕';
  message uuid;
  used integer := 0;
BEGIN
  -- Two workers take turns.
  PERFORM FROM reports WHERE id = of_report FOR UPDATE;
  IF EXISTS (SELECT FROM reports WHERE id = of_report AND text <> mark AND submitted_at < before) THEN
    used := 1;
    INSERT INTO text_redactions (id, report_id, removed, at)
      VALUES (redaction_ids[1], of_report, '{}', anonymise_report.at);
    UPDATE reports SET text = mark, note = CASE WHEN note IS NOT NULL THEN '〔附言已隐去〕' END,
      urls = ARRAY(SELECT '〔链接已隐去〕' FROM unnest(urls)) WHERE id = of_report;
  END IF;
  FOR message IN
    SELECT id FROM report_messages WHERE report_id = of_report AND text <> mark AND report_messages.at < before
  LOOP
    -- What was added meanwhile is for the next time.
    EXIT WHEN used = cardinality(redaction_ids);
    used := used + 1;
    INSERT INTO text_redactions (id, message_id, removed, at)
      VALUES (redaction_ids[used], message, '{}', anonymise_report.at);
    UPDATE report_messages SET text = mark WHERE id = message;
  END LOOP;
  IF used > 0 THEN
    INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
    SELECT event_id, 'report.anonymised', anonymise_report.at, 'system',
      (SELECT claim_id FROM claim_reports WHERE report_id = of_report), of_report::text, '{}';
  END IF;
END $$;
-- A table that its caller makes for the session cannot stand in for one of these.
DO $$ BEGIN
  EXECUTE format('ALTER FUNCTION anonymise_report(uuid, timestamptz, timestamptz, uuid[], uuid)
    SET search_path = %I, pg_temp', current_schema());
END $$;
