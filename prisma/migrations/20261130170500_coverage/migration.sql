-- How a member came to have what was laid ready for it: its webhook took it, its program fetched it, its people said so, or it
-- has republished it.
ALTER TABLE "deliveries" ADD COLUMN "received_by" TEXT;
UPDATE deliveries SET received_by = CASE
  WHEN EXISTS (SELECT FROM events WHERE type = 'delivery.received' AND subject_id = deliveries.id::text) THEN 'person'
  WHEN EXISTS (
    SELECT FROM endpoints own JOIN endpoints hook ON hook.member_id = own.member_id AND hook.kind = 'webhook'
      JOIN deliveries taken ON taken.endpoint_id = hook.id AND taken.debunk_version_id = deliveries.debunk_version_id
    WHERE own.id = deliveries.endpoint_id AND taken.sent_at IS NOT NULL) THEN 'webhook'
  ELSE 'program' END
WHERE received_at IS NOT NULL;
ALTER TABLE deliveries ADD CONSTRAINT deliveries_received_by
  CHECK ((received_at IS NULL) = (received_by IS NULL) AND received_by IN ('webhook', 'program', 'person', 'republished'));
-- What of late nobody has said they have: who is silent. What is sent has a time when it is due, and says by itself.
CREATE INDEX deliveries_silent ON deliveries (created_at) WHERE received_at IS NULL AND due_at IS NULL;
-- When a member gave its last sign.
CREATE INDEX deliveries_received ON deliveries (endpoint_id, received_at) WHERE received_at IS NOT NULL;

-- A member may give nothing but the address: then the page is opened, and the version is the one that was found there.
ALTER TABLE "adoptions"
  ALTER COLUMN "version" DROP NOT NULL,
  ADD COLUMN "is_looked_at" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "told_by_id" UUID,
  ADD COLUMN "seen_at" TIMESTAMPTZ(3),
  ADD COLUMN "missed_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
  ADD COLUMN "withdrawn_by_id" UUID;
ALTER TABLE "adoptions" ADD CONSTRAINT "adoptions_debunk_id_fkey" FOREIGN KEY ("debunk_id") REFERENCES "debunks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- Without a look only a version that was told says what stands there.
ALTER TABLE adoptions ADD CONSTRAINT adoptions_version_known CHECK (version IS NOT NULL OR is_looked_at);
ALTER TABLE adoptions ADD CONSTRAINT adoptions_seen
  CHECK ((seen_at IS NULL OR version IS NOT NULL) AND (missed_at IS NULL OR is_looked_at));
ALTER TABLE adoptions ADD CONSTRAINT adoptions_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by_id IS NULL));
-- Where a notice stands: what was taken back, and what is no longer found there, does not count.
CREATE INDEX adoptions_carried ON adoptions (debunk_id, member_id) WHERE version IS NOT NULL AND withdrawn_at IS NULL AND missed_at IS NULL;
-- A member's own list, the newest first.
CREATE INDEX "adoptions_member_id_debunk_id_idx" ON "adoptions"("member_id", "debunk_id");
-- Notices that have changed: whoever shows an older version of them is looked for among these.
CREATE INDEX debunks_changed ON debunks (id) WHERE current_version > 1;

-- One look at a page of a member for each version of the notice: tried again like everything that goes outside.
CREATE TABLE "page_looks" (
    "id" UUID NOT NULL,
    "adoption_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "error" TEXT,

    CONSTRAINT "page_looks_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "page_looks_adoption_id_version_key" ON "page_looks"("adoption_id", "version");
ALTER TABLE "page_looks" ADD CONSTRAINT "page_looks_adoption_id_fkey" FOREIGN KEY ("adoption_id") REFERENCES "adoptions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE page_looks ADD CONSTRAINT page_looks_version CHECK (version >= 1);
ALTER TABLE page_looks ADD CONSTRAINT page_looks_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE page_looks ADD CONSTRAINT page_looks_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE page_looks ADD CONSTRAINT page_looks_error CHECK (length(error) <= 60);
-- What is to be looked at next.
CREATE INDEX page_looks_due ON page_looks (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- A letter to a member that says all it is silent about: one a day, whoever or whatever asks for it.
CREATE TABLE "reminders" (
    "id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "error" TEXT,

    CONSTRAINT "reminders_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "reminders_member_id_day_key" ON "reminders"("member_id", "day");
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE reminders ADD CONSTRAINT reminders_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE reminders ADD CONSTRAINT reminders_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE reminders ADD CONSTRAINT reminders_error CHECK (length(error) <= 60);
-- A letter leaves on its day: one that could not would be the second of the next.
ALTER TABLE reminders ADD CONSTRAINT reminders_on_their_day CHECK ((sent_at AT TIME ZONE 'Asia/Shanghai')::date = day);
-- What is to be sent next.
CREATE INDEX reminders_due ON reminders (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- Somebody has asked those who still show an older version to replace it.
CREATE TABLE "recalls" (
    "id" UUID NOT NULL,
    "debunk_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "recalls_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "recalls_debunk_id_version_at_idx" ON "recalls"("debunk_id", "version", "at");
ALTER TABLE "recalls" ADD CONSTRAINT "recalls_debunk_id_version_fkey" FOREIGN KEY ("debunk_id", "version") REFERENCES "debunk_versions"("debunk_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER recalls_immutable BEFORE UPDATE OR DELETE ON recalls FOR EACH ROW EXECUTE FUNCTION refuse_change();
