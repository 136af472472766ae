-- The invariants of the product, which the domain code checks first and the database in any case.

-- Vocabulary ---------------------------------------------------------------------------------------------------
ALTER TABLE divisions ADD CONSTRAINT divisions_level CHECK (level IN ('province', 'prefecture', 'county'));
ALTER TABLE divisions ADD CONSTRAINT divisions_code CHECK (code ~ '^[0-9]{6}$' AND parent_code <> code);
ALTER TABLE topics ADD CONSTRAINT topics_default_urgency CHECK (default_urgency IN ('P0', 'P1', 'P2', 'P3'));
ALTER TABLE members ADD CONSTRAINT members_tier CHECK (tier IN ('1', '5', 'N'));
ALTER TABLE members ADD CONSTRAINT members_parent CHECK (parent_id <> id);
ALTER TABLE memberships ADD CONSTRAINT memberships_role CHECK (role IN
  ('moderator', 'coordinator', 'verifier', 'writer', 'reviewer', 'duty-editor', 'admin', 'auditor'));
ALTER TABLE users ADD CONSTRAINT users_email_lower CHECK (email = lower(email));
ALTER TABLE reports ADD CONSTRAINT reports_seen_on CHECK (seen_on IN
  ('wechat', 'weibo', 'douyin', 'kuaishou', 'xiaohongshu', 'qq', 'web', 'sms', 'offline', 'other'));
ALTER TABLE reports ADD CONSTRAINT reports_channel CHECK (channel IN ('web', 'api', 'member'));
ALTER TABLE reports ADD CONSTRAINT reports_locale CHECK (locale IN ('zh-CN', 'en'));
ALTER TABLE reports ADD CONSTRAINT reports_say_something CHECK (text <> '' OR cardinality(urls) > 0);
ALTER TABLE reports ADD CONSTRAINT reports_text_length CHECK (char_length(text) <= 20000);
ALTER TABLE report_contacts ADD CONSTRAINT report_contacts_kind CHECK (kind IN ('email', 'phone'));
ALTER TABLE claims ADD CONSTRAINT claims_status CHECK (status IN
  ('received', 'triaged', 'assigned', 'verifying', 'drafting', 'review-1', 'review-2', 'review-3', 'published', 'corrected', 'retracted', 'duplicate', 'answered', 'opinion', 'not-checkable', 'too-vague', 'other-channel'));
ALTER TABLE claims ADD CONSTRAINT claims_urgency CHECK (urgency IN ('P0', 'P1', 'P2', 'P3'));
ALTER TABLE claims ADD CONSTRAINT claims_side_state CHECK (
  side_state IN ('waiting-evidence', 'interim-published')
  AND (side_state IS NULL) = (side_since IS NULL) AND (side_state IS NULL) = (side_reason IS NULL));
ALTER TABLE assignments ADD CONSTRAINT assignments_purpose CHECK (purpose IN ('verify', 'write', 'assist'));
ALTER TABLE assignments ADD CONSTRAINT assignments_status CHECK (status IN
  ('offered', 'accepted', 'returned', 'handed-over', 'done', 'withdrawn'));
ALTER TABLE findings ADD CONSTRAINT findings_verdict CHECK (verdict IN
  ('false', 'misleading', 'partly-true', 'old-news', 'fabricated', 'unproven', 'true'));
ALTER TABLE debunks ADD CONSTRAINT debunks_verdict CHECK (verdict IN
  ('false', 'misleading', 'partly-true', 'old-news', 'fabricated', 'unproven', 'true'));
ALTER TABLE debunks ADD CONSTRAINT debunks_status CHECK (status IN ('published', 'corrected', 'retracted'));
ALTER TABLE evidence ADD CONSTRAINT evidence_type CHECK (type IN
  ('official-statement', 'official-data', 'law-or-regulation', 'public-record', 'service-notice', 'on-site-visit',
   'lab-test', 'expert-interview', 'peer-reviewed', 'original-source-trace', 'metadata-forensics',
   'stakeholder-response'));
ALTER TABLE reply_requests ADD CONSTRAINT reply_requests_outcome CHECK (outcome IN
  ('replied', 'declined', 'no-answer', 'unreachable'));
ALTER TABLE drafts ADD CONSTRAINT drafts_kind CHECK (kind IN
  ('initial', 'erratum', 'correction', 'update', 'retraction'));
ALTER TABLE drafts ADD CONSTRAINT drafts_status CHECK (status IN
  ('writing', 'review-1', 'review-2', 'review-3', 'approved', 'published'));
ALTER TABLE reviews ADD CONSTRAINT reviews_stage CHECK (stage IN ('review-1', 'review-2', 'review-3'));
ALTER TABLE reviews ADD CONSTRAINT reviews_decision CHECK (decision IN ('approved', 'returned'));
ALTER TABLE debunk_versions ADD CONSTRAINT debunk_versions_correction CHECK (
  (number = 1) = (correction_kind IS NULL)
  AND (correction_kind IS NULL OR correction_note IS NOT NULL)
  AND (correction_kind IN ('erratum', 'correction', 'update', 'retraction')));
