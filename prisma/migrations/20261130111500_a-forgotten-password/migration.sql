-- A one-time link with which a person who has forgotten their password chooses a new one.
CREATE TABLE "password_links" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_links_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "password_links_token_hash_key" ON "password_links"("token_hash");
CREATE INDEX "password_links_user_id_idx" ON "password_links"("user_id");
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One at a time, used or revoked and not both, and made by somebody else.
CREATE UNIQUE INDEX password_links_open ON password_links (user_id) WHERE used_at IS NULL AND revoked_at IS NULL;
ALTER TABLE password_links ADD CONSTRAINT password_links_ended_once CHECK (used_at IS NULL OR revoked_at IS NULL);
ALTER TABLE password_links ADD CONSTRAINT password_links_by_another CHECK (created_by_id <> user_id);

-- Nobody gets hold of more than they may give, whatever became of either since the link was made.
CREATE FUNCTION refuse_more_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM users WHERE id = NEW.user_id AND removed_at IS NULL)
     OR EXISTS (SELECT 1 FROM memberships WHERE user_id = NEW.user_id AND NOT may_staff(NEW.created_by_id, member_id)) THEN
    RAISE EXCEPTION 'a password link for more rights than its maker may give' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER password_links_made BEFORE INSERT ON password_links
  FOR EACH ROW EXECUTE FUNCTION refuse_more_rights();
CREATE TRIGGER password_links_used BEFORE UPDATE OF used_at ON password_links FOR EACH ROW
  WHEN (NEW.used_at IS NOT NULL AND OLD.used_at IS NULL) EXECUTE FUNCTION refuse_more_rights();
