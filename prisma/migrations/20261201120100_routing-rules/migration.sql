-- Routing rules are data: versions of which one is active, and what was ever active stays as it was.
CREATE TABLE "rule_sets" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "status" TEXT NOT NULL,
    "based_on_id" UUID,
    "note" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "author_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "proposed_at" TIMESTAMPTZ(3),
    "waits_until" TIMESTAMPTZ(3),
    "consent" TEXT,
    "approved_by_id" UUID,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rule_sets_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "rules" (
    "id" UUID NOT NULL,
    "rule_set_id" UUID NOT NULL,
    "priority" INTEGER NOT NULL,
    "when" JSONB NOT NULL,
    "then" JSONB NOT NULL,
    "valid_from" TEXT,
    "valid_to" TEXT,
    "note" TEXT NOT NULL,

    CONSTRAINT "rules_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "rule_sets_number_key" ON "rule_sets"("number");
CREATE UNIQUE INDEX "rules_rule_set_id_priority_key" ON "rules"("rule_set_id", "priority");
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_based_on_id_fkey" FOREIGN KEY ("based_on_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "rules" ADD CONSTRAINT "rules_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Exactly one is active. Whoever had a hand in a version does not consent to it; without a second person it has waited.
CREATE UNIQUE INDEX rule_sets_one_active ON rule_sets (status) WHERE status = 'active';
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_status CHECK (status IN ('draft', 'proposed', 'active', 'retired'));
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_consent CHECK (
  (consent IS NULL OR consent IN ('first', 'given', 'alone', 'earlier'))
  AND (consent IS NULL) = (activated_at IS NULL)
  AND (coalesce(consent, '') = 'given') = (approved_by_id IS NOT NULL)
  AND (coalesce(consent, '') = 'first' OR created_by_id IS NOT NULL)
  AND (coalesce(consent, '') <> 'earlier' OR based_on_id IS NOT NULL)
  AND (coalesce(consent, '') <> 'alone' OR coalesce(activated_at >= proposed_at + interval '30 minutes', false)));
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_two_people CHECK (
  approved_by_id IS NULL OR (approved_by_id <> created_by_id AND NOT approved_by_id = ANY(author_ids)));
ALTER TABLE rule_sets ADD CONSTRAINT rule_sets_moments CHECK (
  (status <> 'active' OR activated_at IS NOT NULL)
  AND (status NOT IN ('draft', 'proposed') OR activated_at IS NULL)
  AND (status = 'proposed') = (proposed_at IS NOT NULL AND activated_at IS NULL AND retired_at IS NULL)
  AND (waits_until IS NULL OR proposed_at IS NOT NULL)
  AND (status = 'retired') = (retired_at IS NOT NULL));
ALTER TABLE rules ADD CONSTRAINT rules_priority CHECK (priority BETWEEN 1 AND 9999);
ALTER TABLE rules ADD CONSTRAINT rules_when CHECK (jsonb_typeof("when") = 'object');
ALTER TABLE rules ADD CONSTRAINT rules_then CHECK (jsonb_typeof("then") = 'object' AND "then" <> '{}');
ALTER TABLE rules ADD CONSTRAINT rules_valid CHECK (
  coalesce(valid_from ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', true) AND coalesce(valid_to ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', true)
  AND coalesce(valid_from <= valid_to, true));

-- What until now was said in code.
INSERT INTO rule_sets (id, number, status, note, created_at, consent, activated_at)
VALUES ('019ad000-0000-7000-8000-000000000001', nextval('rule_sets_number_seq'), 'active', '', now(), 'first', now());
INSERT INTO rules (id, rule_set_id, priority, "when", "then", note) VALUES
  ('019ad000-0000-7000-8000-000000000100', '019ad000-0000-7000-8000-000000000001', 10, '{"subtopics": ["natural-disaster/earthquake"]}', '{"lead": {"topicLead": true}, "only": true, "level": "province"}', '地震预报意见统一由省级以上人民政府发布。'),
  ('019ad000-0000-7000-8000-000000000101', '019ad000-0000-7000-8000-000000000001', 20, '{"subtopics": ["natural-disaster/weather"]}', '{"lead": {"topicLead": true}, "only": true, "level": "prefecture"}', '气象预报和灾害性天气警报由气象主管机构所属台站统一发布。'),
  ('019ad000-0000-7000-8000-000000000102', '019ad000-0000-7000-8000-000000000001', 30, '{"subtopics": ["natural-disaster/flood-dam", "health/epidemic", "health/medicine", "education/gaokao", "agriculture/animal-disease"]}', '{"lead": {"topicLead": true}, "only": true}', '按规定只由主管部门发布。'),
  ('019ad000-0000-7000-8000-000000000103', '019ad000-0000-7000-8000-000000000001', 40, '{"levels": ["county"]}', '{"lead": {"kind": "county-media-centre", "at": "place"}}', '县里的事由县级融媒体中心会同当地部门核实。'),
  ('019ad000-0000-7000-8000-000000000104', '019ad000-0000-7000-8000-000000000001', 50, '{}', '{"lead": {"kind": "city-cyberspace-office", "at": "prefecture"}}', '市州的事由当地网信办核实。'),
  ('019ad000-0000-7000-8000-000000000105', '019ad000-0000-7000-8000-000000000001', 60, '{}', '{"lead": {"topicLead": true}}', '其余由主管部门核实。'),
  ('019ad000-0000-7000-8000-000000000106', '019ad000-0000-7000-8000-000000000001', 70, '{"levels": ["county"]}', '{"writer": {"kind": "county-media-centre", "at": "place"}}', '本地的事由本地媒体写。'),
  ('019ad000-0000-7000-8000-000000000107', '019ad000-0000-7000-8000-000000000001', 80, '{}', '{"writer": {"kind": "city-media", "at": "prefecture"}}', '本地的事由本地媒体写。'),
  ('019ad000-0000-7000-8000-000000000108', '019ad000-0000-7000-8000-000000000001', 90, '{}', '{"writer": {"hint": "outlets"}}', '其余由熟悉这个领域、手上工作少的媒体写。'),
  ('019ad000-0000-7000-8000-000000000109', '019ad000-0000-7000-8000-000000000001', 110, '{"seenOn": ["wechat", "qq"]}', '{"platforms": [{"member": "plat-tencent"}]}', ''),
  ('019ad000-0000-7000-8000-000000000110', '019ad000-0000-7000-8000-000000000001', 120, '{"seenOn": ["weibo"]}', '{"platforms": [{"member": "plat-sina"}]}', ''),
  ('019ad000-0000-7000-8000-000000000111', '019ad000-0000-7000-8000-000000000001', 130, '{"seenOn": ["douyin"]}', '{"platforms": [{"member": "plat-douyin"}]}', ''),
  ('019ad000-0000-7000-8000-000000000112', '019ad000-0000-7000-8000-000000000001', 140, '{"seenOn": ["kuaishou"]}', '{"platforms": [{"member": "plat-kuaishou"}]}', '');

CREATE FUNCTION refuse_rule_set_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'versions of the rules are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.activated_at IS NOT NULL
     AND (to_jsonb(NEW) - '{status,retired_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{status,retired_at}'::text[]) THEN
    RAISE EXCEPTION 'version % of the rules was active and stays as it was', OLD.number USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
       ('draft', 'proposed'), ('proposed', 'draft'), ('proposed', 'active'), ('active', 'retired'),
       ('draft', 'retired'), ('proposed', 'retired'))
     AND NOT (OLD.status = 'draft' AND NEW.status = 'active' AND NEW.consent = 'earlier') THEN
    RAISE EXCEPTION 'rules cannot go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  -- Rules that nobody consents to anew are those of a version that was active.
  IF NEW.consent = 'earlier' AND OLD.consent IS NULL AND NOT EXISTS (
       SELECT FROM rule_sets WHERE id = NEW.based_on_id AND activated_at IS NOT NULL) THEN
    RAISE EXCEPTION 'version % was never active', NEW.based_on_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_sets_stay BEFORE UPDATE OR DELETE ON rule_sets
  FOR EACH ROW EXECUTE FUNCTION refuse_rule_set_change();