ALTER TABLE endpoints ADD CONSTRAINT endpoints_kind CHECK (kind IN ('pull', 'webhook', 'email'));
ALTER TABLE events ADD CONSTRAINT events_actor CHECK (actor_kind IN ('person', 'citizen', 'system')
  AND (actor_kind = 'person') = (actor_user_id IS NOT NULL));

-- A citizen's account, name or number has no column to stand in; telephone numbers that slip past the
-- application are refused in the text (product.md, rule 1).
ALTER TABLE reports ADD CONSTRAINT reports_redacted CHECK (
  text !~ '(^|[^0-9０-９])1[3-9][0-9]{9}([^0-9０-９]|$)'
  AND coalesce(note, '') !~ '(^|[^0-9０-９])1[3-9][0-9]{9}([^0-9０-９]|$)');

-- The life of a claim -------------------------------------------------------------------------------------------
INSERT INTO claim_moves ("from", "to") VALUES
  ('received', 'triaged'),
  ('received', 'duplicate'),
  ('received', 'answered'),
  ('received', 'opinion'),
  ('received', 'not-checkable'),
  ('received', 'too-vague'),
  ('received', 'other-channel'),
  ('triaged', 'assigned'),
  ('triaged', 'duplicate'),
  ('triaged', 'answered'),
  ('triaged', 'opinion'),
  ('triaged', 'not-checkable'),
  ('triaged', 'too-vague'),
  ('triaged', 'other-channel'),
  ('assigned', 'verifying'),
  ('assigned', 'triaged'),
  ('assigned', 'duplicate'),
  ('assigned', 'answered'),
  ('assigned', 'opinion'),
  ('assigned', 'not-checkable'),
  ('assigned', 'too-vague'),
  ('assigned', 'other-channel'),
  ('verifying', 'drafting'),
  ('verifying', 'triaged'),
  ('verifying', 'duplicate'),
  ('verifying', 'answered'),
  ('verifying', 'opinion'),
  ('verifying', 'not-checkable'),
  ('verifying', 'too-vague'),
  ('verifying', 'other-channel'),
  ('drafting', 'review-1'),
  ('drafting', 'verifying'),
  ('review-1', 'review-2'),
  ('review-1', 'drafting'),
  ('review-2', 'review-3'),
  ('review-2', 'drafting'),
  ('review-3', 'published'),
  ('review-3', 'drafting'),
  ('published', 'corrected'),
  ('published', 'retracted'),
  ('corrected', 'retracted'),
  ('duplicate', 'received'),
  ('duplicate', 'triaged'),
  ('duplicate', 'assigned'),
  ('duplicate', 'verifying'),
  ('answered', 'received'),
  ('answered', 'triaged'),
  ('answered', 'assigned'),
  ('answered', 'verifying'),
  ('opinion', 'received'),
  ('opinion', 'triaged'),
  ('opinion', 'assigned'),
  ('opinion', 'verifying'),
  ('not-checkable', 'received'),
  ('not-checkable', 'triaged'),
  ('not-checkable', 'assigned'),
  ('not-checkable', 'verifying'),
  ('too-vague', 'received'),
  ('too-vague', 'triaged'),
  ('too-vague', 'assigned'),
  ('too-vague', 'verifying'),
  ('other-channel', 'received'),
  ('other-channel', 'triaged'),
  ('other-channel', 'assigned'),
  ('other-channel', 'verifying');

CREATE FUNCTION refuse_illegal_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status <> OLD.status
     AND NOT EXISTS (SELECT 1 FROM claim_moves WHERE "from" = OLD.status AND "to" = NEW.status) THEN
    RAISE EXCEPTION 'claim % cannot go from % to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claims_legal_move BEFORE UPDATE OF status ON claims
  FOR EACH ROW EXECUTE FUNCTION refuse_illegal_move();

-- A merge has one parent, no loop and no chain.
ALTER TABLE claims ADD CONSTRAINT claims_no_self_merge CHECK (merged_into_id <> id);
ALTER TABLE claims ADD CONSTRAINT claims_merged CHECK ((status = 'duplicate') = (merged_into_id IS NOT NULL));
ALTER TABLE claims ADD CONSTRAINT claims_report_count CHECK (report_count >= 0);
CREATE FUNCTION refuse_merge_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.merged_into_id IS NULL THEN RETURN NEW; END IF;
  -- The parent is locked, so that it cannot be merged away by another transaction at the same time.
  PERFORM 1 FROM claims WHERE id = NEW.merged_into_id AND merged_into_id IS NULL FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT 1 FROM claims WHERE merged_into_id = NEW.id) THEN
    RAISE EXCEPTION 'claim % cannot be merged into %: a merge has no chain', NEW.id, NEW.merged_into_id
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claims_no_merge_chain BEFORE INSERT OR UPDATE OF merged_into_id ON claims
  FOR EACH ROW EXECUTE FUNCTION refuse_merge_chain();

