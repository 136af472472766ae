-- What people call a member besides its name, and the lowest level at which a matter with one lawful source is decided.
ALTER TABLE "members" ADD COLUMN "short_names" TEXT[];
ALTER TABLE "subtopics" ADD COLUMN "single_source_level" TEXT;
ALTER TABLE subtopics ADD CONSTRAINT subtopics_single_source_level CHECK
  (single_source_level IN ('province', 'prefecture', 'county'));
-- Earlier routes may have one member for both.
ALTER TABLE routes ADD CONSTRAINT routes_verifier_does_not_write CHECK (lead_member_id <> writer_member_id) NOT VALID;
