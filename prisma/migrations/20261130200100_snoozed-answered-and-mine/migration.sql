-- Who at the platform desk decided last about a claim; that a sender has answered since; until when somebody put it off.
ALTER TABLE claims
  ADD COLUMN decided_by_id UUID,
  ADD COLUMN replied_at TIMESTAMPTZ(3),
  ADD COLUMN snoozed_until TIMESTAMPTZ(3);
ALTER TABLE "claims" ADD CONSTRAINT "claims_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "claims_decided_by_id_order_class_order_at_id_idx" ON "claims"("decided_by_id", "order_class", "order_at", "id");

UPDATE claims SET decided_by_id = last.actor_user_id
FROM (
  SELECT DISTINCT ON (claim_id) claim_id, actor_user_id FROM events
  WHERE actor_kind = 'person' AND actor_role IN ('moderator', 'duty-editor') AND type IN (
    'claim.triaged', 'claim.triage-undone', 'claim.revised', 'claim.closed', 'claim.merged', 'claim.reopened', 'claim.released',
    'claim.waiting', 'claim.resumed', 'route.confirmed', 'route.undone')
  ORDER BY claim_id, seq DESC) last
WHERE last.claim_id = claims.id AND EXISTS (SELECT FROM users WHERE id = last.actor_user_id);

UPDATE claims SET replied_at = told.at
FROM (
  SELECT claim.shared_id AS id, max(message.at) AS at
  FROM report_messages message
  JOIN claim_reports membership ON membership.report_id = message.report_id
  JOIN claims claim ON claim.id = membership.claim_id
  WHERE message.author = 'citizen'
    AND NOT EXISTS (
      SELECT FROM report_messages later
      WHERE later.report_id = message.report_id AND later.author = 'desk' AND later.at > message.at)
    AND NOT EXISTS (
      SELECT FROM events
      WHERE events.claim_id = claim.shared_id AND actor_kind = 'person' AND actor_role IN ('moderator', 'duty-editor')
        AND type LIKE 'claim.%' AND events.at > message.at)
  GROUP BY claim.shared_id) told
WHERE told.id = claims.id;
CREATE INDEX claims_answered ON claims (order_class, order_at, id) WHERE order_at IS NOT NULL AND replied_at IS NOT NULL;

-- What is put off comes back when it is overdue, if that is earlier.
ALTER TABLE claims ADD COLUMN hidden_until TIMESTAMPTZ(3) GENERATED ALWAYS AS (
  CASE WHEN snoozed_until IS NOT NULL THEN least(snoozed_until, due_at) END) STORED;
CREATE INDEX claims_snoozed ON claims (order_class, order_at, id) WHERE order_at IS NOT NULL AND hidden_until IS NOT NULL;

-- Each time that somebody puts a claim off: why, and how many asked then.
CREATE TABLE "snoozes" (
    "id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "by_user_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "snoozes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "snoozes_claim_id_at_idx" ON "snoozes"("claim_id", "at" DESC);
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "snoozes" ADD CONSTRAINT "snoozes_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE snoozes ADD CONSTRAINT snoozes_until CHECK (until > at AND until <= at + interval '8 days');
ALTER TABLE snoozes ADD CONSTRAINT snoozes_reason CHECK (reason <> '' AND length(reason) <= 300);
CREATE TRIGGER snoozes_immutable BEFORE UPDATE OR DELETE ON snoozes FOR EACH ROW EXECUTE FUNCTION refuse_change();
