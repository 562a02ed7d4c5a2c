-- Typical cases may be written at the desk; somebody else publishes them.
ALTER TABLE fatong.typical_case ADD COLUMN written_by uuid;
CREATE FUNCTION fatong.ctx_writes() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['clerk', 'reviewer', 'approver', 'director', 'lawyer', 'grassrootsLegalWorker', 'bureauOfficer', 'administrator'] $$;
CREATE POLICY typical_case_written ON fatong.typical_case FOR INSERT TO fatong_app
  WITH CHECK ((SELECT fatong.ctx_writes()) AND state = 'draft' AND written_by = (SELECT fatong.ctx_staff()));
CREATE POLICY typical_case_rewritten ON fatong.typical_case FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_writes()) AND state <> 'published') WITH CHECK (state = 'draft' AND written_by = (SELECT fatong.ctx_staff()));
