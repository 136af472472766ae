-- The queue reads past nothing that detectors kept apart, however much that is.
CREATE INDEX claims_in_queue ON claims (last_reported_at DESC, id DESC) WHERE suspicion IS NULL;
CREATE INDEX claims_new_in_queue ON claims (last_reported_at DESC, id DESC)
  WHERE suspicion IS NULL AND status = 'received';

-- One text that was sent many times into one claim.
CREATE INDEX claim_reports_repeated ON claim_reports (claim_id, template, added_at) WHERE template IS NOT NULL;
