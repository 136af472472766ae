-- A link through which passwords are guessed ends.
ALTER TABLE "invitations" ADD COLUMN "guesses" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE invitations ADD CONSTRAINT invitations_guesses CHECK (guesses BETWEEN 0 AND 5);

-- Whether a person may decide about the people of a member, as lib/members/assert-can-staff.ts says.
CREATE FUNCTION may_staff(person uuid, member text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1 FROM memberships held
    JOIN users ON users.id = held.user_id AND users.removed_at IS NULL
    JOIN members ON members.id = held.member_id
    WHERE held.user_id = person AND (
      (held.role = 'admin' AND members.tier = '1')
      OR (held.role = 'coordinator' AND members.tier <> '1' AND held.member_id = member)
    )
  )
$$;

-- Whoever leaves, or may not invite any more, takes the open invitations along, even when the application forgets it.
CREATE FUNCTION end_invitations_by(person uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE invitations SET revoked_at = now()
    WHERE invited_by_id = person AND accepted_at IS NULL AND revoked_at IS NULL AND NOT may_staff(person, member_id)
$$;
CREATE FUNCTION end_invitations_of_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_invitations_by(OLD.user_id);
  RETURN NULL;
END $$;
CREATE FUNCTION end_invitations_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM end_invitations_by(NEW.id);
  RETURN NULL;
END $$;
-- At the end of the transaction, because other roles are given by taking all and giving the new ones.
CREATE CONSTRAINT TRIGGER memberships_end_invitations AFTER UPDATE OR DELETE ON memberships
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION end_invitations_of_member();
CREATE TRIGGER users_end_invitations AFTER UPDATE OF removed_at ON users FOR EACH ROW
  WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION end_invitations_of_user();
