-- Who is on duty at a member, who is away, and who stands in; and the person within a member to whom work is given.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE "leaves" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "deputy_id" UUID,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "leaves_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "duty_shifts" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "member_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "duty_shifts_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "duty_shifts" ADD CONSTRAINT "duty_shifts_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "members"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The days of a member, and who is away or on duty at a moment.
CREATE INDEX "leaves_member_id_ends_at_idx" ON "leaves"("member_id", "ends_at");
CREATE INDEX "leaves_ends_at_idx" ON "leaves"("ends_at");
CREATE INDEX "duty_shifts_member_id_ends_at_idx" ON "duty_shifts"("member_id", "ends_at");

-- Nobody is away, or on duty, twice at once. What was ended before it began holds at no time.
ALTER TABLE leaves ADD CONSTRAINT leaves_order CHECK (starts_at <= ends_at AND (starts_at < ends_at OR ended_at IS NOT NULL));
ALTER TABLE leaves ADD CONSTRAINT leaves_deputy CHECK (deputy_id <> user_id);
ALTER TABLE leaves ADD CONSTRAINT leaves_ended CHECK (ended_at IS NOT NULL OR ended_by_id IS NULL);
ALTER TABLE leaves ADD CONSTRAINT leaves_once EXCLUDE USING gist (
  user_id WITH =, member_id WITH =, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE duty_shifts ADD CONSTRAINT duty_shifts_order CHECK (
  starts_at <= ends_at AND (starts_at < ends_at OR ended_at IS NOT NULL));
ALTER TABLE duty_shifts ADD CONSTRAINT duty_shifts_ended CHECK (ended_at IS NOT NULL OR ended_by_id IS NULL);
ALTER TABLE duty_shifts ADD CONSTRAINT duty_shifts_once EXCLUDE USING gist (
  user_id WITH =, member_id WITH =, tstzrange(starts_at, ends_at) WITH &&);

-- A roster names people of its member alone. It is never deleted: it ends, once and earlier than it said, or loses its deputy.
CREATE FUNCTION refuse_roster_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  deputy uuid := to_jsonb(NEW) ->> 'deputy_id';
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'duty and leave are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM memberships WHERE user_id = NEW.user_id AND member_id = NEW.member_id)
       OR (deputy IS NOT NULL AND NOT EXISTS (
             SELECT FROM memberships WHERE user_id = deputy AND member_id = NEW.member_id)) THEN
      RAISE EXCEPTION 'nobody else is on the roster of %', NEW.member_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - '{ends_at,ended_at,ended_by_id,deputy_id}'::text[])
       IS DISTINCT FROM (to_jsonb(OLD) - '{ends_at,ended_at,ended_by_id,deputy_id}'::text[])
     OR NEW.ends_at > OLD.ends_at
     OR (NEW.ends_at < OLD.ends_at AND NEW.ended_at IS NULL)
     OR (OLD.ended_at IS NOT NULL
         AND (NEW.ended_at, NEW.ends_at, NEW.ended_by_id) IS DISTINCT FROM (OLD.ended_at, OLD.ends_at, OLD.ended_by_id))
     OR (deputy IS NOT NULL AND deputy IS DISTINCT FROM (to_jsonb(OLD) ->> 'deputy_id')::uuid) THEN
    RAISE EXCEPTION 'duty and leave stay as they were made' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER leaves_stay BEFORE INSERT OR UPDATE OR DELETE ON leaves FOR EACH ROW EXECUTE FUNCTION refuse_roster_change();
CREATE TRIGGER duty_shifts_stay BEFORE INSERT OR UPDATE OR DELETE ON duty_shifts
  FOR EACH ROW EXECUTE FUNCTION refuse_roster_change();

-- Work that a member holds may be one person's, of that member; where it was taken from somebody who is away, their deputy is proposed.
ALTER TABLE "assignments" ADD COLUMN "assigned_to_id" UUID, ADD COLUMN "proposed_to_id" UUID;
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_to_id_fkey" FOREIGN KEY ("assigned_to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_proposed_to_id_fkey" FOREIGN KEY ("proposed_to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE assignments ADD CONSTRAINT assignments_given_or_proposed CHECK (assigned_to_id IS NULL OR proposed_to_id IS NULL);
-- What is mine, and what has to be freed when somebody leaves.
CREATE INDEX assignments_given ON assignments (assigned_to_id, status) WHERE assigned_to_id IS NOT NULL;

-- Whether a person may take work of a purpose at a member, as lib/access/permissions.ts says.
CREATE FUNCTION may_work(person uuid, member text, purpose text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM memberships held WHERE held.user_id = person AND held.member_id = member
      AND held.role = ANY (CASE purpose
        WHEN 'verify' THEN '{coordinator,verifier}'::text[]
        WHEN 'write' THEN '{coordinator,writer}'::text[]
        ELSE '{coordinator,verifier,writer}'::text[] END))
$$;
CREATE FUNCTION refuse_stranger_at_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT may_work(NEW.assigned_to_id, NEW.member_id, NEW.purpose) THEN
    RAISE EXCEPTION 'work is given to people of the member who may do it' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignments_of_own_people BEFORE UPDATE OF assigned_to_id ON assignments FOR EACH ROW
  WHEN (NEW.assigned_to_id IS NOT NULL AND NEW.assigned_to_id IS DISTINCT FROM OLD.assigned_to_id)
  EXECUTE FUNCTION refuse_stranger_at_work();
