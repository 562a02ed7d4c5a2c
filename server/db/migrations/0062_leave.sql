-- Hand-written: days on which somebody of the team is away. Rosters show their shifts as uncovered, and no case is given to them then.
-- Lawyers sit in firms, which the centre does not manage; its director gives them their cases, and keeps their leave and services too.
CREATE FUNCTION fatong.ctx_directs() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT fatong.ctx_kind() = 'staff' AND fatong.ctx_roles() && ARRAY['director'] $$;

CREATE TABLE fatong.team_leave (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES fatong.team_member (id),
  from_day date NOT NULL,
  to_day date NOT NULL CHECK (to_day >= from_day),
  reason text NOT NULL,
  entered_by uuid NOT NULL,
  entered_at timestamptz(3) NOT NULL
);
CREATE INDEX team_leave_member ON fatong.team_leave (member_id, to_day);
CREATE UNIQUE INDEX team_leave_once ON fatong.team_leave (member_id, from_day, to_day);
GRANT SELECT, INSERT, DELETE ON fatong.team_leave TO fatong_app;
ALTER TABLE fatong.team_leave ENABLE ROW LEVEL SECURITY;
CREATE POLICY team_leave_seen ON fatong.team_leave FOR SELECT TO fatong_app USING ((SELECT fatong.ctx_system()) OR (SELECT fatong.ctx_kind()) = 'staff');
CREATE POLICY team_leave_kept ON fatong.team_leave TO fatong_app
  USING ((SELECT fatong.ctx_system()) OR EXISTS (SELECT 1 FROM fatong.team_member m WHERE m.id = member_id
    AND (m.place_id = ANY ((SELECT fatong.ctx_rostered_places())::uuid[]) OR (m.kind IN ('lawyer', 'grassrootsLegalWorker') AND (SELECT fatong.ctx_directs())))));
