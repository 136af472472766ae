-- What the worker guesses of a claim that nobody has accepted yet, and of how many reports it has read it: beside what people
-- choose, never in its place. A guess that names what there is no longer is no guess.
ALTER TABLE claims
  ADD COLUMN guessed_topic_id TEXT,
  ADD COLUMN guessed_urgency TEXT,
  ADD COLUMN guessed_places TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN guessed_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD CONSTRAINT claims_guessed_urgency CHECK (guessed_urgency IN ('P0', 'P1', 'P2', 'P3'));
ALTER TABLE claims ADD CONSTRAINT claims_guessed_from CHECK (guessed_from >= 0);
-- Whose guess is still to be made, or was made of half of the reports.
CREATE INDEX claims_to_guess ON claims (last_reported_at DESC)
  WHERE status = 'received' AND suspicion IS NULL AND report_count >= 2 * guessed_from;

-- Until somebody has decided how urgent a claim is, it stands where it would if it is as urgent as it reads.
ALTER TABLE claims ADD COLUMN order_class TEXT NOT NULL GENERATED ALWAYS AS (
  CASE WHEN status = 'received' THEN least(urgency, guessed_urgency) ELSE urgency END) STORED;

-- The order in which somebody has to act: by urgency, then by one time, the earliest due time of the claim's triage and verdict,
-- brought forward by a quarter of an hour for each doubling of those who asked in the last hour. What no clock runs for comes
-- last; what nobody waits for, or is kept apart, has no such time. The open states are those of lib/claims/status.ts.
ALTER TABLE claims ADD COLUMN due_at TIMESTAMPTZ(3), ADD COLUMN asked_lately INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claims ADD CONSTRAINT claims_asked_lately CHECK (asked_lately >= 0);

UPDATE claims SET due_at = due.at
FROM (
  SELECT claim_id, min(due_at) AS at FROM clocks
  WHERE assignment_id IS NULL AND kind IN ('triage', 'verdict') AND due_at IS NOT NULL GROUP BY claim_id) due
WHERE due.claim_id = claims.id;

-- By way of UTC, where a sum of times depends on no setting.
ALTER TABLE claims ADD COLUMN order_at TIMESTAMPTZ(3) GENERATED ALWAYS AS (
  CASE WHEN suspicion IS NULL AND status IN
    ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1', 'review-2', 'review-3')
  THEN (coalesce(due_at AT TIME ZONE 'UTC', TIMESTAMP '9999-01-01')
    - make_interval(secs => round(900 * ln(1 + asked_lately) / ln(2)))) AT TIME ZONE 'UTC' END) STORED;

-- The earliest due time follows the clocks, whoever changes them. The claim is held before its clocks are read: of two changes at
-- once the second sees what the first has left.
CREATE FUNCTION keep_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM claims WHERE id IN (SELECT claim_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  WITH due AS (
    SELECT claim_id AS id, (
      SELECT min(due_at) FROM clocks
      WHERE clocks.claim_id = one.claim_id AND assignment_id IS NULL AND kind IN ('triage', 'verdict')) AS at
    FROM (SELECT DISTINCT claim_id FROM changed) one)
  UPDATE claims SET due_at = due.at FROM due WHERE claims.id = due.id AND claims.due_at IS DISTINCT FROM due.at;
  RETURN NULL;
END $$;
CREATE TRIGGER clocks_due_inserted AFTER INSERT ON clocks REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_due();
CREATE TRIGGER clocks_due_updated AFTER UPDATE ON clocks REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_due();
CREATE TRIGGER clocks_due_deleted AFTER DELETE ON clocks REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION keep_due();
-- A clock stays with its claim, so that no claim keeps the due time of one that left it.
CREATE FUNCTION refuse_other_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a clock stays with its claim' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER clocks_of_one_claim BEFORE UPDATE ON clocks
  FOR EACH ROW WHEN (OLD.claim_id <> NEW.claim_id) EXECUTE FUNCTION refuse_other_claim();

-- The views in which somebody has to act, in their order.
CREATE INDEX claims_in_order ON claims (order_class, order_at, id) WHERE order_at IS NOT NULL;
CREATE INDEX claims_new_in_order ON claims (order_class, order_at, id) WHERE order_at IS NOT NULL AND status = 'received';
-- What is overdue, and how many.
CREATE INDEX claims_due ON claims (due_at) WHERE order_at IS NOT NULL;
-- Whose number of those who ask has to fall again.
CREATE INDEX claims_asked_lately ON claims (id) WHERE asked_lately > 0;
-- Who asked in the last hour.
CREATE INDEX "askings_at_idx" ON "askings"("at");
DROP INDEX claims_new_in_queue;
DROP INDEX clocks_due;