CREATE FUNCTION refuse_rule_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- The version is held, so that nobody activates it meanwhile.
  PERFORM 1 FROM rule_sets WHERE id = coalesce(OLD.rule_set_id, NEW.rule_set_id) AND status = 'draft' FOR SHARE;
  IF NOT FOUND OR NEW.rule_set_id <> OLD.rule_set_id THEN
    RAISE EXCEPTION 'the rules of a version change while it is a draft' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER rules_of_a_draft BEFORE INSERT OR UPDATE OR DELETE ON rules FOR EACH ROW EXECUTE FUNCTION refuse_rule_change();

-- A confirmed route keeps the version that proposed it, and whom the claim was about: such a member neither verifies, nor
-- writes, nor is asked to label. Routes from before came from what the first version says.
ALTER TABLE "routes" ADD COLUMN "rule_set_id" UUID, ADD COLUMN "about_member_ids" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
UPDATE routes SET rule_set_id = '019ad000-0000-7000-8000-000000000001';
ALTER TABLE "routes" ALTER COLUMN "rule_set_id" SET NOT NULL;
ALTER TABLE "routes" ADD CONSTRAINT "routes_rule_set_id_fkey" FOREIGN KEY ("rule_set_id") REFERENCES "rule_sets"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "routes_rule_set_id_idx" ON "routes"("rule_set_id");
ALTER TABLE routes ADD CONSTRAINT routes_not_whom_it_is_about CHECK (
  NOT lead_member_id = ANY(about_member_ids) AND NOT writer_member_id = ANY(about_member_ids)
  AND NOT platform_member_ids && about_member_ids);
CREATE FUNCTION refuse_untried_rules() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM rule_sets WHERE id = NEW.rule_set_id AND activated_at IS NOT NULL) THEN
    RAISE EXCEPTION 'no route comes from rules that were never active' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER routes_from_active_rules BEFORE INSERT OR UPDATE OF rule_set_id ON routes
  FOR EACH ROW EXECUTE FUNCTION refuse_untried_rules();
