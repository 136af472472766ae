CREATE TABLE "clocks" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "assignment_id" UUID,
    "kind" TEXT NOT NULL,
    "calendar" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "budget_ms" BIGINT NOT NULL,
    "used_ms" BIGINT NOT NULL DEFAULT 0,
    "running_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "stopped_at" TIMESTAMPTZ(3),
    "stop_reason" TEXT,
    "level" SMALLINT NOT NULL DEFAULT 0,

    CONSTRAINT "clocks_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "calendar_days" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "calendar_days_pkey" PRIMARY KEY ("day")
);

CREATE INDEX "clocks_claim_id_idx" ON "clocks"("claim_id");

ALTER TABLE "clocks" ADD CONSTRAINT "clocks_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "clocks" ADD CONSTRAINT "clocks_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE calendar_days ADD CONSTRAINT calendar_days_kind CHECK (kind IN ('workday', 'holiday'));

ALTER TABLE clocks ADD CONSTRAINT clocks_kind CHECK (kind IN
  ('triage', 'acknowledge', 'first-word', 'verdict', 'objection'));
-- A claim has its triage and its first public word, a member's work its answer to the offer; both have a verdict.
ALTER TABLE clocks ADD CONSTRAINT clocks_of CHECK (
  (kind <> 'acknowledge' OR assignment_id IS NOT NULL) AND (kind NOT IN ('triage', 'first-word') OR assignment_id IS NULL));
ALTER TABLE clocks ADD CONSTRAINT clocks_calendar CHECK (calendar IN ('always', 'working'));
ALTER TABLE clocks ADD CONSTRAINT clocks_amounts CHECK (budget_ms >= 0 AND used_ms >= 0);
ALTER TABLE clocks ADD CONSTRAINT clocks_level CHECK (level BETWEEN 0 AND 3);
-- It runs and is due, or is paused with a reason, or has stopped with one.
ALTER TABLE clocks ADD CONSTRAINT clocks_state CHECK (
  num_nonnulls(running_since, pause_reason, stopped_at) = 1
  AND (due_at IS NULL) = (running_since IS NULL)
  AND (stop_reason IS NULL) = (stopped_at IS NULL));
ALTER TABLE clocks ADD CONSTRAINT clocks_pause_reason CHECK (pause_reason IN ('kept-apart', 'waiting-evidence'));
ALTER TABLE clocks ADD CONSTRAINT clocks_stop_reason CHECK (stop_reason IN
  ('done', 'closed', 'merged', 'lowered', 'returned', 'handed-over', 'withdrawn'));

-- One that goes on for each thing of a claim, and of a member's work.
CREATE UNIQUE INDEX clocks_one_of_claim ON clocks (claim_id, kind) WHERE assignment_id IS NULL AND stopped_at IS NULL;
CREATE UNIQUE INDEX clocks_one_of_work ON clocks (assignment_id, kind) WHERE assignment_id IS NOT NULL AND stopped_at IS NULL;
-- What is due: the desk's overdue view and its count.
CREATE INDEX clocks_due ON clocks (due_at) INCLUDE (claim_id, assignment_id, kind) WHERE due_at IS NOT NULL;
