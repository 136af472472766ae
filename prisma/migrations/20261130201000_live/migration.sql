-- Who has which claim open in a browser: shown, never a lock.
CREATE TABLE "presences" (
    "stream_id" UUID NOT NULL,
    "claim_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presences_pkey" PRIMARY KEY ("stream_id", "claim_id")
);
CREATE INDEX "presences_claim_id_idx" ON "presences"("claim_id");
CREATE INDEX "presences_seen_at_idx" ON "presences"("seen_at");
ALTER TABLE "presences" ADD CONSTRAINT "presences_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "presences" ADD CONSTRAINT "presences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE presences ADD CONSTRAINT presences_seen_after CHECK (seen_at >= since);

-- What the desks' open pages hear of (lib/web/live). That something happened to a claim; what it was, is read: so the words are
-- always the same, and PostgreSQL tells them once a transaction. A report that arrives has no claim yet: intake tells nobody.
CREATE FUNCTION tell_desks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM added WHERE claim_id IS NOT NULL OR type = 'upload.read') THEN
    PERFORM pg_notify('bianzhen_live', 'events');
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER events_tell_desks AFTER INSERT ON events REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION tell_desks();

-- Whose session has ended, whichever way.
CREATE FUNCTION tell_of_ended_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('bianzhen_live', 'ended ' || NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER sessions_tell_of_end AFTER UPDATE OF revoked_at ON sessions FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION tell_of_ended_session();

-- Which claim somebody has begun or ceased to look at, and by which stream.
CREATE FUNCTION tell_of_presence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_notify('bianzhen_live', 'came ' || NEW.claim_id || ' ' || NEW.stream_id);
  ELSE
    PERFORM pg_notify('bianzhen_live', 'left ' || OLD.claim_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER presences_tell AFTER INSERT OR DELETE ON presences FOR EACH ROW EXECUTE FUNCTION tell_of_presence();
