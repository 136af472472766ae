-- A wait for evidence ends with the work: a claim that is published or closed waits for nothing.
UPDATE clocks SET stopped_at = CURRENT_TIMESTAMP, stop_reason = 'done', pause_reason = NULL
WHERE pause_reason = 'waiting-evidence' AND stopped_at IS NULL AND claim_id IN (
  SELECT id FROM claims WHERE status NOT IN
    ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1', 'review-2', 'review-3'));
UPDATE claims SET side_state = NULL, side_reason = NULL, side_since = NULL
WHERE side_state IS NOT NULL AND status NOT IN
  ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1', 'review-2', 'review-3');
ALTER TABLE claims ADD CONSTRAINT claims_side_state_ends CHECK (side_state IS NULL OR status IN
  ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1', 'review-2', 'review-3'));
