-- When the next level is told that nobody has answered: a quarter, half, all of the time, by the clock's own calendar.
ALTER TABLE clocks ADD COLUMN escalates_at TIMESTAMPTZ(3);
-- What ran before anybody was told: once its time is over the duty editor is told, and what was over by then is known.
UPDATE clocks SET
  level = CASE WHEN due_at > CURRENT_TIMESTAMP THEN 2 ELSE 3 END,
  escalates_at = CASE WHEN due_at > CURRENT_TIMESTAMP THEN due_at END
WHERE running_since IS NOT NULL;
ALTER TABLE clocks ADD CONSTRAINT clocks_escalates CHECK (
  (escalates_at IS NULL) = (running_since IS NULL OR level = 3));
-- What is to be told, and the desk's list of what runs out next.
CREATE INDEX clocks_next ON clocks (escalates_at, id) WHERE escalates_at IS NOT NULL;
-- The desk's list of what is late.
CREATE INDEX clocks_late ON clocks (due_at, id) WHERE due_at IS NOT NULL;

-- Who was told that a clock runs out, each level once.
CREATE TABLE "escalations" (
    "id" UUID NOT NULL,
    "clock_id" UUID NOT NULL,
    "level" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "to_member_id" TEXT NOT NULL,

    CONSTRAINT "escalations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "escalations_clock_id_level_key" ON "escalations"("clock_id", "level");
CREATE INDEX "escalations_to_member_id_level_idx" ON "escalations"("to_member_id", "level");
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_clock_id_fkey" FOREIGN KEY ("clock_id") REFERENCES "clocks"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_to_member_id_fkey" FOREIGN KEY ("to_member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE escalations ADD CONSTRAINT escalations_level CHECK (level BETWEEN 1 AND 3);

-- Whom a member wants told when nobody there answers.
CREATE TABLE "second_contacts" (
    "member_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "second_contacts_pkey" PRIMARY KEY ("member_id", "user_id")
);
ALTER TABLE "second_contacts" ADD CONSTRAINT "second_contacts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "second_contacts" ADD CONSTRAINT "second_contacts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
