-- What was promised stays promised: each due time becomes a clock that counts every hour from its start to that time,
-- until the class of the claim is changed.
CREATE FUNCTION pg_temp.milliseconds(later timestamptz, earlier timestamptz) RETURNS bigint LANGUAGE sql AS
  $$ SELECT greatest(0, extract(epoch FROM later - earlier) * 1000)::bigint $$;

WITH lives AS (
  SELECT id, created_at, suspicion, side_since, updated_at,
    side_state = 'waiting-evidence' IS TRUE AS waiting, status = 'received' AS received,
    CASE WHEN status = 'duplicate' THEN 'merged' WHEN closed_at IS NOT NULL THEN 'closed' END AS closing,
    closed_from, closed_at, triage_due_at, first_word_due_at, verdict_due_at,
    (SELECT min(at) FROM events WHERE claim_id = claims.id AND type = 'claim.triaged') AS triaged_at,
    CASE WHEN status IN ('published', 'corrected', 'retracted')
      THEN coalesce((SELECT published_at FROM debunks WHERE claim_id = claims.id), updated_at) END AS published_at
  FROM claims
), due AS (
  SELECT lives.*, kind, due_at,
    CASE WHEN kind <> 'triage' THEN coalesce(closed_at, published_at)
      WHEN closed_from = 'received' THEN closed_at
      WHEN NOT received THEN coalesce(triaged_at, published_at, closed_at, updated_at) END AS stopped_at,
    CASE WHEN kind <> 'triage' OR closed_from = 'received' THEN coalesce(closing, 'done') ELSE 'done' END AS stop_reason
  FROM lives, LATERAL (VALUES ('triage', triage_due_at), ('first-word', first_word_due_at), ('verdict', verdict_due_at))
    AS promised (kind, due_at)
  WHERE due_at IS NOT NULL
), states AS (
  SELECT due.*, CASE WHEN stopped_at IS NOT NULL THEN 'stopped' WHEN suspicion IS NOT NULL THEN 'kept-apart'
    WHEN waiting THEN 'waiting-evidence' ELSE 'running' END AS state
  FROM due
)
INSERT INTO clocks (id, claim_id, kind, calendar, started_at, budget_ms, used_ms, running_since, due_at, pause_reason,
  stopped_at, stop_reason)
SELECT gen_random_uuid(), id, kind, 'always', created_at, pg_temp.milliseconds(due_at, created_at),
  CASE state WHEN 'stopped' THEN pg_temp.milliseconds(stopped_at, created_at)
    WHEN 'waiting-evidence' THEN pg_temp.milliseconds(side_since, created_at) ELSE 0 END,
  CASE state WHEN 'running' THEN created_at END,
  CASE state WHEN 'running' THEN due_at END,
  CASE WHEN state IN ('kept-apart', 'waiting-evidence') THEN state END,
  stopped_at,
  CASE state WHEN 'stopped' THEN stop_reason END
FROM states;

WITH states AS (
  SELECT work.*, side_since, side_state = 'waiting-evidence' IS TRUE AS waiting,
    CASE WHEN work.status NOT IN ('offered', 'accepted')
      THEN coalesce(done_at, responded_at, offered_at) END AS stopped_at
  FROM assignments work JOIN claims ON claims.id = work.claim_id
  WHERE due_at IS NOT NULL
)
INSERT INTO clocks (id, claim_id, assignment_id, kind, calendar, started_at, budget_ms, used_ms, running_since, due_at,
  pause_reason, stopped_at, stop_reason)
SELECT gen_random_uuid(), claim_id, id, 'verdict', 'always', offered_at, pg_temp.milliseconds(due_at, offered_at),
  CASE WHEN stopped_at IS NOT NULL THEN pg_temp.milliseconds(stopped_at, offered_at)
    WHEN waiting THEN pg_temp.milliseconds(side_since, offered_at) ELSE 0 END,
  CASE WHEN stopped_at IS NULL AND NOT waiting THEN offered_at END,
  CASE WHEN stopped_at IS NULL AND NOT waiting THEN due_at END,
  CASE WHEN stopped_at IS NULL AND waiting THEN 'waiting-evidence' END,
  stopped_at,
  CASE WHEN stopped_at IS NOT NULL THEN status END
FROM states;

ALTER TABLE claims DROP COLUMN triage_due_at, DROP COLUMN first_word_due_at, DROP COLUMN verdict_due_at;
ALTER TABLE assignments DROP COLUMN due_at;
