ALTER TABLE "reaction_runs"
  ALTER COLUMN "ran_at" DROP NOT NULL,
  ADD COLUMN "attempts" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "tried_at" TIMESTAMPTZ(3),
  ADD COLUMN "error" TEXT,
  ADD COLUMN "gave_up_at" TIMESTAMPTZ(3);

-- A reaction has run, or it was tried in vain; it is not given up when it has run.
ALTER TABLE reaction_runs ADD CONSTRAINT reaction_runs_known CHECK (ran_at IS NOT NULL OR tried_at IS NOT NULL);
ALTER TABLE reaction_runs ADD CONSTRAINT reaction_runs_ended_once CHECK (ran_at IS NULL OR gave_up_at IS NULL);
ALTER TABLE reaction_runs ADD CONSTRAINT reaction_runs_attempts CHECK (attempts >= 0);

-- Few, whatever has happened: what has not run yet, and what is not tried any more.
CREATE INDEX reaction_runs_open ON reaction_runs (tried_at) WHERE ran_at IS NULL AND gave_up_at IS NULL;
CREATE INDEX reaction_runs_given_up ON reaction_runs (gave_up_at DESC) WHERE gave_up_at IS NOT NULL;
