-- What a review returned goes in again only when it was edited: each stage decides about a version once, and a text that
-- came back as it was would wait there for ever.
CREATE FUNCTION refuse_returned_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM reviews JOIN draft_versions version ON version.id = reviews.draft_version_id
    WHERE version.draft_id = NEW.id AND version.number = NEW.latest_version AND reviews.decision = 'returned'
  ) THEN
    RAISE EXCEPTION 'version % of draft % was returned and not edited since', NEW.latest_version, NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER drafts_edited_when_returned BEFORE UPDATE OF status ON drafts FOR EACH ROW
  WHEN (NEW.status = 'review-1' AND OLD.status <> 'review-1') EXECUTE FUNCTION refuse_returned_text();
