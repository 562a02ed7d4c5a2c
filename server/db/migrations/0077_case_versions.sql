-- Every text that a typical case had or is to have. The row of typical_case holds what people see; a correction of a
-- published case waits here until somebody else has looked at it, and people go on reading the former text.
ALTER TABLE fatong.typical_case ADD COLUMN version integer NOT NULL DEFAULT 1;
CREATE TABLE fatong.typical_case_version (
  case_id uuid NOT NULL REFERENCES fatong.typical_case (id) ON DELETE CASCADE,
  version integer NOT NULL,
  title text NOT NULL,
  topic text NOT NULL,
  body text NOT NULL,
  result text,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'replaced', 'withdrawn', 'dropped')),
  written_by uuid,
  written_by_name text NOT NULL,
  written_at timestamptz(3) NOT NULL,
  settled_by_name text,
  settled_at timestamptz(3),
  PRIMARY KEY (case_id, version)
);
CREATE UNIQUE INDEX typical_case_version_draft ON fatong.typical_case_version (case_id) WHERE state = 'draft';
CREATE UNIQUE INDEX typical_case_version_shown ON fatong.typical_case_version (case_id) WHERE state = 'published';
-- Who wrote a case that was settled is known by id only: the row kept the name of whoever changed it last.
INSERT INTO fatong.typical_case_version
SELECT c.id, 1, c.title, c.topic, c.body, c.result, c.state, c.written_by,
  coalesce((SELECT s.name FROM fatong.staff s WHERE s.id = c.written_by), c.changed_by), c.changed_at,
  CASE WHEN c.state <> 'draft' THEN c.changed_by END, CASE WHEN c.state <> 'draft' THEN c.changed_at END
FROM fatong.typical_case c;
GRANT SELECT, INSERT, UPDATE, DELETE ON fatong.typical_case_version TO fatong_app;
ALTER TABLE fatong.typical_case_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY typical_case_version_kept ON fatong.typical_case_version TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_administers()));
CREATE POLICY typical_case_version_seen ON fatong.typical_case_version FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY typical_case_version_written ON fatong.typical_case_version FOR INSERT TO fatong_app
  WITH CHECK ((SELECT fatong.ctx_writes()) AND state = 'draft' AND written_by = (SELECT fatong.ctx_staff()));
CREATE POLICY typical_case_version_rewritten ON fatong.typical_case_version FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_writes()) AND state = 'draft')
  WITH CHECK (state = 'dropped' OR (state = 'draft' AND written_by = (SELECT fatong.ctx_staff())));
CREATE POLICY typical_case_version_reviewed ON fatong.typical_case_version FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_kind()) = 'staff' AND (SELECT fatong.ctx_roles()) && ARRAY['approver', 'director', 'bureauOfficer']);
-- Nobody puts their own text before the public, whoever they are.
CREATE POLICY typical_case_version_not_own ON fatong.typical_case_version AS RESTRICTIVE FOR UPDATE TO fatong_app
  USING (true) WITH CHECK (state <> 'published' OR written_by IS DISTINCT FROM (SELECT fatong.ctx_staff()));