-- A closing is told with its reason, and remembers where it came from.
ALTER TABLE claims ADD CONSTRAINT claims_closed CHECK (
  (status IN ('duplicate', 'answered', 'opinion', 'not-checkable', 'too-vague', 'other-channel'))
    = (closed_from IS NOT NULL AND closed_at IS NOT NULL)
  AND (status NOT IN ('answered', 'opinion', 'not-checkable', 'too-vague', 'other-channel') OR coalesce(closing_note, '') <> '')
  AND (status <> 'other-channel' OR coalesce(closing_channel, '') IN ('12377', '12345', '110', '12315', '96110'))
  AND (status <> 'answered' OR answered_by_id IS NOT NULL));

-- Work and text -------------------------------------------------------------------------------------------------
CREATE UNIQUE INDEX assignments_held_once ON assignments (claim_id, member_id, purpose)
  WHERE status IN ('offered', 'accepted');
ALTER TABLE assignments ADD CONSTRAINT assignments_return_reason CHECK (
  status NOT IN ('returned', 'handed-over') OR coalesce(return_reason, '') <> '');
ALTER TABLE assignments ADD CONSTRAINT assignments_no_self_handover CHECK (handed_from_id <> id);
ALTER TABLE evidence ADD CONSTRAINT evidence_withdrawal CHECK (
  (withdrawn_at IS NULL) = (withdrawn_by_id IS NULL) AND (withdrawn_at IS NULL) = (withdraw_reason IS NULL));
-- One text of a claim is in work at a time.
CREATE UNIQUE INDEX drafts_one_open ON drafts (claim_id) WHERE status <> 'published';

-- 三审: writer, first, second and final reviewer are four different people. That the three reviewers of a version
-- differ is a unique index; that its writer is none of them, and no writer of an earlier version either, is here.
ALTER TABLE reviews ADD CONSTRAINT reviews_not_the_writer CHECK (reviewer_id <> writer_id);
ALTER TABLE reviews ADD CONSTRAINT reviews_return_reason CHECK (decision = 'approved' OR coalesce(comment, '') <> '');
CREATE FUNCTION refuse_partial_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM draft_versions WHERE draft_id = NEW.draft_id AND writer_id = NEW.reviewer_id) THEN
    RAISE EXCEPTION 'person % wrote a version of draft % and cannot review it', NEW.reviewer_id, NEW.draft_id
      USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT count(*) FROM reviews
      WHERE draft_version_id = NEW.draft_version_id AND decision = 'approved' AND stage < NEW.stage)
     < right(NEW.stage, 1)::int - 1 THEN
    RAISE EXCEPTION 'stage % of draft % comes before its turn', NEW.stage, NEW.draft_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reviews_in_order BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_partial_review();

-- Nothing is published without its three reviews.
CREATE FUNCTION refuse_unreviewed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(DISTINCT reviewer_id) FROM reviews
      WHERE draft_version_id = NEW.draft_version_id AND decision = 'approved') < 3 THEN
    RAISE EXCEPTION 'draft version % lacks its three reviews', NEW.draft_version_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER debunk_versions_reviewed BEFORE INSERT ON debunk_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_unreviewed();

-- What never changes --------------------------------------------------------------------------------------------
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reports_immutable BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER findings_immutable BEFORE UPDATE OR DELETE ON findings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER draft_versions_immutable BEFORE UPDATE OR DELETE ON draft_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reviews_immutable BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER debunk_versions_immutable BEFORE UPDATE OR DELETE ON debunk_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- Whole tables neither.
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER debunk_versions_no_truncate BEFORE TRUNCATE ON debunk_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Whoever leaves loses the sessions at once, even when the application forgets it.
CREATE FUNCTION end_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE sessions SET revoked_at = now(), revoked_reason = 'removed'
    WHERE user_id = NEW.id AND revoked_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER users_removed AFTER UPDATE OF removed_at ON users FOR EACH ROW
  WHEN (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL) EXECUTE FUNCTION end_sessions();

-- Platform roles are held at the platform only.
CREATE FUNCTION refuse_foreign_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.role IN ('moderator', 'duty-editor', 'admin', 'auditor')
     AND NOT EXISTS (SELECT 1 FROM members WHERE id = NEW.member_id AND tier = '1') THEN
    RAISE EXCEPTION 'role % is held at the platform only', NEW.role USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER memberships_platform_roles BEFORE INSERT OR UPDATE ON memberships
  FOR EACH ROW EXECUTE FUNCTION refuse_foreign_role();
