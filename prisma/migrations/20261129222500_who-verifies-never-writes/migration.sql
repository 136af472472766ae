-- Who verifies a claim does not write about it: nobody is offered one of the two while at the other. Rows of before stay.
CREATE FUNCTION refuse_verifier_who_writes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM assignments
    WHERE claim_id = NEW.claim_id AND member_id = NEW.member_id AND purpose IN ('verify', 'write')
      AND purpose <> NEW.purpose AND status IN ('offered', 'accepted'))
  THEN
    RAISE EXCEPTION 'member % verifies and writes claim %', NEW.member_id, NEW.claim_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignments_verifier_never_writes BEFORE INSERT ON assignments FOR EACH ROW
  WHEN (NEW.purpose IN ('verify', 'write')) EXECUTE FUNCTION refuse_verifier_who_writes();
