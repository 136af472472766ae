-- A correction can be abandoned: it is in work no longer, and another one can be opened.
ALTER TABLE drafts DROP CONSTRAINT drafts_status;
ALTER TABLE drafts ADD CONSTRAINT drafts_status CHECK (status IN
  ('writing', 'review-1', 'review-2', 'review-3', 'approved', 'published', 'abandoned'));
ALTER TABLE drafts ADD CONSTRAINT drafts_abandoned CHECK (status <> 'abandoned' OR kind <> 'initial');
DROP INDEX drafts_one_open;
CREATE UNIQUE INDEX drafts_one_open ON drafts (claim_id) WHERE status NOT IN ('published', 'abandoned');
