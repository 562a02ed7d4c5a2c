-- Up to which step of a case its messages were opened by whom they are for: the centre, or the lawyer. What came later is
-- unread. Nothing is written when a message comes: its event is found through an index of messages only.
CREATE TABLE fatong.message_seen (
  case_id uuid NOT NULL REFERENCES fatong.case_file (id) ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('agency', 'lawyer')),
  version integer NOT NULL,
  seen_by uuid NOT NULL,
  seen_at timestamptz(3) NOT NULL,
  PRIMARY KEY (case_id, side)
);
CREATE INDEX event_message ON fatong.event (stream_id, version) WHERE type = 'messageLeft';
-- What lies in the files already was told by notice in its day.
INSERT INTO fatong.message_seen (case_id, side, version, seen_by, seen_at)
SELECT e.stream_id, w.side, max(e.version), '00000000-0000-0000-0000-000000000000', now()
FROM fatong.event e CROSS JOIN (VALUES ('agency'), ('lawyer')) w(side)
WHERE e.type = 'messageLeft' AND EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = e.stream_id)
GROUP BY e.stream_id, w.side;
GRANT SELECT, INSERT, UPDATE ON fatong.message_seen TO fatong_app;
ALTER TABLE fatong.message_seen ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_seen_of_case ON fatong.message_seen FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system())
  OR EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = case_id OFFSET 0));
-- Written by those who may answer: the lawyer of the case for the lawyer, the centre for the centre.
CREATE FUNCTION fatong.ctx_reads_for(p_case uuid, p_side text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'staff' AND EXISTS (SELECT 1 FROM fatong.case_file c WHERE c.id = p_case AND CASE p_side
    WHEN 'lawyer' THEN c.lawyer_id = fatong.ctx_staff()
    ELSE (c.agency_id = ANY (fatong.ctx_casework_places()::uuid[]) OR c.place_id = ANY (fatong.ctx_casework_places()::uuid[]))
      AND fatong.ctx_roles() && ARRAY['clerk', 'reviewer', 'approver', 'assigner', 'director'] END) $$;
CREATE POLICY message_seen_noted ON fatong.message_seen FOR INSERT TO fatong_app
  WITH CHECK ((SELECT fatong.ctx_system()) OR (fatong.ctx_reads_for(case_id, side) AND seen_by = (SELECT fatong.ctx_staff())));
CREATE POLICY message_seen_noted_again ON fatong.message_seen FOR UPDATE TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR fatong.ctx_reads_for(case_id, side))
  WITH CHECK ((SELECT fatong.ctx_system()) OR (fatong.ctx_reads_for(case_id, side) AND seen_by = (SELECT fatong.ctx_staff())));
