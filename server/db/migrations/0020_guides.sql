-- Hand-written: guides as changed at the desk. Every version is kept; who wrote one never publishes it.
CREATE TABLE fatong.guide_version (
  slug text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  data jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'returned', 'withdrawn')),
  note text NOT NULL,
  written_by uuid NOT NULL,
  written_by_name text NOT NULL,
  written_at timestamptz(3) NOT NULL,
  reviewed_by uuid CHECK (reviewed_by <> written_by),
  reviewed_by_name text,
  reviewed_at timestamptz(3),
  review_note text,
  PRIMARY KEY (slug, version),
  CHECK ((state = 'draft') = (reviewed_at IS NULL))
);
CREATE INDEX guide_version_reviewed ON fatong.guide_version (reviewed_at);
-- One draft at a time: two people who change the same guide would overwrite each other.
CREATE UNIQUE INDEX guide_version_draft ON fatong.guide_version (slug) WHERE state = 'draft';
GRANT SELECT, INSERT, UPDATE (data, note, written_at, state, reviewed_by, reviewed_by_name, reviewed_at, review_note) ON fatong.guide_version TO fatong_app;
ALTER TABLE fatong.guide_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY guide_version_seen ON fatong.guide_version FOR SELECT TO fatong_app USING (
  state = 'published' OR (SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY guide_version_written ON fatong.guide_version FOR INSERT TO fatong_app WITH CHECK (
  (SELECT fatong.ctx_kind()) = 'staff' AND state = 'draft' AND written_by = (SELECT fatong.ctx_staff())
  AND (SELECT fatong.ctx_roles()) && ARRAY['clerk', 'reviewer', 'approver', 'director', 'lawyer', 'grassrootsLegalWorker', 'bureauOfficer', 'administrator']);
CREATE POLICY guide_version_rewritten ON fatong.guide_version FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_kind()) = 'staff' AND state = 'draft' AND written_by = (SELECT fatong.ctx_staff()))
  WITH CHECK (state = 'draft' AND written_by = (SELECT fatong.ctx_staff()));
CREATE POLICY guide_version_reviewed ON fatong.guide_version FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_kind()) = 'staff' AND state = 'draft' AND written_by <> (SELECT fatong.ctx_staff())
    AND (SELECT fatong.ctx_roles()) && ARRAY['approver', 'director', 'bureauOfficer'])
  WITH CHECK (state IN ('published', 'returned', 'withdrawn') AND reviewed_by = (SELECT fatong.ctx_staff()));
