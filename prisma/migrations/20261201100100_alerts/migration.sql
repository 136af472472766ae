-- What concerns somebody inside: one row a person and event, with the member in whose name they are told.
CREATE TABLE "alerts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "claim_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("id")
);
-- Nobody is told twice of one event.
CREATE UNIQUE INDEX "alerts_user_id_event_id_key" ON "alerts"("user_id", "event_id");
-- A person's list, the newest first.
CREATE INDEX "alerts_user_id_at_id_idx" ON "alerts"("user_id", "at" DESC, "id" DESC);
-- Who was told of a claim.
CREATE INDEX "alerts_claim_id_idx" ON "alerts"("claim_id");
-- For the sweep that forgets them.
CREATE INDEX "alerts_at_idx" ON "alerts"("at");
-- What somebody has not read, and of that what no letter has told.
CREATE INDEX alerts_unread ON alerts (user_id, at DESC, id DESC) WHERE read_at IS NULL;
CREATE INDEX alerts_unmailed ON alerts (user_id, at) WHERE read_at IS NULL AND mailed_at IS NULL;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "alerts" ADD CONSTRAINT "alerts_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "claims"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE alerts ADD CONSTRAINT alerts_kind CHECK (kind ~ '^[a-z]+(-[a-z]+)*$' AND length(kind) <= 40);

-- How somebody wants to be written to; without a row as most do.
CREATE TABLE "alert_settings" (
    "user_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "hour" SMALLINT NOT NULL,
    "locale" TEXT NOT NULL,

    CONSTRAINT "alert_settings_pkey" PRIMARY KEY ("user_id")
);
ALTER TABLE "alert_settings" ADD CONSTRAINT "alert_settings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE alert_settings ADD CONSTRAINT alert_settings_digest CHECK (digest IN ('off', 'hourly', 'daily'));
ALTER TABLE alert_settings ADD CONSTRAINT alert_settings_hour CHECK (hour BETWEEN 0 AND 23);
ALTER TABLE alert_settings ADD CONSTRAINT alert_settings_locale CHECK (locale IN ('zh-CN', 'en'));

-- A letter that tells somebody what they have not read: one an hour or day, composed when it is sent.
CREATE TABLE "alert_letters" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "slot_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "error" TEXT,

    CONSTRAINT "alert_letters_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_letters_user_id_slot_at_key" ON "alert_letters"("user_id", "slot_at");
-- For the sweep that forgets them.
CREATE INDEX "alert_letters_created_at_idx" ON "alert_letters"("created_at");
ALTER TABLE "alert_letters" ADD CONSTRAINT "alert_letters_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE alert_letters ADD CONSTRAINT alert_letters_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE alert_letters ADD CONSTRAINT alert_letters_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE alert_letters ADD CONSTRAINT alert_letters_error CHECK (length(error) <= 60);
-- What is to be sent next.
CREATE INDEX alert_letters_due ON alert_letters (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- A browser in which somebody wants to be told at once of what cannot wait.
CREATE TABLE "alert_browsers" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "endpoint_hash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alert_browsers_pkey" PRIMARY KEY ("id")
);
-- A browser belongs to whoever turned it on last.
CREATE UNIQUE INDEX "alert_browsers_endpoint_hash_key" ON "alert_browsers"("endpoint_hash");
CREATE INDEX "alert_browsers_user_id_idx" ON "alert_browsers"("user_id");
ALTER TABLE "alert_browsers" ADD CONSTRAINT "alert_browsers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE alert_browsers ADD CONSTRAINT alert_browsers_name CHECK (length(name) BETWEEN 1 AND 60);
ALTER TABLE alert_browsers ADD CONSTRAINT alert_browsers_locale CHECK (locale IN ('zh-CN', 'en'));

-- One alert for one browser; it goes with either.
CREATE TABLE "alert_pushes" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "browser_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "error" TEXT,

    CONSTRAINT "alert_pushes_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "alert_pushes_alert_id_browser_id_key" ON "alert_pushes"("alert_id", "browser_id");
CREATE INDEX "alert_pushes_browser_id_idx" ON "alert_pushes"("browser_id");
ALTER TABLE "alert_pushes" ADD CONSTRAINT "alert_pushes_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alerts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "alert_pushes" ADD CONSTRAINT "alert_pushes_browser_id_fkey" FOREIGN KEY ("browser_id") REFERENCES "alert_browsers"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE alert_pushes ADD CONSTRAINT alert_pushes_failure
  CHECK ((failed_at IS NULL) = (failure IS NULL) AND failure IN ('tries', 'refused', 'gone', 'outdated'));
ALTER TABLE alert_pushes ADD CONSTRAINT alert_pushes_ended_once CHECK (sent_at IS NULL OR failed_at IS NULL);
ALTER TABLE alert_pushes ADD CONSTRAINT alert_pushes_error CHECK (length(error) <= 60);
-- What is to be sent next.
CREATE INDEX alert_pushes_due ON alert_pushes (due_at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- Whoever leaves the network loses what concerned them, in the same transaction.
CREATE FUNCTION forget_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM alerts WHERE user_id = NEW.id;
  DELETE FROM alert_browsers WHERE user_id = NEW.id;
  DELETE FROM alert_letters WHERE user_id = NEW.id;
  DELETE FROM alert_settings WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER users_forget_alerts AFTER UPDATE OF removed_at ON users FOR EACH ROW
  WHEN (OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL) EXECUTE FUNCTION forget_alerts();

-- Nothing is kept for somebody who has left: whoever read before that they were there waits for the one who takes them off.
CREATE FUNCTION drop_unless_here() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM users WHERE id = NEW.user_id AND removed_at IS NULL FOR SHARE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER alerts_of_those_here BEFORE INSERT ON alerts FOR EACH ROW EXECUTE FUNCTION drop_unless_here();
CREATE TRIGGER alert_settings_of_those_here BEFORE INSERT ON alert_settings FOR EACH ROW EXECUTE FUNCTION drop_unless_here();
CREATE TRIGGER alert_letters_of_those_here BEFORE INSERT ON alert_letters FOR EACH ROW EXECUTE FUNCTION drop_unless_here();
CREATE TRIGGER alert_browsers_of_those_here BEFORE INSERT ON alert_browsers FOR EACH ROW EXECUTE FUNCTION drop_unless_here();

-- Whose unread alerts have changed: their open pages count anew (lib/web/live). What a sweep forgets was read long ago.
CREATE FUNCTION tell_of_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('bianzhen_live', 'alerts ' || user_id) FROM (SELECT DISTINCT user_id FROM changed) told;
  RETURN NULL;
END $$;
CREATE TRIGGER alerts_tell_added AFTER INSERT ON alerts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_alerts();
CREATE FUNCTION tell_of_read_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('bianzhen_live', 'alerts ' || user_id) FROM (
    SELECT DISTINCT after.user_id FROM after JOIN before USING (id) WHERE after.read_at IS DISTINCT FROM before.read_at) told;
  RETURN NULL;
END $$;
CREATE TRIGGER alerts_tell_read AFTER UPDATE ON alerts REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION tell_of_read_alerts();
