-- AlterTable
ALTER TABLE "uploads" ADD COLUMN     "original_dropped_at" TIMESTAMPTZ(3);

-- Which reports still have their words: the sweep reads no others.
CREATE INDEX reports_with_words ON reports (submitted_at) WHERE text <> '〔原文已隐去〕';
-- Which originals are still there.
CREATE INDEX uploads_with_originals ON uploads (created_at) WHERE original_dropped_at IS NULL AND dropped_at IS NULL;

-- The one way to take the words out of an old report: its text, note, links and messages give way to marks, and nothing else
-- changes. It runs with the rights of the owner, for nobody else may change what a citizen wrote; false where nothing was left.
CREATE FUNCTION anonymise_report(of_report uuid, at timestamptz, redaction_ids uuid[], event_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  mark constant text := '〔原文已隐去〕';
  message record;
  used integer := 1;
BEGIN
  PERFORM FROM reports WHERE id = of_report AND text <> mark FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO text_redactions (id, report_id, removed, at) VALUES (redaction_ids[1], of_report, '{}', anonymise_report.at);
  UPDATE reports SET text = mark, note = CASE WHEN note IS NOT NULL THEN '〔附言已隐去〕' END,
    urls = ARRAY(SELECT '〔链接已隐去〕' FROM unnest(urls)) WHERE id = of_report;
  FOR message IN SELECT id FROM report_messages WHERE report_id = of_report AND text <> mark ORDER BY id LOOP
    used := used + 1;
    EXIT WHEN used > cardinality(redaction_ids);
    INSERT INTO text_redactions (id, message_id, removed, at)
      VALUES (redaction_ids[used], message.id, '{}', anonymise_report.at);
    UPDATE report_messages SET text = mark WHERE id = message.id;
  END LOOP;
  INSERT INTO events (id, type, at, actor_kind, claim_id, subject_id, data)
  SELECT event_id, 'report.anonymised', anonymise_report.at, 'system',
    (SELECT claim_id FROM claim_reports WHERE report_id = of_report), of_report::text, '{}';
  RETURN true;
END $$;
